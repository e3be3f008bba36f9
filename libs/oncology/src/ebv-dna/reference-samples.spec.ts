import { describe, expect, it } from 'vitest';
import type { ClinicalFact, IdentifiedFact } from '../facts/clinical-fact.js';
import { timelineOf } from '../facts/timeline.js';
import { cycles, day, ended, radiotherapy, sample, started } from '../m1-subdivision/recorded-case.fixture.js';
import { treatmentCourse } from '../treatment/treatment-course.js';
import { baselineSample, isDetectable, isOldBaseline, sameSeries, sampleAfterChemotherapy } from './reference-samples.js';

const reading = (...facts: ClinicalFact[]) => {
  const timeline = timelineOf(facts.map((fact, index) => ({ ...fact, id: `f${index + 1}` }) as IdentifiedFact));
  const course = treatmentCourse(timeline);
  return { e0: baselineSample(timeline, course), e1: sampleAfterChemotherapy(timeline, course), course };
};

describe('E0', () => {
  it('is the last sample before the first treatment of any kind; facts of one day keep their order', () => {
    expect(reading(sample(1), sample(2, { on: day(2) }), started(2), sample(3, { on: day(2) })).e0?.value).toBe(2);
    expect(reading(sample(1), radiotherapy(2), sample(2, { on: day(3) }), started(4)).e0?.value).toBe(1);
    expect(reading(started(1), sample(1)).e0).toBeUndefined();
    expect(reading(sample(1), sample(2, { on: day(90) })).e0?.value, 'not yet treated').toBe(2);
  });

  it('is old when drawn more than 28 days before that treatment', () => {
    const age = (treatedOn: number) => {
      const { e0, course } = reading(sample(1), started(treatedOn));
      return e0 !== undefined && isOldBaseline(e0, course);
    };
    expect([age(29), age(30)]).toEqual([false, true]);
  });
});

describe('E1', () => {
  it('waits for the fourth cycle of the first line, or its end', () => {
    expect(reading(sample(1), started(1), cycles(60, 3), sample(2, { on: day(61) })).e1).toBeUndefined();
    expect(reading(sample(1), started(1), cycles(80, 4), sample(2, { on: day(80) })).e1?.value).toBe(2);
    expect(reading(sample(1), started(1), ended(30), sample(2, { on: day(31) })).e1?.value).toBe(2);
    expect(reading(sample(1), sample(2, { on: day(9) })).e1).toBeUndefined();
  });

  it('comes before locoregional radiotherapy, in the series of E0', () => {
    const course = [sample(1), started(1), cycles(80, 4)];
    expect(reading(...course, radiotherapy(85), sample(2, { on: day(90) })).e1).toBeUndefined();
    expect(reading(...course, sample(2, { on: day(81), specimen: 'serum' }), sample(3, { on: day(82) })).e1?.value).toBe(3);
  });

  it('is the first plasma sample where there is no E0', () => {
    expect(reading(started(1), cycles(80, 4), sample(2, { on: day(81), specimen: 'serum' }), sample(3, { on: day(82) })).e1?.value).toBe(3);
  });
});

describe('a series', () => {
  it('is one assay, one unit, one specimen', () => {
    const of = (changes: Parameters<typeof sample>[1]) => ({ ...sample(1, changes), id: 'x' });
    expect(sameSeries(of({}), of({ on: day(9) }))).toBe(true);
    expect(sameSeries(of({}), of({ assay: 'LabB' }))).toBe(false);
    expect(sameSeries(of({}), of({ unit: 'IU/mL' }))).toBe(false);
    expect(sameSeries(of({}), of({ specimen: 'serum' }))).toBe(false);
  });

  it('counts what was detected below quantification as detectable', () => {
    expect(isDetectable({ ...sample('blq'), id: 'x' })).toBe(true);
    expect(isDetectable({ ...sample('nd'), id: 'x' })).toBe(false);
  });
});
