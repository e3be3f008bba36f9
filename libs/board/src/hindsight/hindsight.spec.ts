import { assess, type CaseRecord, DEFAULT_POLICY, headlineOf, knowledgeRelease, type NextStepCode } from '@tumor-board/knowledge';
import type { IdentifiedFact } from '@tumor-board/oncology';
import { arbitraryCase } from '@tumor-board/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterDifferences, hindsight } from './hindsight.js';

const release = knowledgeRelease('npc-2023.08');
const newer = knowledgeRelease('npc-2026.11');
const patient = { ageYears: 50, sex: 'female' as const };
const facts: IdentifiedFact[] = [
  { id: '#1', type: 'HistologyReported', on: '2024-01-08', histology: 'non-keratinising-undifferentiated', eber: 'positive' },
  { id: '#2', type: 'StagingRecorded', on: '2024-01-08', edition: 'TNM-8', t: 'T3', n: 'N2', m: 'M1' },
];
const correction: IdentifiedFact = {
  id: '#3',
  type: 'FactCorrected',
  on: '2024-02-01',
  corrects: '#2',
  reason: 'read again',
  replacement: { type: 'StagingRecorded', on: '2024-01-08', edition: 'TNM-8', t: 'T3', n: 'N2', m: 'M0' },
};
const ecog = (id: string): IdentifiedFact => ({ id, type: 'PerformanceStatusRecorded', on: '2024-02-10', ecog: 1 });

/** A decision on what stood then, and what became of it. */
function lookBack(
  known: readonly IdentifiedFact[],
  later: readonly IdentifiedFact[],
  {
    decided,
    today = release,
    policy = DEFAULT_POLICY,
  }: { decided?: NextStepCode; today?: typeof release; policy?: typeof DEFAULT_POLICY } = {},
) {
  const recordThen: CaseRecord = { reference: 'H-1', patient, facts: known };
  const assessment = assess(recordThen, release, DEFAULT_POLICY);
  const proposed = assessment.nextStep.code;
  return hindsight({
    decision: {
      content: {
        step: decided ?? proposed,
        ...(decided === undefined ? {} : { override: { reason: 'patient-preference' as const, comment: 'as she wished' } }),
      },
      basis: { headline: headlineOf(assessment), proposed, release: release.id },
    },
    recordThen,
    facts: [...known, ...later],
    policyThen: DEFAULT_POLICY,
    today: { release: today, policy },
  });
}

describe('a decision looked back at', () => {
  it('differs in nothing while nothing has come', () => {
    const found = lookBack(facts, []);
    expect(found.differences).toEqual([]);
    expect(found.stillProposed).toBe(true);
    expect(found.todaysFactsTodaysRules).toEqual({
      release: release.id,
      headline: found.asDecided.headline,
      nextStep: found.asDecided.nextStep,
    });
  });

  it('charges a correction of what was known to corrected data, naming it', () => {
    const { differences, sameFactsTodaysRules, asDecided } = lookBack(facts, [correction]);
    expect(sameFactsTodaysRules.headline).toEqual(asDecided.headline);
    expect(differences.find(({ part }) => part === 'stage')).toMatchObject({ cause: 'corrected-data', facts: ['#3'], isShared: false });
    expect(differences.every(({ cause }) => cause === 'corrected-data')).toBe(true);
  });

  it('charges a fact that came later to new data, also its own correction', () => {
    const own: IdentifiedFact = {
      id: '#5',
      type: 'FactCorrected',
      on: '2024-02-11',
      corrects: '#4',
      reason: 'typing error',
      replacement: { type: 'PerformanceStatusRecorded', on: '2024-02-10', ecog: 3 },
    };
    const { differences } = lookBack(facts, [ecog('#4'), own]);
    expect(new Set(differences.map(({ cause }) => cause))).toEqual(new Set(['new-data']));
    expect(differences.find(({ part }) => part === 'missing')?.facts).toContain('#4');
  });

  it('charges another release to a new rule', () => {
    const { differences, sameFactsTodaysRules } = lookBack(facts, [], { today: newer });
    expect(sameFactsTodaysRules.release).toBe('npc-2026.11');
    expect(differences.length).toBeGreaterThan(0);
    for (const difference of differences)
      expect(difference).toMatchObject({ cause: 'new-rule', rules: { from: 'npc-2023.08', to: 'npc-2026.11', policyChanged: false } });
  });

  it('tells the choice of the board apart from what became of the data', () => {
    const { differences, stillProposed } = lookBack(facts, [], { decided: 'supportive-care' });
    expect(differences).toEqual([
      {
        part: 'nextStep',
        cause: 'board-override',
        before: 'complete-baseline',
        after: 'supportive-care',
        facts: [],
        override: 'patient-preference',
        isShared: false,
      },
    ]);
    expect(stillProposed).toBe(false);
  });

  it('says where two causes changed the same part', () => {
    const { differences } = lookBack(facts, [correction], { today: newer });
    const stage = differences.filter(({ part }) => part === 'stage');
    expect(stage.map(({ cause, isShared }) => [cause, isShared])).toEqual([
      ['new-rule', true],
      ['corrected-data', true],
    ]);
    expect(stage[0]?.after).toBe(stage[1]?.before);
  });

  it('leaves no difference unexplained, whatever came after', () => {
    fc.assert(
      fc.property(arbitraryCase(), fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean(), (record, share, isNewer) => {
        const known = record.facts.slice(0, Math.floor(record.facts.length * share));
        const found = lookBack(known, record.facts.slice(known.length), { today: isNewer ? newer : release });
        expect(afterDifferences(found)).toEqual(found.todaysFactsTodaysRules.headline);
        const whole = assess({ reference: 'H-1', patient, facts: record.facts }, isNewer ? newer : release, DEFAULT_POLICY);
        expect(found.todaysFactsTodaysRules.headline).toEqual(headlineOf(whole));
        const possible = [...(isNewer ? ['new-rule'] : []), ...(known.length < record.facts.length ? ['corrected-data', 'new-data'] : [])];
        for (const { cause } of found.differences) expect(possible).toContain(cause);
      }),
      { numRuns: 60 },
    );
  });
});
