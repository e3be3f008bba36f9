import { describe, expect, it } from 'vitest';
import { clockText, dayText, momentText } from './moment.js';

/** A moment by the clock of whoever looks, wherever the spec runs. */
const local = (...[year, month, ...rest]: [number, number, number, number, number, number]): string =>
  new Date(year, month - 1, ...rest).toISOString();

describe('a moment', () => {
  it('is written as its day and its time of 24 hours', () => {
    expect(momentText(local(2026, 11, 23, 22, 50, 42))).toBe('2026-11-23 22:50:42');
  });

  it('keeps two digits for each part', () => {
    expect(momentText(local(2026, 3, 4, 0, 5, 9))).toBe('2026-03-04 00:05:09');
  });

  it('is on the day that the clock of whoever looks shows', () => {
    expect(dayText(local(2026, 1, 1, 0, 0, 0))).toBe('2026-01-01');
    expect(dayText(local(2026, 12, 31, 23, 59, 59))).toBe('2026-12-31');
  });

  it('may be given in milliseconds', () => {
    expect(clockText(Date.parse(local(2026, 11, 23, 10, 50, 42)))).toBe('10:50:42');
  });
});
