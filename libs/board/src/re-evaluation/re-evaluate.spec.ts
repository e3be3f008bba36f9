import { DEFAULT_POLICY, knowledgeRelease } from '@tumor-board/knowledge';
import type { Fact } from '@tumor-board/oncology';
import { describe, expect, it } from 'vitest';
import {
  adverseEvent,
  baseline,
  boardTypes,
  CaseStory,
  charted,
  cycles,
  died,
  ecog,
  head,
  histology,
  ofType,
  sample,
  scan,
  systemic,
  under,
  uuid,
} from '../case/case.fixture.js';
import type { QueueReason } from '../queue/queue-reason.js';
import { reviewVerdicts } from './review-verdicts.js';
import { responding } from './stories.fixture.js';

const triggersOf = (events: Parameters<typeof boardTypes>[0]) =>
  ofType(events, 'DecisionNeedsReview').map(({ data }) => [data.trigger.kind, data.trigger.facts]);

describe('a case that the board has not decided on', () => {
  it('is not listed by being opened without facts', () => {
    expect(boardTypes(new CaseStory().give({ type: 'OpenCase', head }))).toEqual([]);
  });

  it('is listed with its first fact, for what its baseline lacks, and due by the site’s target', () => {
    const story = new CaseStory('2025-01-10');
    story.give({ type: 'OpenCase', head });
    const [listed] = ofType(story.record(histology), 'CaseListed');
    expect(listed?.data).toMatchObject({ on: '2025-01-10', reason: 'incomplete-baseline', dueBy: '2025-01-17' });
    expect(listed?.data.trigger).toMatchObject({ kind: 'first-presentation', facts: ['histology'] });
    expect(listed?.data.trigger.changed).toContainEqual({ part: 'nextStep', before: null, after: 'complete-baseline' });
  });

  it('is listed anew once the baseline is complete, and the time to the board counts from there', () => {
    const story = CaseStory.opened(baseline.slice(0, 5));
    expect(story.board.listing?.reason).toBe('incomplete-baseline');
    story.today = '2025-01-16';
    const [listed] = ofType(story.record(sample('2025-01-06', 20_000)), 'CaseListed');
    expect(listed?.data).toMatchObject({ reason: 'new-case', dueBy: '2025-01-23', trigger: { kind: 'next-step' } });
    expect(story.board.listing).toMatchObject({ reason: 'new-case', since: '2025-01-10', dueBy: '2025-01-23' });
  });

  it('is listed once for the facts of a whole file', () => {
    const story = new CaseStory();
    const events = story.give({ type: 'OpenCase', head, facts: baseline });
    expect(boardTypes(events)).toEqual(['CaseListed']);
    expect(events.at(-1)?.type).toBe('CaseListed');
  });

  it.each([
    [0, undefined],
    [3, 14],
  ])('is due by the time target of its site (%#)', (_, days) => {
    const story = new CaseStory('2025-01-10');
    story.under = under(days === undefined ? {} : { timeTargets: { listingDays: days, resultToBoardDays: 3 } });
    story.give({ type: 'OpenCase', head, facts: baseline });
    expect(story.board.listing?.dueBy).toBe(days === undefined ? '2025-01-17' : '2025-01-24');
  });

  it('is not listed while the step takes its course, and is listed when it no longer does', () => {
    const story = CaseStory.opened([...baseline, systemic()]);
    expect(story.board.listing).toBeNull();
    expect(boardTypes(story.record(cycles('2025-02-05', 1)))).toEqual([]);
    story.record(scan('2025-03-19', 22));
    expect(boardTypes(story.record(cycles('2025-04-10', 4)))).toEqual(['CaseListed']);
    expect(story.board.listing).toMatchObject({ reason: 'treatment-decision', trigger: { kind: 'first-presentation' } });
  });

  it.each<[string, QueueReason, Fact[]]>([
    ['progression by RECIST', 'progression', [scan('2025-03-19', 60, { clinicallyStable: false })]],
    ['unconfirmed progression under immunotherapy', 'progression', [scan('2025-03-19', 60)]],
    [
      'a rebound of EBV DNA',
      'rebound',
      [sample('2025-02-10', 0), sample('2025-02-24', 0), cycles('2025-03-30', 4), scan('2025-03-19', 22), sample('2025-04-02', 5_000)],
    ],
    [
      'a scan and a marker that disagree',
      'disagreement',
      [sample('2025-02-10', 800), cycles('2025-02-11', 1), scan('2025-03-19', 22), sample('2025-04-02', 9_000)],
    ],
  ])('is listed for %s', (_, reason, facts) => {
    const story = CaseStory.opened([...baseline, systemic()]);
    story.record(...facts);
    expect(story.board.listing?.reason).toBe(reason);
  });

  it('stays off the queue after somebody took it off, until its step is another', () => {
    const story = CaseStory.opened();
    story.give({ type: 'DelistCase', reason: 'decided-elsewhere' });
    expect(boardTypes(story.record(ecog(1, '2025-01-08')))).toEqual([]);
    expect(boardTypes(story.record(ecog(3, '2025-01-09')))).toEqual(['CaseListed']);
  });

  it('is not listed by what changes nothing', () => {
    const story = CaseStory.opened();
    expect(story.record({ type: 'PatientPreferenceRecorded', on: '2025-01-09', declines: [], note: 'prefers mornings' })).toHaveLength(1);
  });
});

