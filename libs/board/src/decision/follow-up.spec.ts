import { describe, expect, it } from 'vitest';
import type { ReportAction } from '../case/board-command.js';
import { boardTypes, CaseStory, cycles, died, ofType, problemOf, sample, scan, systemic, uuid } from '../case/case.fixture.js';
import { draftDecision } from './draft-decision.js';
import { expectationsOf } from './expectations.js';
import { standingDecision } from './standing-decision.js';

const planned = { actionId: 'book', what: 'Book the first cycle', owner: { discipline: 'medical-oncology' as const }, dueOn: '2025-01-20' };
const decided = (changes: Parameters<CaseStory['decide']>[1] = {}): CaseStory => {
  const story = CaseStory.opened();
  story.decide(1, { actions: [planned], expectations: [], ...changes });
  return story;
};
const report = (story: CaseStory, changes: Partial<ReportAction>) =>
  story.give({ type: 'ReportAction', decisionId: uuid(1), actionId: 'book', state: 'done', ...changes });

describe('an action of a decision', () => {
  it('is open until somebody reports on it', () => {
    const story = decided();
    expect(story.board.decisions[0]?.actions).toEqual([{ ...planned, state: 'open', reason: null, reportedOn: null }]);
    story.today = '2025-01-21';
    expect(boardTypes(report(story, {}))).toEqual(['ActionReported']);
    expect(story.board.decisions[0]?.actions[0]).toMatchObject({ state: 'done', reportedOn: '2025-01-21' });
    expect(report(story, {})).toEqual([]);
  });

  it('that was not carried out as planned brings the case back', () => {
    const story = decided();
    const events = report(story, { state: 'partly', reason: 'toxicity' });
    expect(boardTypes(events)).toEqual(['ActionReported', 'DecisionNeedsReview', 'CaseListed']);
    expect(story.board.listing).toMatchObject({ reason: 'deviation', dueBy: '2025-01-17', trigger: { kind: 'deviation' } });
    expect(standingDecision(story.state)?.review).toBe('needs-review');
  });

  it('that fails in several ways brings the case back once', () => {
    const story = decided();
    report(story, { state: 'partly', reason: 'toxicity' });
    expect(boardTypes(report(story, { state: 'not-done', reason: 'toxicity' }))).toEqual(['ActionReported']);
    expect(story.board.decisions[0]?.actions[0]).toMatchObject({ state: 'not-done' });
  });

  it('that was superseded is no deviation, nor one of a decision that no longer stands, nor after a death', () => {
    const story = decided();
    expect(boardTypes(report(story, { state: 'not-done', reason: 'superseded' }))).toEqual(['ActionReported']);
    const later = decided();
    later.decide(2);
    expect(boardTypes(report(later, { state: 'not-done', reason: 'scheduling' }))).toEqual(['ActionReported']);
    const dead = decided();
    dead.record(died('2025-01-15'));
    expect(boardTypes(report(dead, { state: 'not-done', reason: 'patient-died' }))).toEqual(['ActionReported']);
  });

  it.each<[Partial<ReportAction>, string, string | undefined]>([
    [{ state: 'not-done' }, 'decision.report-invalid', 'reason'],
    [{ state: 'done', reason: 'toxicity' }, 'decision.report-invalid', 'reason'],
    [{ actionId: 'other' }, 'decision.unknown-action', 'actionId'],
    [{ decisionId: uuid(9) }, 'decision.unknown', undefined],
  ])('is refused a report that does not fit (%#)', (changes, code, path) => {
    const refused = problemOf(() => report(decided(), changes));
    expect(refused.code).toBe(code);
    expect(refused.faults[0]?.path).toBe(path);
  });
});

const expects = (...dueOn: string[]) =>
  dueOn.map((day, index) => ({ expectationId: `e${index + 1}`, result: 'ebv-dna' as const, dueOn: day }));
const states = (story: CaseStory) => expectationsOf(story.state).map(({ state, fact }) => (fact === null ? state : `${state} by ${fact}`));

