import { type IdentifiedFact, timelineOf } from '@tumor-board/oncology';
import { describe, expect, it } from 'vitest';
import { ebvChart } from './ebv-series.js';

let ids = 0;
const sample = (on: string, more: object): IdentifiedFact =>
  ({ type: 'EbvDnaMeasured', id: `e${(ids += 1)}`, on, unit: 'copies/mL', assay: 'A', specimen: 'plasma', ...more }) as IdentifiedFact;
const quantified = (on: string, value: number, more: object = {}) => sample(on, { result: 'quantified', value, ...more });
const chart = (...facts: IdentifiedFact[]) => ebvChart(timelineOf(facts));

describe('the EBV DNA chart', () => {
  it('draws an undetectable sample at its detection limit, without a value', () => {
    const { series } = chart(quantified('2025-01-01', 900), sample('2025-02-01', { result: 'undetectable', limitOfDetection: 20 }));
    expect(series[0]?.points.map(({ value, below, drawnAt }) => ({ value, below, drawnAt }))).toEqual([
      { value: 900, below: null, drawnAt: 900 },
      { value: null, below: 20, drawnAt: 20 },
    ]);
    expect(series[0]?.limitOfDetection).toBe(20);
  });

  it('draws a sample below quantification at the limit of quantification, not of detection', () => {
    const limits = { limitOfDetection: 20, limitOfQuantification: 100 };
    const { series } = chart(sample('2025-02-01', { result: 'below-quantification', ...limits }));
    expect(series[0]?.points[0]).toMatchObject({ below: 100, drawnAt: 100 });
  });

  it('draws a sample without a stated limit at the lowest that was measured, and says no limit', () => {
    const { series } = chart(quantified('2025-01-01', 900), sample('2025-02-01', { result: 'undetectable' }));
    expect(series[0]?.points[1]).toMatchObject({ below: null, drawnAt: 900 });
  });

  it('keeps a place for a sample when nothing at all is known of its size', () => {
    expect(chart(sample('2025-02-01', { result: 'undetectable' })).series[0]?.points[0]?.drawnAt).toBe(1);
  });

  it.each([
    ['assay', { assay: 'B' }],
    ['specimen', { specimen: 'whole-blood' }],
    ['unit', { unit: 'IU/mL' }],
  ])('never joins samples of another %s, and marks the day of the change', (_what, other) => {
    const { series, changes } = chart(
      quantified('2025-01-01', 900),
      quantified('2025-02-01', 90, other),
      quantified('2025-03-01', 50, other),
    );
    expect(series.map(({ points }) => points.length)).toEqual([1, 2]);
    expect(changes.map(({ on }) => on)).toEqual(['2025-02-01']);
  });

  it('is empty when nothing was measured', () => {
    expect(chart()).toEqual({ series: [], changes: [], units: [] });
  });
});
