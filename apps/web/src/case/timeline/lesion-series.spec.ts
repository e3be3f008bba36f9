import { type IdentifiedFact, timelineOf } from '@tumor-board/oncology';
import { describe, expect, it } from 'vitest';
import { lesionChart, progressionLimit, responseLimit } from './lesion-series.js';

const target = (lesion: string, mm: number | null) => ({
  lesion,
  organ: 'lung',
  kind: 'non-nodal' as const,
  ...(mm === null ? { state: 'not-evaluated' as const } : { state: 'measured' as const, mm }),
});
const baseline = (on: string, ...sizes: (number | null)[]): IdentifiedFact => ({
  type: 'BaselineLesionsMeasured',
  id: `b ${on}`,
  on,
  modality: 'ct',
  targets: sizes.map((mm, index) => target(`L${index}`, mm)),
  nonTarget: 'none',
});
const scan = (on: string, ...sizes: (number | null)[]): IdentifiedFact => ({
  type: 'ResponseAssessed',
  id: `s ${on}`,
  on,
  modality: 'ct',
  targets: sizes.map((mm, index) => target(`L${index}`, mm)),
  nonTarget: 'none',
  newLesions: [],
});
const chart = (...facts: IdentifiedFact[]) => lesionChart(timelineOf(facts));

describe('the limits of response and progression', () => {
  it.each([
    [100, 70],
    [53, 37.1],
    [null, null],
  ])('30 %% below a baseline of %s mm is %s mm', (sum, limit) => {
    expect(responseLimit(sum)).toBe(limit);
  });

  it.each([
    [100, 120],
    [25, 30],
    [20, 25],
    [0, 5],
    [null, null],
  ])('20 %% and 5 mm above a nadir of %s mm is %s mm', (nadir, limit) => {
    expect(progressionLimit(nadir)).toBe(limit);
  });
});

describe('the lesion chart', () => {
  const facts = [baseline('2025-01-01', 50, 50), scan('2025-03-01', 30, 30), scan('2025-05-01', 40, 35)];

  it('draws a line for each target and one for the sum', () => {
    const { lesions, sums } = chart(...facts);
    expect(lesions.map(({ lesion, points }) => [lesion, points.map(({ mm }) => mm)])).toEqual([
      ['L0', [50, 30, 40]],
      ['L1', [50, 30, 35]],
    ]);
    expect(sums.map(({ mm, fromNadirPct }) => [mm, fromNadirPct])).toEqual([
      [100, null],
      [60, -40],
      [75, 25],
    ]);
  });

  it('reads each scan against its baseline and the smallest sum before it', () => {
    expect(chart(...facts).thresholds).toMatchObject([
      { from: '2025-01-01', to: '2025-03-01', nadirMm: 100, responseMm: 70, progressionMm: 120 },
      { from: '2025-03-01', to: '2025-05-01', nadirMm: 60, responseMm: 70, progressionMm: 72 },
    ]);
  });

  it('marks each scan with its letters', () => {
    expect(chart(...facts).marks.map(({ recist, immune }) => [recist, immune])).toEqual([
      ['PR', null],
      ['PD', null],
    ]);
  });

  it('leaves a gap where a target was not evaluated, in its line and in the sum', () => {
    const { lesions, sums } = chart(baseline('2025-01-01', 50, 50), scan('2025-03-01', 30, null));
    expect(lesions[1]?.points[1]?.mm).toBeNull();
    expect(sums[1]?.mm).toBeNull();
  });
});
