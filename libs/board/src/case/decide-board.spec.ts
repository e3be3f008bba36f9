import { fold } from '@tumor-board/kernel';
import { describe, expect, it } from 'vitest';
import { withoutProtectedTexts } from '../protected-fields.js';
import type { ReferCase } from './board-command.js';
import { boardTypes, CaseStory, cycles, died, head, histology, ofType, problemOf, scan, systemic, uuid } from './case.fixture.js';
import type { CaseEvent } from './case-event.js';
import { evolveCase, noCase } from './case-state.js';

const codeOf = (decide: () => unknown): string => problemOf(decide).code;

const refer = (story: CaseStory, n: number, changes: Partial<ReferCase> = {}) =>
  story.give({ type: 'ReferCase', referralId: uuid(n), question: 'What next?', urgency: 'routine', disciplines: [], ...changes });

/** A case that waits for nothing. */
const quiet = (): CaseStory => {
  const story = CaseStory.opened();
  story.record(systemic());
  story.decide(1, { expectations: [] });
  return story;
};
const agenda = { type: 'ScheduleCase', meetingId: uuid(70), itemId: uuid(71), meetingOn: '2025-01-14', mode: 'discussion' } as const;

describe('a referral', () => {
  it.each([
    ['routine', 'routine', '2025-01-17'],
    ['urgent', 'treatment-decision', '2025-01-17'],
    ['emergency', 'emergency', '2025-01-10'],
  ] as const)('that is %s lists a case that waited for nothing', (urgency, reason, dueBy) => {
    const story = quiet();
    expect(boardTypes(refer(story, 5, { urgency }))).toEqual(['CaseReferred', 'CaseListed']);
    expect(story.board.listing).toMatchObject({ reason, dueBy, referralId: uuid(5), trigger: { kind: 'referral' } });
  });

  it('of a case without facts lists it for what its baseline lacks', () => {
    const story = new CaseStory();
    story.give({ type: 'OpenCase', head });
    refer(story, 5);
    expect(story.board.listing).toMatchObject({ reason: 'incomplete-baseline', trigger: { kind: 'referral' } });
  });

  it('of a case that waits already leaves the listing as it is, unless it is more urgent or needs an earlier answer', () => {
    const story = CaseStory.opened();
    expect(boardTypes(refer(story, 5))).toEqual(['CaseReferred']);
    expect(boardTypes(refer(story, 6, { dueBy: '2025-01-12' }))).toEqual(['CaseReferred', 'CaseListed']);
    expect(story.board.listing).toMatchObject({ reason: 'new-case', dueBy: '2025-01-12' });
    expect(boardTypes(refer(story, 7, { urgency: 'emergency' }))).toEqual(['CaseReferred', 'CaseListed']);
    expect(story.board.listing).toMatchObject({ reason: 'emergency', dueBy: '2025-01-10', since: '2025-01-10', referralId: uuid(7) });
  });

  it('that names a day keeps it while the baseline is incomplete and after', () => {
    const story = CaseStory.opened([histology]);
    refer(story, 5, { dueBy: '2025-01-12' });
    story.today = '2025-01-11';
    story.record(...CaseStory.opened().state.facts.toArray().slice(1));
    expect(story.board.listing).toMatchObject({ reason: 'new-case', dueBy: '2025-01-12' });
  });

  it('a second time records nothing; under the same id with another question it is refused', () => {
    const story = quiet();
    refer(story, 5);
    expect(refer(story, 5)).toEqual([]);
    expect(codeOf(() => refer(story, 5, { question: 'Another?' }))).toBe('referral.id-taken');
  });

  it.each([
    ['an answer by yesterday', (story: CaseStory) => refer(story, 5, { dueBy: '2025-01-09' }), 'referral.invalid'],
    [
      'a patient who has died',
      (story: CaseStory) => {
        story.record(died('2025-01-09'));
        return refer(story, 5);
      },
      'case.patient-died',
    ],
  ])('is refused for %s', (_, act, code) => {
    expect(codeOf(() => act(quiet()))).toBe(code);
  });
});