const lesion = charted.lesions[0] as (typeof charted.lesions)[number];

describe('a decision that stands', () => {
  it('is told which fact changed what, compared with what it was decided on', () => {
    const story = responding();
    const [review] = ofType(story.record({ ...scan('2025-05-05', 40), id: 'pd' }), 'DecisionNeedsReview');
    expect(review?.data).toMatchObject({ decisionId: uuid(2), trigger: { kind: 'response-assessment', facts: ['pd'] } });
    expect(review?.data.trigger.changed).toContainEqual({ part: 'response.gate', before: 'good', after: 'poor' });
  });

  it('is marked once by the same kind of trigger when nothing more has changed', () => {
    const story = responding();
    expect(boardTypes(story.record(adverseEvent('2025-03-25', 3)))).toEqual(['DecisionNeedsReview', 'CaseListed']);
    expect(boardTypes(story.record(adverseEvent('2025-03-26', 4)))).toEqual([]);
  });

  it('brings a case back that somebody took off the queue, when it happens again', () => {
    const story = responding();
    story.record(adverseEvent('2025-03-25', 3));
    story.give({ type: 'DelistCase', reason: 'other' });
    expect(boardTypes(story.record(adverseEvent('2025-03-26', 4)))).toEqual(['DecisionNeedsReview', 'CaseListed']);
  });

  it('lists the case once for several triggers of one command, for the most urgent', () => {
    const story = responding();
    const events = story.record(sample('2025-05-05', 5_000), scan('2025-05-06', 60), adverseEvent('2025-05-06', 3));
    expect(new Set(triggersOf(events).map(([kind]) => kind))).toEqual(new Set(['ebv-dna-result', 'response-assessment', 'toxicity']));
    expect(ofType(events, 'CaseListed').map(({ data }) => data.reason)).toEqual(['progression']);
  });

  it('is listed again only when that raises the reason, with the earlier due date', () => {
    const story = responding();
    story.record(adverseEvent('2025-03-25', 3));
    story.today = '2025-03-24';
    expect(ofType(story.record(scan('2025-03-24', 22)), 'CaseListed')).toEqual([]);
    const [raised] = ofType(story.record(scan('2025-03-25', 60)), 'CaseListed');
    expect(raised?.data).toMatchObject({ reason: 'progression', dueBy: '2025-03-27' });
    expect(story.board.listing).toMatchObject({ reason: 'progression', since: '2025-03-20', dueBy: '2025-03-27' });
  });

  it('has no due date in the past when the earlier one has gone by', () => {
    const story = responding();
    story.record(adverseEvent('2025-03-25', 3));
    story.today = '2025-04-30';
    const [raised] = ofType(story.record(scan('2025-04-29', 60)), 'CaseListed');
    expect(raised?.data).toMatchObject({ on: '2025-04-30', dueBy: '2025-04-30' });
  });

  it('a correction of what came after it is no correction of its input', () => {
    const story = responding();
    story.record({ ...scan('2025-05-05', 40), id: 'later' });
    story.decide(3, { override: { reason: 'other', comment: 'as discussed' } });
    story.record({ ...scan('2025-06-02', 41), id: 'newest' });
    const events = story.record({
      type: 'FactCorrected',
      on: '2025-06-03',
      corrects: 'newest',
      reason: 'measured again',
      replacement: scan('2025-06-02', 22),
    } as Fact);
    expect(triggersOf(events).map(([kind]) => kind)).toEqual(['response-assessment']);
  });

  it('is not marked by a wrong result that is taken back before anybody decided on it', () => {
    const story = responding();
    const events = story.record(
      { ...sample('2025-04-02', 5_000), id: 'wrong' },
      { type: 'FactRetracted', on: '2025-04-03', retracts: 'wrong', reason: 'another patient' },
    );
    expect(boardTypes(events)).toEqual([]);
  });
});

