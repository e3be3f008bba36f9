import type { IsoDate } from '@tumor-board/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type HalfLife, halfLife, halfLifeBound, logSlope } from './half-life.js';
import { log10Above, roundedDays } from './logarithm.js';
import type { EbvDnaSample } from './reference-samples.js';

/** Days from the first dose and results: a number of copies/mL, `nd` not detected, `bq` below quantification. */
type Result = readonly [day: number, result: number | 'nd' | 'bq'];

const date = (day: number): IsoDate => new Date(Date.UTC(2025, 0, 1) + day * 86_400_000).toISOString().slice(0, 10);
const sample = ([day, result]: Result, limitOfDetection: number | undefined): EbvDnaSample => ({
  type: 'EbvDnaMeasured',
  id: `day ${day}`,
  on: date(day),
  unit: 'copies/mL',
  assay: 'A-BamHIW',
  specimen: 'plasma',
  ...(limitOfDetection === undefined ? {} : { limitOfDetection }),
  ...(typeof result === 'number'
    ? { result: 'quantified', value: result }
    : { result: result === 'nd' ? 'undetectable' : 'below-quantification' }),
});
const fall = (results: readonly Result[], limit: number | undefined = 20): HalfLife =>
  halfLife(
    results.map((result) => sample(result, limit)),
    date(0),
  );
const days = (results: readonly Result[]): number | undefined => {
  const read = fall(results);
  return read.status === 'fitted' ? read.days : undefined;
};
const reason = (results: readonly Result[]): string | undefined => {
  const read = fall(results);
  return read.status === 'not-assessable' ? read.reason : undefined;
};