describe('a result that the plan counts on', () => {
  const story = (...dueOn: string[]): CaseStory => decided({ actions: [], expectations: expects(...dueOn) });

  it('is met by a result from after the day of the decision, not of that day', () => {
    const counting = story('2025-01-31');
    counting.record({ ...sample('2025-01-10', 900), id: 'same-day' });
    expect(states(counting)).toEqual(['open']);
    counting.record({ ...sample('2025-01-11', 900), id: 'next-day' });
    expect(states(counting)).toEqual(['met by next-day']);
  });

  it('is not met by a result of another kind', () => {
    const counting = story('2025-01-31');
    counting.record(scan('2025-01-20', 30));
    expect(states(counting)).toEqual(['open']);
  });

  it('is one of several: a result meets the one of its interval, a late one what is late', () => {
    const counting = story('2025-01-31', '2025-02-21', '2025-03-14');
    counting.record({ ...sample('2025-01-20', 900), id: 'a' }, { ...sample('2025-01-25', 800), id: 'b' });
    expect(states(counting)).toEqual(['met by a', 'open', 'open']);
    counting.record({ ...sample('2025-03-14', 100), id: 'c' });
    expect(states(counting)).toEqual(['met by a', 'met by c', 'met by c']);
  });

  it('is open again when the result that met it is retracted', () => {
    const counting = story('2025-01-31');
    counting.record({ ...sample('2025-01-20', 900), id: 'a' });
    counting.record({ type: 'FactRetracted', on: '2025-01-21', retracts: 'a', reason: 'another patient' });
    expect(states(counting)).toEqual(['open']);
  });

  it('is overdue the day after it was due, once, and lists the case', () => {
    const counting = story('2025-01-31');
    expect(counting.give({ type: 'CheckExpectations', today: '2025-01-31' })).toEqual([]);
    const events = counting.give({ type: 'CheckExpectations', today: '2025-02-01' });
    expect(boardTypes(events)).toEqual(['ExpectationOverdue', 'CaseListed']);
    expect(counting.board.listing).toMatchObject({ reason: 'response-due', dueBy: '2025-02-08', trigger: { kind: 'overdue-ebv-dna' } });
    expect(counting.give({ type: 'CheckExpectations', today: '2025-02-02' })).toEqual([]);
    expect(states(counting)).toEqual(['overdue']);
    counting.record({ ...sample('2025-02-03', 900), id: 'late' });
    expect(states(counting)).toEqual(['met by late']);
  });

  it('is no longer counted on once another decision stands or the patient has died', () => {
    const superseded = story('2025-01-31');
    superseded.decide(2, { actions: [], expectations: [] });
    expect(superseded.give({ type: 'CheckExpectations', today: '2025-03-01' })).toEqual([]);
    const dead = story('2025-01-31');
    dead.record(died('2025-01-15'));
    expect(dead.give({ type: 'CheckExpectations', today: '2025-03-01' })).toEqual([]);
  });
});

describe('the day on which the board looks again', () => {
  it('lists the case when it comes, once', () => {
    const story = decided({ reviewOn: '2025-03-01' });
    expect(story.give({ type: 'CheckExpectations', today: '2025-02-28' })).toEqual([]);
    const events = story.give({ type: 'CheckExpectations', today: '2025-03-01' });
    expect(ofType(events, 'DecisionNeedsReview').map(({ data }) => data.trigger.kind)).toEqual(['review-date']);
    expect(ofType(events, 'CaseListed').map(({ data }) => data.reason)).toEqual(['routine']);
    story.give({ type: 'DelistCase', reason: 'other' });
    expect(story.give({ type: 'CheckExpectations', today: '2025-03-02' })).toEqual([]);
  });
});

describe('a draft', () => {
  it('can be recorded once the rationale and why not the alternatives are written', () => {
    const story = CaseStory.opened();
    const draft = draftDecision(story.state, story.assessment, story.today);
    expect(draft.content.rationale).toBe('');
    expect(draft.content.alternatives.length).toBeGreaterThan(0);
    expect(draft.content.alternatives.every(({ because }) => because === '')).toBe(true);
    expect(draft.content.plan).toContain('gemcitabine, cisplatin, anti-PD-1');
    expect(draft.content.guidelines.map(({ position }) => position)).toContain('agrees');
    expect(story.decide(1)).toHaveLength(1);
  });

  it.each([
    [0, '2025-03-14', 3],
    [1, '2025-02-21', 2],
    [2, '2025-01-31', 1],
    [3, '2025-03-14', 3],
  ])('expects the scan after every third cycle and EBV DNA with each (%i given)', (given, scanDue, samples) => {
    const story = CaseStory.opened();
    story.record(systemic(), ...(given === 0 ? [] : [cycles('2025-02-20', given)]));
    const { content, expectationRules } = draftDecision(story.state, story.assessment, '2025-01-10');
    expect(content.expectations.filter(({ result }) => result === 'response-scan').map(({ dueOn }) => dueOn)).toEqual([scanDue]);
    expect(content.expectations.filter(({ result }) => result === 'ebv-dna')).toHaveLength(samples);
    expect(expectationRules.every(({ basis, verified }) => basis === 'product rule' && !verified)).toBe(true);
  });

  it('asks for what the step needs, from whoever owes it', () => {
    const story = CaseStory.opened();
    const { content } = draftDecision(story.state, story.assessment, '2025-01-10');
    expect(content.actions).toMatchObject([{ owner: { discipline: 'interventional-radiology' }, dueOn: '2025-01-17' }]);
  });
});
