import { describe, expect, it } from 'vitest';
import { byDay, daysFrom, nextDayOf, nextOfSeries, todayOf, weekdayOf } from './days.js';
import type { MeetingInList, Series } from './meeting-queries.js';

const meeting = (meetingId: string, on: string) => ({ meetingId, on }) as MeetingInList;

describe('the days of meetings', () => {
  it('counts days across months and leap years', () => {
    expect(daysFrom('2028-02-28', 2)).toBe('2028-03-01');
    expect(daysFrom('2026-01-01', -1)).toBe('2025-12-31');
  });

  it('names the day of the week of the calendar, whatever the clock of the reader', () => {
    expect(weekdayOf('2026-11-23')).toBe('monday');
    expect(weekdayOf('2026-11-29')).toBe('sunday');
  });

  it('takes today from the local clock', () => {
    expect(todayOf(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
  });

  it('gathers meetings by day and keeps their order', () => {
    const found = byDay([meeting('a', '2026-01-05'), meeting('b', '2026-01-05'), meeting('c', '2026-01-12')]);
    expect(found.map(({ on, meetings }) => [on, meetings.map(({ meetingId }) => meetingId)])).toEqual([
      ['2026-01-05', ['a', 'b']],
      ['2026-01-12', ['c']],
    ]);
    expect(byDay([meeting('a', '2026-01-05'), meeting('c', '2026-01-12')], true).map(({ on }) => on)).toEqual(['2026-01-12', '2026-01-05']);
  });

  it('finds the meeting of a series to which cases are carried over', () => {
    const series = { meetings: [meeting('c', '2026-01-19'), meeting('a', '2026-01-05'), meeting('b', '2026-01-12')] } as unknown as Series;
    expect(nextOfSeries(series, 'a', '2026-01-05')?.meetingId).toBe('b');
    expect(nextOfSeries(series, 'c', '2026-01-19')).toBeUndefined();
  });

  it('goes on with a series behind what is past and what is planned', () => {
    const series = { firstOn: '2026-01-05', everyWeeks: 2, meetings: [meeting('b', '2026-02-02'), meeting('a', '2026-01-19')] };
    expect(nextDayOf(series, '2026-01-20')).toBe('2026-02-16');
    expect(nextDayOf(series, '2026-02-17')).toBe('2026-03-02');
    expect(nextDayOf({ ...series, meetings: [] }, '2026-01-05')).toBe('2026-01-05');
  });
});
