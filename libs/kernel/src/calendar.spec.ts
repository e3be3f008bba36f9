import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber, daysAfter, daysBetween, isCalendarDate } from './calendar.js';

describe('a calendar date', () => {
  it.each(['2024-02-29', '2000-02-29', '2025-12-31', '2025-01-01'])('%s exists', (date) => {
    expect(isCalendarDate(date)).toBe(true);
  });

  it.each([
    '0000-05-05',
    '2025-02-29',
    '1900-02-29',
    '2025-04-31',
    '2025-13-01',
    '2025-00-10',
    '2025-01-00',
    '2025-1-6',
    '06/01/2025',
    '2025-01-06T00:00',
    '',
  ])('%s does not', (date) => {
    expect(isCalendarDate(date)).toBe(false);
  });

  it('agrees with the platform about every day', () => {
    const date = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(date, (day) => {
        expect(isCalendarDate(day.toISOString().slice(0, 10))).toBe(true);
      }),
    );
  });

  it('numbers every day as the platform does', () => {
    const date = fc.date({ min: new Date('0001-01-01'), max: new Date('2400-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(date, (day) => {
        const text = day.toISOString().slice(0, 10);
        expect(dayNumber(text)).toBe(Date.parse(text) / 86_400_000);
      }),
      { numRuns: 1_000 },
    );
  });

  it('counts days over months, years and leap days', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysBetween('2024-12-31', '2025-01-01')).toBe(1);
    expect(daysBetween('2025-01-10', '2025-01-08')).toBe(-2);
  });

  it('finds the day so many days before or after, as many as lie between', () => {
    expect(daysAfter('2024-02-28', 2)).toBe('2024-03-01');
    expect(daysAfter('2025-01-01', -1)).toBe('2024-12-31');
    fc.assert(
      fc.property(fc.integer({ min: -5_000, max: 40_000 }), fc.integer({ min: -9_000, max: 9_000 }), (start, days) => {
        const day = daysAfter('1970-01-01', start);
        expect(daysBetween(day, daysAfter(day, days))).toBe(days);
      }),
    );
  });
});
