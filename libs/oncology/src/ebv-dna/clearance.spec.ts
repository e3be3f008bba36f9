import type { IsoDate } from '@tumor-board/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clearanceCourse } from './clearance.js';
import type { EbvDnaSample } from './reference-samples.js';

/** Days of treatment and results: a number of copies/mL, `nd` not detected, `bq` below quantification. */
type Result = readonly [day: number, result: number | 'nd' | 'bq'];

const date = (day: number): IsoDate => new Date(Date.UTC(2025, 0, 1) + day * 86_400_000).toISOString().slice(0, 10);
const course = (results: readonly Result[], options: { readonly cycles?: number; readonly limit?: number | undefined } = {}) =>
  clearanceCourse(
    results.map(
      ([day, result], index): EbvDnaSample => ({
        type: 'EbvDnaMeasured',
        id: `s${index + 1}`,
        on: date(day),
        unit: 'copies/mL',
        assay: 'A-BamHIW',
        specimen: 'plasma',
        ...(typeof result === 'number'
          ? { result: 'quantified', value: result }
          : { result: result === 'nd' ? 'undetectable' : 'below-quantification' }),
      }),
    ),
    () => options.cycles ?? 1,
    'limit' in options ? options.limit : 20,
  );

describe('EBV DNA that was never cleared', () => {
  it('is persistent only after a completed cycle', () => {
    expect(course([[21, 500]], { cycles: 0 }).clearance).toBe('not-assessable');
    expect(course([[21, 500]], { cycles: 1 }).clearance).toBe('persistent');
    expect(course([[21, 'bq']], { cycles: 1 }).clearance).toBe('persistent');
  });

  it('without any sample cannot be assessed', () => expect(course([]).clearance).toBe('not-assessable'));
});

describe('clearance', () => {
  it.each<[string, Result[], boolean]>([
    ['one non-detect', [[30, 'nd']], true],
    [
      'two of one day',
      [
        [30, 'nd'],
        [30, 'nd'],
      ],
      true,
    ],
    [
      'two with a detectable sample between',
      [
        [30, 'nd'],
        [40, 'bq'],
        [50, 'nd'],
      ],
      true,
    ],
    [
      'two in a row',
      [
        [30, 'nd'],
        [50, 'nd'],
      ],
      false,
    ],
    [
      'two in a row and a low value',
      [
        [30, 'nd'],
        [50, 'nd'],
        [60, 'bq'],
      ],
      false,
    ],
  ])('on %s: unconfirmed is as it should be', (_, results, unconfirmed) => {
    expect(course(results)).toMatchObject({ clearance: 'cleared', unconfirmed });
  });

  it('remembers its first non-detect', () =>
    expect(
      course([
        [21, 500],
        [30, 'nd'],
        [50, 'nd'],
      ]).firstNonDetect?.id,
    ).toBe('s2'));
});

describe('what follows clearance', () => {
  const CLEARED: readonly Result[] = [
    [30, 'nd'],
    [50, 'nd'],
  ];

  it.each<[string, Result[], 'rebound' | 'cleared']>([
    ['one value ten times the limit of detection', [[80, 200]], 'rebound'],
    ['one value just below that', [[80, 199]], 'cleared'],
    [
      'two detectable samples 14 d apart',
      [
        [80, 'bq'],
        [94, 30],
      ],
      'rebound',
    ],
    [
      'two detectable samples 13 d apart',
      [
        [80, 'bq'],
        [93, 30],
      ],
      'cleared',
    ],
    [
      'two detectable samples with a non-detect between',
      [
        [80, 30],
        [90, 'nd'],
        [100, 30],
      ],
      'cleared',
    ],
    [
      'three detectable samples over 14 d',
      [
        [80, 30],
        [87, 'bq'],
        [94, 30],
      ],
      'rebound',
    ],
    [
      'a low value after a rebound',
      [
        [80, 500],
        [90, 30],
      ],
      'rebound',
    ],
  ])('%s is %s', (_, later, clearance) => {
    expect(course([...CLEARED, ...later]).clearance).toBe(clearance);
  });

  it('a single low value is flagged as detectable again, until a non-detect follows', () => {
    expect(course([...CLEARED, [80, 30]]).detectableAgain).toBe(true);
    expect(course([...CLEARED, [80, 30], [90, 'nd']]).detectableAgain).toBe(false);
  });

  it('no single value is a rebound while no limit of detection is known', () => {
    expect(course([...CLEARED, [80, 5000]], { limit: undefined }).clearance).toBe('cleared');
  });

  it('a non-detect ends a rebound, which stays remembered', () => {
    expect(course([...CLEARED, [80, 500], [100, 'nd']])).toMatchObject({ clearance: 'cleared', earlierRebound: true, unconfirmed: true });
    expect(course([...CLEARED, [80, 500], [100, 'nd'], [120, 'nd']])).toMatchObject({ earlierRebound: true, unconfirmed: false });
  });
});

describe('whatever the samples', () => {
  const gaps = fc.array(
    fc.tuple(fc.integer({ min: 0, max: 40 }), fc.oneof(fc.constantFrom('nd' as const, 'bq' as const), fc.integer({ min: 1, max: 5000 }))),
    { minLength: 1, maxLength: 12 },
  );
  const results = gaps.map((drawn): Result[] => {
    let day = 0;
    return drawn.map(([gap, result]): Result => {
      day += gap;
      return [day, result];
    });
  });

  it('a last non-detect is clearance, and without any non-detect there is none', () => {
    fc.assert(
      fc.property(results, (series) => {
        const { clearance } = course(series);
        expect(series.at(-1)?.[1] !== 'nd' || clearance === 'cleared').toBe(true);
        expect(series.some(([, result]) => result === 'nd') || clearance === 'persistent').toBe(true);
      }),
    );
  });
});
