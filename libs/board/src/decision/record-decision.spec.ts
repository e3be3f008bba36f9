import { describe, expect, it } from 'vitest';
import type { RecordDecision } from '../case/board-command.js';
import { boardTypes, CaseStory, chair, died, ecog, ofType, problemOf, systemic, under, uuid } from '../case/case.fixture.js';
import { basisHashOf, basisOf, contentHashOf } from './basis.js';
import { draftDecision } from './draft-decision.js';
import { standingDecision } from './standing-decision.js';

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

  it('leaves the case to be presented for the first time, until it is decided with one', () => {
    const story = CaseStory.opened();
    story.decide(1, { kind: 'first-presentation' }, inMeeting(['pathology']));
    expect(draftDecision(story.state, story.assessment, story.today)).toMatchObject({
      isFirstPresentation: true,
      content: { kind: 'first-presentation' },
    });
    const { faults } = problemOf(() => story.decide(2, { kind: 'any' }, inMeeting()));
    expect(faults.map(({ path }) => path)).toEqual(['content.kind']);
    story.decide(3, { kind: 'first-presentation' }, inMeeting());
    story.decide(4, { kind: 'any' }, inMeeting(['pathology']));
    expect(draftDecision(story.state, story.assessment, story.today)).toMatchObject({
      isFirstPresentation: false,
      content: { kind: 'any' },
    });
  });

  it('leaves referrals to be answered, with their urgency and their date', () => {
    const story = CaseStory.opened();
    const question = { type: 'ReferCase' as const, question: 'What now?', disciplines: [] };
    story.give({ ...question, referralId: uuid(5), urgency: 'routine', dueBy: '2025-01-12' });
    story.decide(1, {}, inMeeting(['radiology']));
    expect(story.board.listing).toMatchObject({ reason: 'treatment-decision', dueBy: '2025-01-12' });
    story.give({ ...question, referralId: uuid(6), urgency: 'emergency' });
    story.decide(2, {}, inMeeting(['radiology']));
    expect(story.board.referrals.map(({ referralId }) => referralId)).toEqual([uuid(5), uuid(6)]);
    expect(story.board.listing).toMatchObject({ reason: 'emergency', referralId: uuid(6) });
    story.give({ type: 'WithdrawReferral', referralId: uuid(6), reason: 'other' });
    expect(story.board.listing).toMatchObject({ reason: 'treatment-decision', trigger: { kind: 'no-quorum' } });
    story.decide(3, {}, inMeeting());
    expect(story.board).toMatchObject({ referrals: [], listing: null });
  });

  it.each([inMeeting(), {}])('is none when the quorum is met or no meeting was held (%#)', (others) => {
    const story = CaseStory.opened();
    expect(boardTypes(story.decide(1, {}, others))).toEqual(['DecisionRecorded']);
  });
});
