import { daysAfter } from '@tumor-board/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysOfSeries, instantOf, isTimeZone, weekdayOf } from './local-time.js';
import { WEEKDAYS } from './meeting-values.js';

describe('a time zone', () => {
  it.each(['Asia/Hong_Kong', 'Europe/Berlin', 'America/Argentina/Buenos_Aires', 'UTC'])('%s is one', (name) => {
    expect(isTimeZone(name)).toBe(true);
  });
  it.each(['', 'Europe/Nowhere', '+08:00', 'GMT+8 '])('"%s" is none', (name) => {
    expect(isTimeZone(name)).toBe(false);
  });
});

describe('the moment of a local time', () => {
  it.each([
    ['2026-11-30', '14:30', 'Asia/Hong_Kong', '2026-11-30T06:30:00.000Z'],
    // A week on either side of the change of clocks the meeting begins at the same time of day, an hour apart in UTC.
    ['2026-03-22', '14:30', 'Europe/Berlin', '2026-03-22T13:30:00.000Z'],
    ['2026-03-29', '14:30', 'Europe/Berlin', '2026-03-29T12:30:00.000Z'],
    ['2026-10-25', '14:30', 'Europe/Berlin', '2026-10-25T13:30:00.000Z'],
    ['2026-10-18', '14:30', 'Europe/Berlin', '2026-10-18T12:30:00.000Z'],
    // Skipped: 02:30 does not exist, clocks go from 02:00 to 03:00.
    ['2026-03-29', '02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
    // Twice: the first of the two.
    ['2026-10-25', '02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
    ['2026-11-01', '01:30', 'America/New_York', '2026-11-01T05:30:00.000Z'],
    ['2026-01-01', '00:15', 'Pacific/Auckland', '2025-12-31T11:15:00.000Z'],
    ['2026-07-01', '09:00', 'Australia/Lord_Howe', '2026-06-30T22:30:00.000Z'],
  ])('%s %s in %s', (on, startsAt, zone, instant) => {
    expect(instantOf(on, startsAt, zone)).toBe(instant);
  });
});

describe('the days of a series', () => {
  it('follow one another in its rhythm from the first on, across the change of clocks', () => {
    expect(daysOfSeries({ firstOn: '2026-03-16', everyWeeks: 1 }, '2026-03-01', 3)).toEqual(['2026-03-16', '2026-03-23', '2026-03-30']);
    expect(daysOfSeries({ firstOn: '2026-03-16', everyWeeks: 2 }, '2026-03-17', 2)).toEqual(['2026-03-30', '2026-04-13']);
    expect(daysOfSeries({ firstOn: '2026-03-16', everyWeeks: 2 }, '2026-03-30', 1)).toEqual(['2026-03-30']);
  });

  it('are all of one weekday', () => {
    const day = fc.integer({ min: -5_000, max: 40_000 }).map((number) => daysAfter('1970-01-01', number));
    fc.assert(
      fc.property(day, day, fc.integer({ min: 1, max: 52 }), (firstOn, from, everyWeeks) => {
        const days = daysOfSeries({ firstOn, everyWeeks }, from, 5);
        expect(new Set([firstOn, ...days].map(weekdayOf)).size).toBe(1);
        for (const each of days) expect(each >= from && each >= firstOn).toBe(true);
      }),
    );
  });

  it('know their weekday as the platform does', () => {
    for (const day of ['1969-12-31', '1970-01-01', '2024-02-29', '2026-11-30']) {
      const platform = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
      expect(weekdayOf(day)).toBe(WEEKDAYS[platform]);
    }
  });
});
