import { describe, expect, it } from 'vitest';
import type { EbvDnaSample } from './reference-samples.js';
import { ebvDnaAlerts } from './sample-alerts.js';

const plasma = (id: string, value: number, changes: Partial<EbvDnaSample> = {}): EbvDnaSample => ({
  type: 'EbvDnaMeasured',
  id,
  on: '2025-01-06',
  result: 'quantified',
  value,
  unit: 'copies/mL',
  assay: 'A-BamHIW',
  specimen: 'plasma',
  limitOfDetection: 20,
  ...changes,
});
const notDetected = (id: string): EbvDnaSample => {
  const { value: _, ...sample } = plasma(id, 0);
  return { ...sample, result: 'undetectable' };
};
const codes = (...samples: EbvDnaSample[]) => ebvDnaAlerts(samples).map(({ code, facts }) => [code, ...facts]);

describe('a doubt about an EBV DNA result', () => {
  it('is raised for a value below its own limit of detection', () => {
    expect(codes(plasma('a', 19))).toEqual([['ebv-dna-below-detection-limit', 'a']]);
    expect(codes(plasma('a', 20))).toEqual([]);
  });

  it('is raised for serum and whole blood', () => {
    expect(codes(plasma('a', 50, { specimen: 'serum' }), plasma('b', 50, { specimen: 'whole-blood' }))).toEqual([
      ['ebv-dna-not-plasma', 'a'],
      ['ebv-dna-not-plasma', 'b'],
    ]);
  });

  it('is one alert for many results of one day', () => {
    const many = Array.from({ length: 50 }, (_, index) => plasma(`s${index}`, index + 100));
    const raised = codes(...many);
    expect(raised).toHaveLength(1);
    expect(raised[0]).toHaveLength(51);
  });

  it('is raised for two results of one day and assay that differ, and names both', () => {
    expect(codes(plasma('a', 500), plasma('b', 600))).toEqual([['ebv-dna-same-day-results-differ', 'a', 'b']]);
    expect(codes(plasma('a', 500), notDetected('b'))).toEqual([['ebv-dna-same-day-results-differ', 'a', 'b']]);
    expect(ebvDnaAlerts([plasma('a', 500), notDetected('b')])[0]?.text).toBe(
      'EBV DNA results of 2025-01-06 by the same assay differ: 500 copies/mL, not detected.',
    );
  });

  it('is not raised for the same result twice, another assay or another day', () => {
    expect(codes(plasma('a', 500), plasma('b', 500))).toEqual([]);
    expect(codes(plasma('a', 500), plasma('b', 600, { assay: 'B-EBNA1' }))).toEqual([]);
    expect(codes(plasma('a', 500), plasma('b', 600, { on: '2025-01-07' }))).toEqual([]);
  });
});