describe('a referral that is withdrawn', () => {
  const withdraw = (story: CaseStory, n: number) => story.give({ type: 'WithdrawReferral', referralId: uuid(n), reason: 'duplicate' });

  it('takes the case off the queue when nothing else kept it there', () => {
    const story = quiet();
    refer(story, 5);
    expect(boardTypes(withdraw(story, 5))).toEqual(['ReferralWithdrawn', 'CaseDelisted']);
    expect(story.board).toMatchObject({ listing: null, referrals: [] });
  });

  it('leaves what else the case waits for', () => {
    const story = CaseStory.opened();
    refer(story, 5, { urgency: 'emergency' });
    expect(boardTypes(withdraw(story, 5))).toEqual(['ReferralWithdrawn']);
    expect(story.board.listing).toMatchObject({ reason: 'new-case', dueBy: '2025-01-17', referralId: null });
  });

  it('leaves another referral', () => {
    const story = quiet();
    refer(story, 5);
    refer(story, 6, { urgency: 'urgent' });
    expect(boardTypes(withdraw(story, 6))).toEqual(['ReferralWithdrawn']);
    expect(story.board.listing).toMatchObject({ reason: 'routine', referralId: uuid(5) });
  });

  it('leaves a referral that listed nothing because another had', () => {
    const story = quiet();
    refer(story, 5);
    refer(story, 6);
    expect(boardTypes(withdraw(story, 5))).toEqual(['ReferralWithdrawn', 'CaseListed']);
    expect(story.board.listing).toMatchObject({ reason: 'routine', referralId: uuid(6), since: '2025-01-10' });
  });

  it('leaves what would have listed the case if the referral had not', () => {
    const story = quiet();
    refer(story, 5, { urgency: 'emergency' });
    story.record(scan('2025-03-19', 60));
    expect(boardTypes(withdraw(story, 5))).toEqual(['ReferralWithdrawn', 'CaseListed']);
    expect(story.board.listing).toMatchObject({ reason: 'progression', since: '2025-01-10' });
  });

  it('cannot be withdrawn twice, nor when it never was', () => {
    const story = quiet();
    refer(story, 5);
    withdraw(story, 5);
    expect(codeOf(() => withdraw(story, 5))).toBe('referral.closed');
    expect(codeOf(() => withdraw(story, 6))).toBe('referral.unknown');
  });
});

describe('the agenda', () => {
  it('takes a case that waits, once, and lets its mode change', () => {
    const story = CaseStory.opened();
    expect(boardTypes(story.give(agenda))).toEqual(['CaseScheduled']);
    expect(story.give(agenda)).toEqual([]);
    expect(boardTypes(story.give({ ...agenda, mode: 'without-discussion' }))).toEqual(['CaseScheduled']);
    expect(story.board.schedule?.mode).toBe('without-discussion');
  });

  it('of another meeting does not take it', () => {
    const story = CaseStory.opened();
    story.give(agenda);
    const refused = problemOf(() => story.give({ ...agenda, meetingId: uuid(80) }));
    expect(refused).toMatchObject({ code: 'case.already-scheduled', data: { meetingId: uuid(70), itemId: uuid(71) } });
  });

  it('does not take a case that waits for nothing', () => {
    expect(codeOf(() => quiet().give(agenda))).toBe('case.not-listed');
  });

  it('lets a case go, and does not mind when it is not on it', () => {
    const story = CaseStory.opened();
    story.give(agenda);
    const off = { type: 'UnscheduleCase', meetingId: uuid(70), itemId: uuid(71), reason: 'not-reached' } as const;
    expect(story.give({ ...off, meetingId: uuid(80) })).toEqual([]);
    expect(boardTypes(story.give(off))).toEqual(['CaseUnscheduled']);
    expect(story.give(off)).toEqual([]);
    expect(story.board.listing).not.toBeNull();
  });
});

describe('a deferral', () => {
  it('keeps the case in the queue with its waiting time, and every deferral is kept', () => {
    const story = CaseStory.opened();
    story.give({ type: 'DeferCase', reason: 'no-time', until: '2025-01-10' });
    story.give({ type: 'DeferCase', reason: 'person-absent' });
    expect(story.board.listing).toMatchObject({ since: '2025-01-10', deferrals: [{ reason: 'no-time' }, { reason: 'person-absent' }] });
    expect(story.board.deferral).toMatchObject({ reason: 'person-absent' });
  });

  it('ends when the case becomes more urgent', () => {
    const story = CaseStory.opened();
    story.give({ type: 'DeferCase', reason: 'no-time' });
    story.record(systemic(), cycles('2025-02-05', 3), scan('2025-03-19', 60));
    expect(story.board.deferral).toBeNull();
  });

  it.each([
    ['a case that waits for nothing', quiet, {}, 'case.not-listed'],
    ['a day that has passed', () => CaseStory.opened(), { until: '2025-01-09' }, 'case.deferral-invalid'],
  ] as const)('is refused for %s', (_, story, changes, code) => {
    expect(codeOf(() => story().give({ type: 'DeferCase', reason: 'no-time', ...changes }))).toBe(code);
  });
});