describe('why a fact did not list a case', () => {
  it('is said for each fact', () => {
    const story = responding();
    const { state: before } = story;
    const facts: Fact[] = [ecog(1, '2025-03-25'), { ...histology, id: 'h2', on: '2025-03-25' }];
    story.record(...facts);
    const decision = story.board.decisions.at(-1);
    if (decision === undefined) throw new Error('expected a decision');
    const moment = ({ facts: log, headline }: typeof before) => ({ facts: log, headline });
    const recorded = story.state.facts
      .toArray()
      .slice(-2)
      .map((fact) => ({ fact, changed: [] }));
    const reading = { decision, before: moment(before), after: moment(story.state), assessment: story.assessment };
    expect(reviewVerdicts(recorded, reading)).toEqual(
      recorded.map(({ fact }) => ({ kind: 'ignore', fact: fact.id, reason: 'it changes nothing that the decision rests on' })),
    );
  });
});

describe('a change of the rules', () => {
  it('marks a decision when it changes what was decided on', () => {
    const story = CaseStory.opened([
      ...baseline.slice(0, 3),
      { ...charted, lesions: [{ ...lesion, organ: 'lung', count: 2 }] },
      ...baseline.slice(4),
    ]);
    expect(story.assessment.nextStep.code).toBe('ablate-upfront');
    story.decide(1);
    story.under = under({ upfrontAblationMax: 1 });
    const events = story.give({ type: 'ReassessCase' });
    expect(boardTypes(events)).toEqual(['DecisionNeedsReview', 'CaseListed']);
    expect(triggersOf(events)).toEqual([['new-policy', []]]);
    expect(story.board.listing?.reason).toBe('new-knowledge');
    expect(boardTypes(story.give({ type: 'ReassessCase' }))).toEqual([]);
  });

  it('leaves a decision alone that does not rest on it', () => {
    const story = responding();
    story.under = under({ oligometastaticMax: 3 });
    expect(boardTypes(story.give({ type: 'ReassessCase' }))).toEqual([]);
  });

  it('is told apart from the facts that bring it to light', () => {
    const story = responding();
    story.under = { release: knowledgeRelease('npc-2026.11'), policy: DEFAULT_POLICY };
    const events = story.record(scan('2025-05-05', 22));
    expect(triggersOf(events).map(([kind]) => kind)).toContain('response-assessment');
    expect(ofType(events, 'CaseListed')).toHaveLength(1);
  });
});

describe('a death', () => {
  it('takes the case off the queue, and nothing lists it again', () => {
    const story = responding();
    story.record(scan('2025-05-05', 60));
    expect(boardTypes(story.record(died('2025-06-01')))).toEqual(['CaseDelisted']);
    expect(boardTypes(story.record(scan('2025-05-30', 70)))).toEqual([]);
    expect(story.board.listing).toBeNull();
  });

  it('of a case that waits for nothing leaves nothing to record for the board', () => {
    const story = responding();
    expect(boardTypes(story.record(died('2025-06-01')))).toEqual([]);
  });

  it('that is taken back brings the case back', () => {
    const story = responding();
    story.record(died('2025-06-01'));
    const events = story.record({ type: 'FactRetracted', on: '2025-06-02', retracts: 'death', reason: 'another patient' });
    expect(triggersOf(events).map(([kind]) => kind)).toEqual(['corrected-input']);
    expect(story.board.listing?.reason).toBe('correction');
  });
});
