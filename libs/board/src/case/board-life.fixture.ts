import { daysAfter, isProblem } from '@tumor-board/kernel';
import { DEFAULT_POLICY, knowledgeRelease, NEXT_STEP_CODES, sitePolicy } from '@tumor-board/knowledge';
import { arbitraryClinicalFact } from '@tumor-board/testing';
import fc from 'fast-check';
import { basisOf } from '../decision/basis.js';
import { baseline, CaseStory, reviewer, uuid } from './case.fixture.js';
import type { CaseEvent } from './case-event.js';
import type { OpenCaseState } from './case-state.js';

const days = fc.integer({ min: 0, max: 40 });
/** Something that somebody does with a case, or that time passes. */
export const step = fc.oneof(
  {
    weight: 16,
    arbitrary: fc.record({ kind: fc.constant('facts' as const), facts: fc.array(arbitraryClinicalFact, { minLength: 1, maxLength: 2 }) }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('retract' as const), at: fc.nat(20) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('rules' as const),
      max: fc.constantFrom(3, 4, 5),
      release: fc.constantFrom('npc-2023.08', 'npc-2026.11'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('death' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('refer' as const),
      urgency: fc.constantFrom('routine', 'urgent', 'emergency'),
      in: fc.option(days, { nil: undefined }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('withdraw' as const), at: fc.nat(6) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constantFrom('defer' as const, 'delist' as const, 'schedule' as const, 'unschedule' as const) }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('decide' as const),
      step: fc.option(fc.constantFrom(...NEXT_STEP_CODES), { nil: undefined }),
      quorum: fc.constantFrom('met', 'not-met', 'not-in-a-meeting'),
      seen: fc.constantFrom('now', 'before'),
      reviewIn: fc.option(days, { nil: undefined }),
    }),
  },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('sign' as const), who: fc.nat(4), back: fc.constantFrom(1, 1, 1, 2) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('report' as const),
      back: fc.constantFrom(1, 1, 1, 2),
      state: fc.constantFrom('done', 'partly', 'not-done'),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('check' as const) }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('pass' as const), days }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** One command: what it recorded, and the case before and after it. */
export interface Turn {
  readonly step: Step;
  readonly before: OpenCaseState;
  readonly after: OpenCaseState;
  readonly events: readonly CaseEvent[];
  readonly today: string;
}

/** A case as commands make it: whatever is refused leaves it as it was. */
export function live(steps: readonly Step[]): { story: CaseStory; turns: Turn[] } {
  const story = CaseStory.opened(baseline);
  const turns: Turn[] = [];
  let ids = 100;
  let shown = story.decision(99);
  const give = (next: Step): readonly CaseEvent[] => {
    const { board } = story;
    ids += 1;
    switch (next.kind) {
      case 'facts':
        return story.record(...next.facts);
      case 'retract':
        return story.record({ type: 'FactRetracted', on: '2026-12-31', retracts: `#${next.at + 1}`, reason: 'error' });
      case 'rules':
        story.under = {
          release: knowledgeRelease(next.release),
          policy: sitePolicy({ ...DEFAULT_POLICY, oligometastaticMax: next.max as 3 | 4 | 5 }),
        };
        return story.give({ type: 'ReassessCase' });
      case 'death':
        return story.record({ type: 'DeathRecorded', on: '2026-12-31' });
      case 'refer':
        return story.give({
          type: 'ReferCase',
          referralId: uuid(ids),
          question: '?',
          urgency: next.urgency,
          disciplines: [],
          ...(next.in === undefined ? {} : { dueBy: daysAfter(story.today, next.in) }),
        });
      case 'withdraw':
        return story.give({ type: 'WithdrawReferral', referralId: board.referralIds[next.at] ?? uuid(1), reason: 'other' });
      case 'defer':
        return story.give({ type: 'DeferCase', reason: 'no-time' });
      case 'delist':
        return story.give({ type: 'DelistCase', reason: 'other' });
      case 'schedule':
        return story.give({ type: 'ScheduleCase', meetingId: uuid(70), itemId: uuid(71), meetingOn: story.today, mode: 'discussion' });
      case 'unschedule':
        return story.give({ type: 'UnscheduleCase', meetingId: uuid(70), itemId: uuid(71), reason: 'not-reached' });
      case 'decide': {
        const { proposed } = basisOf(story.state, story.assessment);
        const meeting = next.quorum === 'not-in-a-meeting' ? {} : { meetingId: uuid(70) };
        const decision = story.decision(
          ids,
          {
            step: next.step ?? proposed,
            kind: next.step === 'ablate-upfront' || next.step === 'consolidate-metastases' ? 'local-therapy' : 'first-presentation',
            override: { reason: 'other', comment: 'as discussed' },
            ...(next.reviewIn === undefined ? {} : { reviewOn: daysAfter(story.today, next.reviewIn) }),
          },
          {
            ...meeting,
            quorum: { state: next.quorum, required: [], present: [], missing: next.quorum === 'not-met' ? ['radiology'] : [] },
          },
        );
        if (next.seen === 'now') shown = decision;
        return story.give({ ...decision, basisHash: shown.basisHash });
      }
      case 'sign': {
        const decision = board.decisions.at(-next.back);
        return story.give({
          type: 'SignDecision',
          decisionId: decision?.decisionId ?? uuid(1),
          contentHash: decision?.contentHash ?? '',
          signature: { ...reviewer, account: `account:${next.who}` },
        });
      }
      case 'report': {
        const decision = board.decisions.at(-next.back);
        return story.give({
          type: 'ReportAction',
          decisionId: decision?.decisionId ?? uuid(1),
          actionId: decision?.actions[0]?.actionId ?? '',
          state: next.state,
          ...(next.state === 'done' ? {} : { reason: 'toxicity' }),
        });
      }
      case 'check':
        return story.give({ type: 'CheckExpectations', today: story.today });
      case 'pass':
        story.today = daysAfter(story.today, next.days);
        return [];
    }
  };
  for (const next of steps) {
    const before = story.state;
    const { under } = story;
    try {
      const events = give(next);
      turns.push({ step: next, before, after: story.state, events, today: story.today });
    } catch (error) {
      if (!isProblem(error)) throw error;
      story.under = under;
    }
  }
  return { story, turns };
}
