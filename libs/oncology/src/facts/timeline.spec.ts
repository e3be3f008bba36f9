import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IdentifiedFact } from './clinical-fact.js';
import { timelineOf } from './timeline.js';

const ecog = (id: string, on: string, grade: 0 | 1 | 2 | 3 | 4, knownOn?: string): IdentifiedFact => ({
  type: 'PerformanceStatusRecorded',
  id,
  on,
  ecog: grade,
  ...(knownOn === undefined ? {} : { knownOn }),
});
const correction = (id: string, corrects: string, knownOn: string, grade: 0 | 1 | 2 | 3 | 4, on = '2025-01-06'): IdentifiedFact => ({
  type: 'FactCorrected',
  id,
  on: knownOn,
  corrects,
  reason: 'typing error',
  replacement: { type: 'PerformanceStatusRecorded', on, ecog: grade },
});
const retraction = (id: string, retracts: string, on: string): IdentifiedFact => ({
  type: 'FactRetracted',
  id,
  on,
  retracts,
  reason: 'other patient',
});
const grades = (record: IdentifiedFact[], horizon = {}) =>
  timelineOf(record, horizon)
    .of('PerformanceStatusRecorded')
    .map((fact) => fact.ecog);

describe('a timeline', () => {
  it('orders facts by the day they were true; facts of one day keep the order of recording', () => {
    expect(grades([ecog('a', '2025-02-01', 2), ecog('b', '2025-01-01', 0), ecog('c', '2025-01-01', 1)])).toEqual([0, 1, 2]);
  });

  it('is of the last day on record, or of the day asked for', () => {
    expect(timelineOf([ecog('a', '2025-02-01', 2), ecog('b', '2025-01-01', 0)]).asOf).toBe('2025-02-01');
    expect(timelineOf([ecog('a', '2025-02-01', 2)], { validOn: '2025-01-15' }).asOf).toBe('2025-01-15');
  });

  it('asks what was true on a day as known on a day', () => {
    const late = [ecog('a', '2025-01-01', 0), ecog('late', '2025-01-05', 2, '2025-01-20')];
    expect(grades(late, { validOn: '2025-01-10', knownOn: '2025-01-10' })).toEqual([0]);
    expect(grades(late, { validOn: '2025-01-10', knownOn: '2025-01-20' })).toEqual([0, 2]);
    expect(grades(late, { validOn: '2025-01-04', knownOn: '2025-01-20' })).toEqual([0]);
  });

  it('reads a corrected fact corrected from the day the correction was known, also for earlier days', () => {
    const record = [ecog('a', '2025-01-06', 0), correction('fix', 'a', '2025-03-01', 2)];
    expect(grades(record, { validOn: '2025-01-10', knownOn: '2025-02-01' })).toEqual([0]);
    expect(grades(record, { validOn: '2025-01-10', knownOn: '2025-03-01' })).toEqual([2]);
  });

  it('lets the correction that was known latest win, whatever the order of recording', () => {
    const fixes = [correction('f1', 'a', '2025-03-01', 2), correction('f2', 'a', '2025-02-01', 1)];
    expect(grades([ecog('a', '2025-01-06', 0), ...fixes])).toEqual([2]);
    expect(grades([ecog('a', '2025-01-06', 0), ...fixes.toReversed()])).toEqual([2]);
  });

  it('leaves out a retracted fact, corrected before or not', () => {
    expect(grades([ecog('a', '2025-01-06', 0), correction('f', 'a', '2025-02-01', 1), retraction('r', 'a', '2025-02-02')])).toEqual([]);
  });

  it('moves a fact whose date was corrected', () => {
    const record = [ecog('a', '2025-01-06', 0), ecog('b', '2025-01-07', 1), correction('f', 'a', '2025-02-01', 0, '2025-01-08')];
    expect(grades(record)).toEqual([1, 0]);
  });

  it('never shows a fact that was not yet known or not yet true', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2025-01-${String(n).padStart(2, '0')}`);
    const fact = fc.tuple(day, day).map(([a, b]): [string, string] => (a < b ? [a, b] : [b, a]));
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 20 }), day, day, (days, validOn, knownOn) => {
        const record = days.map(([on, known], index) => ecog(`#${index + 1}`, on, 0, known));
        const shown = timelineOf(record, { validOn, knownOn }).facts;
        expect(shown.every((item) => item.on <= validOn && (item.knownOn ?? item.on) <= knownOn)).toBe(true);
        expect(shown).toHaveLength(days.filter(([on, known]) => on <= validOn && known <= knownOn).length);
      }),
    );
  });
});