describe('taking a case off the queue', () => {
  it('ends its referrals with it', () => {
    const story = CaseStory.opened();
    refer(story, 5);
    story.give(agenda);
    expect(boardTypes(story.give({ type: 'DelistCase', reason: 'not-for-this-board' }))).toEqual(['CaseDelisted']);
    expect(story.board).toMatchObject({ listing: null, schedule: null, referrals: [] });
  });

  it.each([
    ['that is not on it', quiet, 'other', 'case.not-listed'],
    ['for a death that nobody recorded', () => CaseStory.opened(), 'died', 'case.delisting-invalid'],
  ] as const)('is refused for one %s', (_, story, reason, code) => {
    expect(codeOf(() => story().give({ type: 'DelistCase', reason }))).toBe(code);
  });
});

describe('a request', () => {
  const request = {
    type: 'RequestItem',
    item: 'baseline EBV DNA',
    owner: { discipline: 'medical-oncology' },
    dueOn: '2025-01-15',
  } as const;

  it('is for something that is missing, and can be made again of another', () => {
    const story = CaseStory.opened([histology]);
    expect(ofType(story.give(request), 'ItemRequested')[0]?.data).toMatchObject({ item: 'baseline EBV DNA', on: '2025-01-10' });
    expect(story.give(request)).toEqual([]);
    story.give({ ...request, owner: { account: 'account:1' } });
    expect(story.board.requests).toHaveLength(1);
    expect(story.board.requests[0]).toMatchObject({ owner: { account: 'account:1' } });
  });

  it.each([
    [{ item: 'a second opinion' }, 'case.item-not-missing', 'item'],
    [{ dueOn: '2025-01-09' }, 'case.request-invalid', 'dueOn'],
  ])('is refused for what does not fit (%#)', (changes, code, path) => {
    const refused = problemOf(() => CaseStory.opened([histology]).give({ ...request, ...changes }));
    expect(refused).toMatchObject({ code, faults: [{ path }] });
  });
});

describe('an erased case', () => {
  it('waits for nothing and holds no text, as when its events are read without the key', () => {
    const story = CaseStory.opened();
    story.decide(1, { dissent: [{ by: 'Dr B.', text: 'SECRET' }], rationale: 'SECRET' });
    refer(story, 5, { question: 'SECRET' });
    story.give({ type: 'DeferCase', reason: 'other', note: 'SECRET' });
    story.give({ type: 'EraseCase', because: 'person-asked', today: '2025-01-11' });
    expect(JSON.stringify(story.board)).not.toContain('SECRET');
    expect(story.board).toMatchObject({ listing: null, deferral: null, referrals: [] });
    const readAfter = story.events.map(({ type, data }) => ({ type, data: withoutProtectedTexts(type, data) }) as CaseEvent);
    const again = fold({ evolve: evolveCase }, noCase(), readAfter);
    expect(again.status === 'open' && again.board).toEqual(story.board);
  });
});

describe('the patient of a case', () => {
  it('is named once, and only another name that says it replaces the first is taken', () => {
    const story = CaseStory.opened();
    story.give({ type: 'IdentifyPatient', patientId: uuid(1) });
    expect(story.give({ type: 'IdentifyPatient', patientId: uuid(1) })).toEqual([]);
    expect(codeOf(() => story.give({ type: 'IdentifyPatient', patientId: uuid(2) }))).toBe('case.other-patient');
    expect(codeOf(() => story.give({ type: 'IdentifyPatient', patientId: uuid(2), replaces: uuid(3) }))).toBe('case.other-patient');
    story.give({ type: 'IdentifyPatient', patientId: uuid(2), replaces: uuid(1) });
    expect(story.board.patientId).toBe(uuid(2));
  });
});