describe('the slope of ln(copies)', () => {
  it('is ln 2 per half-life on an exact decay', () => {
    const drawn = fc.uniqueArray(fc.integer({ min: 0, max: 70 }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(fc.double({ min: 0.5, max: 60, noNaN: true }), drawn, (halving, on) => {
        const slope = logSlope(on.map((day) => ({ day, value: 50_000 * 2 ** (-day / halving) })));
        expect(-Math.LN2 / slope).toBeCloseTo(halving, 6);
      }),
    );
  });

  it('is exactly 0 on a level course', () => {
    expect(logSlope([0, 7, 14].map((day) => ({ day, value: 1234.5 })))).toBe(0);
  });
});

describe('a fitted half-life', () => {
  it('is found by least squares over every value, not by the ends alone', () => {
    // Days -7, 0, 7 about the mean: the slope is 7 · ln(2/16) / 98 = -3 ln 2 / 14 a day, whatever the middle value.
    expect(
      days([
        [0, 16_000],
        [7, 8000],
        [14, 2000],
      ]),
    ).toBe(4.67);
    expect(
      days([
        [0, 16_000],
        [7, 2000],
        [14, 2000],
      ]),
    ).toBe(4.67);
  });

  it('enters no result below quantification', () => {
    expect(
      days([
        [0, 16_000],
        [7, 'bq'],
        [10, 8000],
        [14, 4000],
      ]),
    ).toBe(
      days([
        [0, 16_000],
        [10, 8000],
        [14, 4000],
      ]),
    );
  });

  it('enters nothing from the first non-detect on', () => {
    expect(
      days([
        [0, 16_000],
        [7, 8000],
        [14, 'nd'],
        [21, 9000],
      ]),
    ).toBe(7);
  });

  it.each([
    [-15, undefined],
    [-14, 14],
    [3, 14],
    [4, undefined],
  ])('may begin with a value of day %d: %s', (on, expected) => {
    expect(
      days([
        [on, 16_000],
        [on + 20, 16_000 * 2 ** (-20 / 14)],
      ]),
    ).toBe(expected);
  });

  it('spans a gap of 28 d between two values, not of 29', () => {
    expect(
      days([
        [0, 8000],
        [28, 4000],
      ]),
    ).toBe(28);
    expect(
      reason([
        [0, 8000],
        [29, 4000],
      ]),
    ).toBe('two points 29 d apart');
  });

  it('needs a span of 5 d', () => {
    expect(
      days([
        [0, 8000],
        [5, 4000],
      ]),
    ).toBe(5);
    expect(
      reason([
        [0, 8000],
        [4, 4000],
      ]),
    ).toBe('values only 4 d apart');
  });

  it('stops at a wide gap and keeps what came before it', () => {
    expect(
      days([
        [0, 8000],
        [14, 2000],
        [43, 1900],
      ]),
    ).toBe(7);
  });

  it('takes a value of day 70 and none later', () => {
    const halving: Result[] = [
      [0, 64_000],
      [28, 32_000],
      [56, 16_000],
    ];
    expect(days([...halving, [71, 500]])).toBe(28);
    expect(days([...halving, [70, 500]])).toBeLessThan(28);
  });

  it('takes every value of the two weeks before the first dose, and needs one after it', () => {
    expect(
      days([
        [-7, 8000],
        [0, 8000],
        [7, 2000],
      ]),
    ).toBe(7);
    expect(
      reason([
        [-10, 8000],
        [-1, 4000],
      ]),
    ).toBe('only pre-treatment values');
  });
});

describe('a half-life that cannot be assessed', () => {
  it.each<[Result[], string]>([
    [[[-3, 500]], 'single pre-treatment value'],
    [[[-20, 500]], 'single pre-treatment value'],
    [[[2, 500]], 'single value'],
    [
      [
        [-21, 2501],
        [63, 'nd'],
      ],
      'first value 21 d before systemic start',
    ],
    [
      [
        [10, 2501],
        [17, 900],
      ],
      'first value 10 d after systemic start',
    ],
    [
      [
        [-3, 'bq'],
        [20, 'nd'],
      ],
      'no quantified value',
    ],
    [
      [
        [-3, 500],
        [20, 'bq'],
      ],
      'one quantified value, then below quantification',
    ],
    [
      [
        [-12, 500],
        [-3, 'nd'],
      ],
      'not detected before systemic start',
    ],
    [
      [
        [-1, 20],
        [62, 'nd'],
      ],
      'first value not above the limit of detection: no upper bound',
    ],
    [
      [
        [0, 40_000],
        [40, 100],
        [62, 'nd'],
      ],
      'two points 40 d apart',
    ],
  ])('from %j says: %s', (results, expected) => {
    expect(reason(results)).toBe(expected);
  });
});

describe('the bound of a half-life', () => {
  it('of 40,000 copies that are not detected at 20 after 63 d is 5.75 d', () => {
    expect(
      fall([
        [-1, 40_000],
        [62, 'nd'],
      ]),
    ).toEqual({ status: 'bounded', belowDays: 5.75, afterDays: 63 });
  });

  it('has no limit of gap or window, and passes over results below quantification', () => {
    expect(
      fall([
        [0, 2_000_000],
        [30, 'bq'],
        [100, 'nd'],
      ]),
    ).toEqual({ status: 'bounded', belowDays: 6.02, afterDays: 100 });
  });

  it('runs from the last value before treatment when there are several', () => {
    expect(
      fall([
        [-10, 8000],
        [-1, 40_000],
        [62, 'nd'],
      ]),
    ).toMatchObject({ belowDays: 5.75 });
  });

  it('is not given without the limit of detection of the non-detect', () => {
    const series = [sample([-1, 40_000], 20), sample([62, 'nd'], undefined)];
    expect(halfLife(series, date(0))).toEqual({
      status: 'not-assessable',
      reason: 'one value, then not detected without a limit of detection: no upper bound',
    });
  });

  it('is the half-life of a course that just reaches the limit', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 30, noNaN: true }), fc.integer({ min: 7, max: 90 }), (halving, after) => {
        expect(halfLifeBound(20 * 2 ** (after / halving), 20, after)).toBeCloseTo(halving, 1);
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
