import type { Fact, IdentifiedFact } from '@tumor-board/oncology';
import { describe, expect, it } from 'vitest';
import { texts } from '../../texts/texts.js';
import { addends, baselineArithmetic, ebvArithmetic, scanArithmetic } from './arithmetic.js';

const target = (lesion: string, mm: number) => ({ lesion, organ: 'lung', kind: 'non-nodal' as const, state: 'measured' as const, mm });
const baseline = (...sizes: number[]): Extract<Fact, { type: 'BaselineLesionsMeasured' }> => ({
  type: 'BaselineLesionsMeasured',
  on: '2025-01-01',
  modality: 'ct',
  targets: sizes.map((mm, index) => target(`L${index}`, mm)),
  nonTarget: 'none',
});
const scan = (on: string, sizes: readonly number[], more: object = {}): Fact => ({
  type: 'ResponseAssessed',
  on,
  modality: 'ct',
  targets: sizes.map((mm, index) => target(`L${index}`, mm)),
  nonTarget: 'none',
  newLesions: [],
  ...more,
});
const record: readonly IdentifiedFact[] = [{ ...baseline(30, 20), id: '#1' }];

describe('the arithmetic of a scan', () => {
  it('shows of which sizes a sum is made, of a correction too', () => {
    const measured = scan('2025-03-01', [11, 14]);
    expect(addends(measured)).toEqual([11, 14]);
    const correction = { type: 'FactCorrected', on: '2025-03-02', corrects: '#2', reason: 'typing', replacement: measured } as Fact;
    expect(addends(correction)).toEqual([11, 14]);
    expect(addends({ type: 'DeathRecorded', on: '2025-03-01' })).toEqual([]);
  });

  it('is that of the service: sum, change and category', () => {
    expect(scanArithmetic(record, scan('2025-03-01', [20, 15]))?.detail.scan).toMatchObject({
      sumMm: 35,
      changeFromBaselinePct: -30,
      overall: 'PR',
    });
  });

  it('says when the reported category is another one', () => {
    const codes = (reported?: string) =>
      scanArithmetic(record, scan('2025-03-01', [20, 15], reported === undefined ? {} : { reported }))?.alerts.map(({ code }) => code);
    expect(codes('SD')).toHaveLength(1);
    expect(codes('PR')).toEqual([]);
    expect(codes()).toEqual([]);
  });

  it('of a corrected scan is that of the correction', () => {
    const facts: readonly IdentifiedFact[] = [...record, { ...scan('2025-03-01', [20, 15]), id: '#2' }];
    const correction = {
      type: 'FactCorrected',
      on: '2025-04-01',
      corrects: '#2',
      reason: 'typing',
      replacement: scan('2025-03-01', [30, 15]),
    } as Fact;
    expect(scanArithmetic(facts, correction)?.detail.scan).toMatchObject({ sumMm: 45, overall: 'SD' });
  });

  it('of a baseline is its sum', () => {
    expect(baselineArithmetic([], baseline(30, 20))?.sumMm).toBe(50);
    expect(baselineArithmetic([], scan('2025-03-01', [1]))).toBeNull();
  });
});

describe('the arithmetic of EBV DNA', () => {
  const sample = (on: string, value: number | null, more: object = {}): Fact =>
    ({
      type: 'EbvDnaMeasured',
      on,
      ...(value === null ? { result: 'undetectable' } : { result: 'quantified', value }),
      unit: 'copies/mL',
      assay: 'A',
      specimen: 'plasma',
      ...more,
    }) as Fact;
  const first: IdentifiedFact = { ...sample('2025-01-01', 8000), id: '#1' };

  it('compares with the last sample of the same assay, specimen and unit', () => {
    expect(ebvArithmetic([first], sample('2025-02-01', 2000))).toMatchObject({ kind: 'compared', days: 31, ratio: 0.25 });
  });

  it('says the change with three figures, however great', () => {
    const said = (ratio: number) => texts.case.entry.arithmetic.compared(ratio, Math.log10(ratio), '2025-01-01', 31);
    expect(said(12_441)).toContain('×12,400 (+4.09 log₁₀)');
    expect(said(0.000_125)).toContain('×0.000125 (-3.90 log₁₀)');
  });

  it.each([{ assay: 'B' }, { specimen: 'serum' }, { unit: 'IU/mL' }])('never compares across %j', (other) => {
    expect(ebvArithmetic([first], sample('2025-02-01', 2000, other))).toMatchObject({ kind: 'not-comparable' });
  });

  it('gives no ratio when one was not quantified', () => {
    expect(ebvArithmetic([first], sample('2025-02-01', null))).toMatchObject({ kind: 'censored', days: 31 });
  });

  it('has nothing to compare a first sample with', () => {
    expect(ebvArithmetic([], sample('2025-02-01', 2000))).toEqual({ kind: 'first' });
  });
});
