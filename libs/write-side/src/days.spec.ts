import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { beginningOf, dayOf } from './days.js';

let zone: string | undefined;
beforeEach(() => {
  zone = process.env['TZ'];
});
afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

describe('the day of a moment', () => {
  it.each([
    ['UTC', '2026-11-23T23:30:00Z', '2026-11-23'],
    ['Asia/Hong_Kong', '2026-11-23T23:30:00Z', '2026-11-24'],
    ['Asia/Hong_Kong', '2026-11-23T15:59:59.999Z', '2026-11-23'],
    ['Asia/Hong_Kong', '2026-11-23T16:00:00Z', '2026-11-24'],
    ['America/Los_Angeles', '2026-11-24T07:59:59Z', '2026-11-23'],
    ['America/Los_Angeles', '2026-11-24T08:00:00Z', '2026-11-24'],
    // An hour earlier in summer.
    ['America/Los_Angeles', '2026-07-24T07:00:00Z', '2026-07-24'],
  ])('is in %s, at %s, the %s', (where, moment, day) => {
    process.env['TZ'] = where;
    expect(dayOf(moment)).toBe(day);
    expect(dayOf(new Date(beginningOf(day)))).toBe(day);
    expect(dayOf(new Date(beginningOf(day) - 1))).not.toBe(day);
  });
});
