import { arbitraryCase } from '@tumor-board/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../assess.js';
import { baseline, recordOf } from '../pathway/pathway.fixture.js';
import { sitePolicy } from '../policy.js';
import { knowledgeRelease } from '../releases/catalogue.js';
import { recordAt } from './record-at.js';

const record = recordOf([
  ...baseline(),
  {
    type: 'FactCorrected',
    on: '2025-02-01',
    corrects: 'ecog',
    reason: 'typing error',
    replacement: { type: 'PerformanceStatusRecorded', on: '2025-01-06', ecog: 2 },
  },
]);
const ecog = (of: typeof record): unknown => of.facts.find(({ id }) => id === 'ecog');

describe('the record at a horizon', () => {
  it('is the record itself when no horizon is asked for', () => {
    expect(recordAt(record, {})).toBe(record);
  });

  it('holds a correction from the day that it was known', () => {
    expect(ecog(recordAt(record, { knownOn: '2025-01-31' }))).toMatchObject({ ecog: 0 });
    expect(ecog(recordAt(record, { knownOn: '2025-02-01' }))).toMatchObject({ ecog: 2 });
    expect(ecog(recordAt(record, { validOn: '2025-01-06' }))).toMatchObject({ ecog: 2 });
    expect(recordAt(record, { validOn: '2025-01-05' }).facts).toEqual([]);
  });

  it('is classified as the whole record is at that horizon', () => {
    const [release, policy] = [knowledgeRelease(), sitePolicy()];
    fc.assert(
      fc.property(arbitraryCase(), fc.nat({ max: 30 }), (any, place) => {
        const day = any.facts[place % Math.max(1, any.facts.length)]?.on ?? '2025-01-06';
        const there = assess(any, release, policy, { validOn: day });
        const alone = assess(recordAt(any, { validOn: day }), release, policy);
        expect([alone.stage, alone.m1, alone.ebvDna, alone.response]).toEqual([there.stage, there.m1, there.ebvDna, there.response]);
      }),
      { numRuns: 60 },
    );
  });
});
