import { describe, expect, it } from 'vitest';
import { baseline, CaseStory, charted, cycles, problemOf, sample, scan, systemic, uuid } from '../case/case.fixture.js';

const faultsOf = (decide: () => unknown) => problemOf(decide).faults.map(({ path }) => path);

describe('the content of a decision', () => {
  const story = () => CaseStory.opened();
  it.each<[string, (story: CaseStory) => unknown, string[]]>([
    ['an empty rationale', (of) => of.decide(1, { rationale: ' ' }), ['content.rationale']],
    [
      'neither alternatives nor a word why',
      (of) => of.decide(1, { alternatives: [], noAlternatives: undefined }),
      ['content.noAlternatives'],
    ],
    ['another step without a reason', (of) => of.decide(1, { step: 'supportive-care' }), ['content.override']],
    ['a kind that the first decision is not', (of) => of.decide(1, { kind: 'any' }), ['content.kind']],
    [
      'a local therapy under another kind',
      (of) => {
        of.decide(1);
        return of.decide(2, { step: 'ablate-upfront', kind: 'any', override: { reason: 'local-practice', comment: 'one lesion' } });
      },
      ['content.kind'],
    ],
    ['an action due yesterday', (of) => of.decide(1, { actions: [action('a', '2025-01-09')] }), ['content.actions[0].dueOn']],
    ['two actions of one id', (of) => of.decide(1, { actions: [action('a'), action('a')] }), ['content.actions[1].actionId']],
    [
      'two expectations of one id, one of them past',
      (of) => of.decide(1, { expectations: [expectation('e'), { ...expectation('e'), dueOn: '2025-01-09' }] }),
      ['content.expectations[1].expectationId', 'content.expectations[1].dueOn'],
    ],
    ['a review in the past', (of) => of.decide(1, { reviewOn: '2025-01-09' }), ['content.reviewOn']],
    [
      'a quorum of a meeting without one',
      (of) => of.decide(1, {}, { quorum: { state: 'met', required: [], present: [], missing: [] } }),
      ['quorum.state'],
    ],
    ['a meeting without a word on its quorum', (of) => of.decide(1, {}, { meetingId: uuid(70) }), ['quorum.state']],
    [
      'a quorum that is met although somebody is missing',
      (of) =>
        of.decide(1, {}, { meetingId: uuid(70), quorum: { state: 'met', required: ['radiology'], present: [], missing: ['radiology'] } }),
      ['quorum.missing'],
    ],
    ['every fault at once', (of) => of.decide(1, { rationale: '', contingency: '' }), ['content.rationale', 'content.contingency']],
  ])('is refused with %s', (_, decide, paths) => {
    const refused = problemOf(() => decide(story()));
    expect(refused.code).toBe('decision.invalid');
    expect(refused.faults.map(({ path }) => path)).toEqual(paths);
    expect(refused.message).toContain('expected');
  });

  it.each<[string, (story: CaseStory) => unknown]>([
    ['an action due today', (of) => of.decide(1, { actions: [action('a', '2025-01-10')] })],
    [
      'another step with a reason',
      (of) => of.decide(1, { step: 'supportive-care', override: { reason: 'patient-preference', comment: 'as she wished' } }),
    ],
    ['a word why nothing else was weighed', (of) => of.decide(1, { alternatives: [], noAlternatives: 'none fits' })],
  ])('is recorded with %s', (_, decide) => {
    expect(decide(story())).toHaveLength(1);
  });

  it('needs a reason for the proposed step when a guard blocks it', () => {
    const of = CaseStory.opened([...baseline, systemic(), cycles('2025-02-05', 4)]);
    of.record(sample('2025-03-01', 3_000), scan('2025-03-19', 60, { clinicallyStable: false }));
    const override = { reason: 'evidence-weighed-otherwise', comment: 'as discussed' } as const;
    expect(of.assessment.nextStep.blocked.map(({ option }) => option)).toContain('radical locoregional radiotherapy');
    expect(faultsOf(() => of.decide(1, { step: 'locoregional-rt' }))).toEqual(['content.override']);
    expect(of.decide(1, { step: 'locoregional-rt', override })).toHaveLength(1);
  });

  it('of a first presentation may be called local therapy when it is', () => {
    const of = CaseStory.opened([
      ...baseline.slice(0, 3),
      { ...charted, lesions: [{ ...charted.lesions[0], organ: 'lung' } as never] },
      ...baseline.slice(4),
    ]);
    expect(of.assessment.nextStep.code).toBe('ablate-upfront');
    expect(of.decision(1).content.kind).toBe('local-therapy');
    expect(faultsOf(() => of.decide(1, { kind: 'any' }))).toEqual(['content.kind']);
    expect(of.decide(1)).toHaveLength(1);
  });
});

const action = (actionId: string, dueOn = '2025-01-20') => ({
  actionId,
  what: 'Book it',
  owner: { discipline: 'nursing' as const },
  dueOn,
});
const expectation = (expectationId: string) => ({ expectationId, result: 'ebv-dna' as const, dueOn: '2025-01-20' });
