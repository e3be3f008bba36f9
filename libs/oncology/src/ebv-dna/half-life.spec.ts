import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { halfLifeBound, logSlope } from './half-life.js';
import { log10Above, roundedDays } from './logarithm.js';

describe('the slope of ln(copies)', () => {
  it('is ln 2 per half-life on an exact decay', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 60, noNaN: true }),
        fc.uniqueArray(fc.integer({ min: 0, max: 70 }), { minLength: 2, maxLength: 8 }),
        (days, drawn) => {
          const slope = logSlope(drawn.map((day) => ({ day, value: 50_000 * 2 ** (-day / days) })));
          expect(-Math.LN2 / slope).toBeCloseTo(days, 6);
        },
      ),
    );
  });

  it('is exactly 0 on a level course', () => {
    expect(logSlope([0, 7, 14].map((day) => ({ day, value: 1234.5 })))).toBe(0);
  });
});

describe('the bound of a half-life', () => {
  it('of 40,000 copies that are below 20 after 63 d is 5.75 d', () => expect(halfLifeBound(40_000, 20, 63)).toBe(5.75));

  it('is never shorter than the half-life of a course that just reaches the limit', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 30, noNaN: true }), fc.integer({ min: 7, max: 90 }), (days, after) => {
        expect(halfLifeBound(20 * 2 ** (after / days), 20, after)).toBeCloseTo(days, 1);
      }),
    );
  });
});

describe('a comparison of powers of ten', () => {
  it('is exact at half a power and at a whole one', () => {
    expect(log10Above(1000 * Math.sqrt(10), 1000)).toBe(0.5);
    expect(log10Above(0.3, 0.03)).toBe(1);
  });
  it('rounds days to a hundredth', () => expect([6.994, 6.995, 7.004].map(roundedDays)).toEqual([6.99, 7, 7]));
});
