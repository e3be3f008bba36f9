import { assess, DEFAULT_POLICY, headlineOf, knowledgeRelease, type SitePolicy } from '@tumor-board/knowledge';
import type { IdentifiedFact } from '@tumor-board/oncology';
import { describe, expect, it } from 'vitest';
import type { BoardDecision } from '../case/board-state.js';
import type { DecisionContent } from '../decision/decision-content.js';
import { decisionDiff } from './decision-diff.js';

const release = knowledgeRelease('npc-2023.08');
const patient = { ageYears: 50, sex: 'female' as const };
const facts: IdentifiedFact[] = [
  { id: '#1', type: 'HistologyReported', on: '2024-01-08', histology: 'non-keratinising-undifferentiated', eber: 'positive' },
  { id: '#2', type: 'StagingRecorded', on: '2024-01-08', edition: 'TNM-8', t: 'T3', n: 'N2', m: 'M1' },
  { id: '#3', type: 'PerformanceStatusRecorded', on: '2024-02-10', ecog: 1 },
  { id: '#4', type: 'FactRetracted', on: '2024-02-11', retracts: '#2', reason: 'another patient' },
];
const record = { reference: 'D-1', patient, facts };

/** A decision on the first so many facts, as proposed unless said otherwise. */
function decisionOn(factsKnown: number, changes: Partial<DecisionContent> = {}, policy: SitePolicy = DEFAULT_POLICY): BoardDecision {
  const assessment = assess({ ...record, facts: facts.slice(0, factsKnown) }, release, policy);
  const proposed = assessment.nextStep.code;
  return {
    decisionId: `00000000-0000-4000-8000-00000000000${factsKnown}`,
    factsKnown,
    content: {
      kind: 'any',
      step: proposed,
      plan: 'plan',
      intent: 'diagnostic',
      rationale: 'because',
      alternatives: [],
      noAlternatives: 'none',
      contingency: 'back to the board',
      dissent: [],
      preference: { stand: 'agrees' },
      guidelines: [],
      actions: [],
      expectations: [],
      ...changes,
    },
    basis: { headline: headlineOf(assessment), proposed, release: release.id },
  } as unknown as BoardDecision;
}
const diff = (from: BoardDecision, to: BoardDecision, policy: SitePolicy = DEFAULT_POLICY) =>
  decisionDiff({ from, to, record, policyFrom: DEFAULT_POLICY, rulesTo: { release, policy } });

describe('two decisions of a case compared', () => {
  it('differ in nothing when nothing came between them and the same was written', () => {
    expect(diff(decisionOn(2), decisionOn(2))).toMatchObject({
      content: [],
      headline: [],
      step: { causes: [] },
      facts: { added: [], corrections: [] },
      rules: { policy: [] },
    });
  });

  it('name each field of the content that is another, also one that only one of them has', () => {
    const { content } = diff(decisionOn(2, { plan: 'one' }), decisionOn(2, { plan: 'two', reviewOn: '2024-06-01' }));
    expect(content).toEqual([
      { field: 'plan', from: 'one', to: 'two' },
      { field: 'reviewOn', from: undefined, to: '2024-06-01' },
    ]);
  });

  it('part what was recorded between them into new facts and corrections, and label what they changed', () => {
    const found = diff(decisionOn(2), decisionOn(4));
    expect(found.facts.added.map(({ id }) => id)).toEqual(['#3']);
    expect(found.facts.corrections.map(({ id }) => id)).toEqual(['#4']);
    expect(found.headline.find(({ part }) => part === 'stage')).toMatchObject({ cause: 'corrected-data', facts: ['#4'] });
  });

  it('do not know what was recorded after the later one', () => {
    expect(diff(decisionOn(2), decisionOn(3)).facts).toMatchObject({ added: [{ id: '#3' }], corrections: [] });
  });

  it('say why another step was decided: by the board itself where the advice was the same', () => {
    const override = { reason: 'patient-preference' as const, comment: 'as she wished' };
    const { step } = diff(decisionOn(2), decisionOn(2, { step: 'supportive-care', override }));
    expect(step).toEqual({
      from: 'complete-baseline',
      to: 'supportive-care',
      proposedFrom: 'complete-baseline',
      proposedTo: 'complete-baseline',
      causes: ['board-override'],
    });
  });

  it('name the fields of the policy that changed', () => {
    const policy = { ...DEFAULT_POLICY, oligometastaticMax: 3 as const };
    expect(diff(decisionOn(2), decisionOn(2, {}, policy), policy).rules.policy).toEqual([{ field: 'oligometastaticMax', from: 5, to: 3 }]);
  });
});
