import { isProblem, type Problem, sha256Hex } from '@tumor-board/kernel';
import { describe, expect, it } from 'vitest';
import type { RecordDecision } from '../case/board-command.js';
import {
  adverseEvent,
  baseline,
  boardTypes,
  CaseStory,
  chair,
  charted,
  cycles,
  died,
  ecog,
  ofType,
  reviewer,
  sample,
  scan,
  systemic,
  under,
  uuid,
} from '../case/case.fixture.js';
import { basisHashOf, basisOf, contentHashOf } from './basis.js';
import { standingDecision } from './standing-decision.js';

const problemOf = (decide: () => unknown): Problem => {
  try {
    decide();
  } catch (error) {
    if (isProblem(error)) return error;
    throw error;
  }
  throw new Error('expected a problem');
};
const faultsOf = (decide: () => unknown) => problemOf(decide).faults.map(({ path }) => path);

const inMeeting = (missing: string[] = []): Partial<RecordDecision> => ({
  meetingId: uuid(70),
  itemId: uuid(71),
  quorum: { state: missing.length === 0 ? 'met' : 'not-met', required: ['radiology'], present: [], missing },
});

describe('recording a decision', () => {
  it('pins what was shown and binds the signature to it', () => {
    const story = CaseStory.opened();
    const basis = basisOf(story.state, story.assessment);
    const [event] = ofType(story.decide(1), 'DecisionRecorded');
    expect(event?.data).toMatchObject({ decisionId: uuid(1), on: '2025-01-10', provisional: false, signature: chair });
    expect(event?.data.basis).toEqual(basis);
    expect(event?.data.basisHash).toBe(basisHashOf(basis));
    expect(event?.data.contentHash).toBe(contentHashOf(uuid(1), event?.data.content as never, basisHashOf(basis)));
    expect(basis).toMatchObject({ version: 14, fingerprint: story.assessment.fingerprint, proposed: 'start-systemic', standing: null });
  });

  it('ends the listing and the agenda and answers the referrals', () => {
    const story = CaseStory.opened();
    story.give({ type: 'ReferCase', referralId: uuid(5), question: 'What now?', urgency: 'urgent', disciplines: [] });
    story.give({ type: 'ScheduleCase', meetingId: uuid(70), itemId: uuid(71), meetingOn: '2025-01-14', mode: 'discussion' });
    story.decide(1);
    expect(story.board).toMatchObject({ listing: null, schedule: null, deferral: null, referrals: [], standing: uuid(1) });
  });

  it('supersedes the decision that stood', () => {
    const story = CaseStory.opened();
    story.decide(1);
    story.decide(2);
    story.decide(3);
    expect(story.board.decisions.map(({ supersedes }) => supersedes)).toEqual([null, uuid(1), uuid(2)]);
    expect(story.board.decisions.map(({ supersededBy }) => supersededBy)).toEqual([uuid(2), uuid(3), null]);
  });

  it('a second time under the same id records nothing, and refuses another content', () => {
    const story = CaseStory.opened();
    const decision = story.decision(1);
    story.give(decision);
    expect(story.give(decision)).toEqual([]);
    expect(problemOf(() => story.give({ ...decision, content: { ...decision.content, rationale: 'another' } })).code).toBe(
      'decision.id-taken',
    );
  });

  it('is not possible after a death', () => {
    const story = CaseStory.opened();
    const decision = story.decision(1);
    story.record(died('2025-01-10'));
    expect(problemOf(() => story.give(decision)).code).toBe('case.patient-died');
  });
});

describe('a decision on what was shown before', () => {
  const changes: readonly (readonly [string, (story: CaseStory) => unknown, readonly string[], readonly string[]])[] = [
    ['a fact that changes the step', (story) => story.record(systemic()), ['nextStep'], ['version', 'fingerprint', 'proposed']],
    ['a fact that changes nothing', (story) => story.record(ecog(0, '2025-01-09')), [], ['version', 'fingerprint']],
    [
      'a referral with another question',
      (story) => story.give({ type: 'ReferCase', referralId: uuid(5), question: '?', urgency: 'routine', disciplines: [] }),
      [],
      ['referrals'],
    ],
    ['another decision', (story) => story.decide(9), [], ['standing']],
    ['another policy', (story) => (story.under = under({ oligometastaticMax: 3 })), [], ['fingerprint']],
  ];

  it.each(changes)('is refused after %s', (_, change, parts, others) => {
    const story = CaseStory.opened();
    const shown = basisOf(story.state, story.assessment);
    const decision = { ...story.decision(1), shown };
    change(story);
    const refused = problemOf(() => story.give(decision));
    expect(refused.code).toBe('decision.stale');
    expect(refused.faults.map(({ path }) => path)).toEqual(['basisHash']);
    const { changed, other } = refused.data as { changed: { part: string }[]; other: string[] };
    expect(changed.map(({ part }) => part)).toEqual(expect.arrayContaining([...parts]));
    expect(other).toEqual(expect.arrayContaining([...others]));
  });

  it('says nothing of what changed to whoever sends the hash alone, or another basis', () => {
    const story = CaseStory.opened();
    const decision = story.decision(1);
    story.record(systemic());
    expect(problemOf(() => story.give(decision)).data).toMatchObject({ changed: null, other: null });
    const shown = basisOf(story.state, story.assessment);
    expect(problemOf(() => story.give({ ...decision, shown })).data).toMatchObject({ changed: null });
  });

  it('is recorded after what no decision rests on', () => {
    const story = CaseStory.opened();
    const decision = story.decision(1);
    story.give({ type: 'ScheduleCase', meetingId: uuid(70), itemId: uuid(71), meetingOn: '2025-01-14', mode: 'discussion' });
    story.give({ type: 'DeferCase', reason: 'no-time' });
    story.give({ type: 'IdentifyPatient', patientId: uuid(8) });
    expect(boardTypes(story.give(decision))).toEqual(['DecisionRecorded']);
  });
});

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

describe('a decision without a quorum', () => {
  it('is provisional, and the case is listed again by the site’s target', () => {
    const story = CaseStory.opened();
    const events = story.decide(1, {}, inMeeting(['radiology']));
    expect(boardTypes(events)).toEqual(['DecisionRecorded', 'CaseListed']);
    expect(ofType(events, 'CaseListed')[0]?.data).toMatchObject({
      reason: 'treatment-decision',
      trigger: { kind: 'no-quorum' },
      dueBy: '2025-01-17',
      decisionId: uuid(1),
    });
    expect(standingDecision(story.state)).toMatchObject({ review: 'current', decision: { provisional: true } });
  });

  it.each([inMeeting(), {}])('is none when the quorum is met or no meeting was held (%#)', (others) => {
    const story = CaseStory.opened();
    expect(boardTypes(story.decide(1, {}, others))).toEqual(['DecisionRecorded']);
  });
});

describe('the first signature', () => {
  it.each([
    ['of a reviewer', reviewer, 'signature.meaning'],
    ['of a dissenter', { ...chair, meaning: 'dissent' as const }, 'signature.meaning'],
    ['as chair by somebody who is none', { ...chair, roles: ['clinician'] }, 'signature.meaning'],
    ['by a coordinator', { ...chair, meaning: 'author' as const, roles: ['coordinator'] }, 'signature.roles'],
  ])('%s is refused', (_, signature, path) => {
    const refused = problemOf(() => CaseStory.opened().decide(1, {}, { signature }));
    expect(refused.code).toBe('decision.signature-invalid');
    expect(refused.faults.map((fault) => fault.path)).toEqual([path]);
  });
});

describe('a further signature', () => {
  const decided = (): CaseStory => {
    const story = CaseStory.opened();
    story.decide(1);
    return story;
  };
  const sign = (story: CaseStory, signature = reviewer, changes: { decisionId?: string; contentHash?: string } = {}) =>
    story.give({
      type: 'SignDecision',
      decisionId: uuid(1),
      contentHash: story.board.decisions[0]?.contentHash ?? '',
      signature,
      ...changes,
    });

  it('comes under the same content and leaves the others', () => {
    const story = decided();
    expect(boardTypes(sign(story))).toEqual(['DecisionSigned']);
    expect(story.board.decisions[0]?.signatures).toEqual([chair, reviewer]);
  });

  it('a second time records nothing; with another meaning it is refused', () => {
    const story = decided();
    sign(story);
    expect(sign(story)).toEqual([]);
    expect(problemOf(() => sign(story, { ...reviewer, meaning: 'author' })).code).toBe('decision.signed-already');
  });

  it('is possible after a fact that changed nothing of substance, which is said', () => {
    const story = decided();
    story.record(ecog(0, '2025-01-09'));
    expect(standingDecision(story.state)).toMatchObject({ review: 'current', signedOnEarlierVersion: true });
    expect(boardTypes(sign(story))).toEqual(['DecisionSigned']);
  });

  it.each<[string, (story: CaseStory) => unknown, string]>([
    ['what the decision rests on has changed', (story) => story.record(systemic(), adverseEvent('2025-01-20', 3)), 'decision.stale'],
    ['another decision took its place', (story) => story.decide(2), 'decision.superseded'],
    ['the patient died', (story) => story.record(died('2025-01-20')), 'case.patient-died'],
  ])('is refused when %s', (_, change, code) => {
    const story = decided();
    change(story);
    expect(problemOf(() => sign(story)).code).toBe(code);
  });

  it('is refused under rules that change what was decided, also before the case was assessed under them', () => {
    const lung = { ...charted, lesions: [{ ...charted.lesions[0], organ: 'lung' as const, count: 2 } as never] };
    const story = CaseStory.opened([...baseline.slice(0, 3), lung, ...baseline.slice(4)]);
    story.decide(1);
    story.under = under({ upfrontAblationMax: 1 });
    expect(problemOf(() => sign(story)).code).toBe('decision.stale');
  });

  it.each([
    [{ contentHash: sha256Hex('another') }, 'decision.content-mismatch'],
    [{ decisionId: uuid(99) }, 'decision.unknown'],
  ])('is refused under something else (%#)', (changes, code) => {
    expect(problemOf(() => sign(decided(), reviewer, changes)).code).toBe(code);
  });

  it('of a dissenter needs the dissent in the decision', () => {
    const story = decided();
    expect(problemOf(() => sign(story, { ...reviewer, meaning: 'dissent' })).code).toBe('decision.signature-invalid');
    const other = CaseStory.opened();
    other.decide(1, { dissent: [{ by: 'Dr B.', text: 'I would wait.' }] });
    expect(boardTypes(sign(other, { ...reviewer, meaning: 'dissent' }))).toEqual(['DecisionSigned']);
  });
});
