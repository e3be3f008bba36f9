import { canonicalJson, fold, isProblem } from '@tumor-board/kernel';
import {
  assess,
  DEFAULT_POLICY,
  headlineOf,
  knowledgeRelease,
  NEXT_STEP_CODES,
  type NextStepCode,
  sitePolicy,
} from '@tumor-board/knowledge';
import { timelineOf } from '@tumor-board/oncology';
import { arbitraryClinicalFact } from '@tumor-board/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { basisHashOf, basisOf, contentHashOf } from '../decision/basis.js';
import { standingDecision } from '../decision/standing-decision.js';
import { daysAfter } from '../meeting/local-time.js';
import { queueReason, rankOf } from '../queue/queue-reason.js';
import { baseline, CaseStory, ofType, reviewer, uuid } from './case.fixture.js';
import { type CaseEvent, parseCaseEvent, recordsFact } from './case-event.js';
import { type Case, evolveCase, noCase, type OpenCaseState, recordOf } from './case-state.js';

const days = fc.integer({ min: 0, max: 40 });
const step = fc.oneof(
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
interface Turn {
  readonly step: Step;
  readonly before: OpenCaseState;
  readonly after: OpenCaseState;
  readonly events: readonly CaseEvent[];
  readonly today: string;
}

/** A case as commands make it: whatever is refused leaves it as it was. */
function live(steps: readonly Step[]): { story: CaseStory; turns: Turn[] } {
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

const lives = fc.array(step, { minLength: 12, maxLength: 40, size: 'max' }).map(live);
const seen = (state: Case) => (state.status === 'none' ? state : { ...state, facts: state.facts.toArray() });
const RUNS = { numRuns: 20 };

type Standing = NonNullable<ReturnType<typeof standingDecision>>;

/** Every moment of a life at which a decision stood, of a living patient. */
const standings = (turns: readonly Turn[]): { after: OpenCaseState; standing: Standing }[] =>
  turns.flatMap(({ after }) => {
    const standing = standingDecision(after);
    return standing === null || after.board.deaths.length > 0 ? [] : [{ after, standing }];
  });
const listingsOf = (events: readonly CaseEvent[]) => ofType(events, 'CaseListed').map(({ data }) => data);
const recordedOf = (events: readonly CaseEvent[]) => ofType(events, 'DecisionRecorded').map(({ data }) => data);

describe('laws of the board’s work on a case', () => {
  it('a decision that is shown as current rests on what is known: no step that needs the board has come since', () => {
    fc.assert(
      fc.property(lives, ({ turns }) => {
        const stale = standings(turns).filter(({ after, standing: { review, decision } }) => {
          const now = after.headline['nextStep'] as NextStepCode;
          const asDecided = now === decision.basis.proposed || now === decision.content.step;
          return review === 'current' && queueReason(now) !== undefined && !asDecided;
        });
        expect(stale).toEqual([]);
      }),
      RUNS,
    );
  });

  it('a decision that is not shown as signed on an earlier version rests on exactly what is on record', () => {
    fc.assert(
      fc.property(lives, ({ turns }) => {
        const moved = standings(turns).filter(({ after, standing: { signedOnEarlierVersion, decision } }) => {
          const { revision } = after;
          if (signedOnEarlierVersion || revision === null) return false;
          const now = assess(recordOf(after), knowledgeRelease(revision.release), revision.policy);
          return (
            now.fingerprint !== decision.basis.fingerprint || canonicalJson(headlineOf(now)) !== canonicalJson(decision.basis.headline)
          );
        });
        expect(moved).toEqual([]);
      }),
      RUNS,
    );
  });

  it('a decision is only recorded on what is known at that moment, whatever was shown before', () => {
    fc.assert(
      fc.property(lives, ({ turns }) => {
        for (const { before, events } of turns) {
          for (const { basis, basisHash, contentHash, decisionId, content } of recordedOf(events)) {
            expect(basis).toMatchObject({ version: before.knownAt, headline: before.headline, standing: before.board.standing });
            expect(basisHash).toBe(basisHashOf(basis));
            expect(contentHash).toBe(contentHashOf(decisionId, content, basisHash));
          }
        }
      }),
      RUNS,
    );
  });

  it('no signature and no fact is ever lost, and nobody signs a decision twice', () => {
    fc.assert(
      fc.property(lives, ({ story: { events, state } }) => {
        const kept = state.board.decisions.flatMap(({ decisionId, signatures }) =>
          signatures.map(({ account }) => `${decisionId} ${account}`),
        );
        const given = events.flatMap((event) =>
          event.type === 'DecisionRecorded' || event.type === 'DecisionSigned'
            ? [`${event.data.decisionId} ${event.data.signature.account}`]
            : [],
        );
        expect(kept).toHaveLength(given.length);
        expect(new Set(kept)).toEqual(new Set(given));
        expect(new Set(given).size).toBe(given.length);
        expect(state.facts.size).toBe(events.filter(recordsFact).length);
      }),
      RUNS,
    );
  });

  it('decisions form one line: each supersedes the one before it, and the last one stands', () => {
    fc.assert(
      fc.property(lives, ({ story }) => {
        const { decisions, standing } = story.board;
        const ids = decisions.map(({ decisionId }) => decisionId);
        expect(decisions.map(({ supersedes }) => supersedes)).toEqual([null, ...ids].slice(0, ids.length));
        expect(decisions.map(({ supersededBy }) => supersededBy)).toEqual(ids.length === 0 ? [] : [...ids.slice(1), null]);
        expect(standing).toBe(ids.at(-1) ?? null);
      }),
      RUNS,
    );
  });

  it('every listing is due on or after its day, and a command records one at most', () => {
    fc.assert(
      fc.property(lives, ({ turns }) => {
        for (const { events, today } of turns) {
          expect(listingsOf(events).length).toBeLessThanOrEqual(1);
          expect(listingsOf(events).filter(({ on, dueBy }) => on !== today || dueBy < on)).toEqual([]);
        }
      }),
      RUNS,
    );
  });

  it('a later listing raises the reason or brings the date forward, and waiting counts from the first', () => {
    fc.assert(
      fc.property(lives, ({ turns }) => {
        for (const {
          before,
          events,
          after,
          step: { kind },
        } of turns) {
          const earlier = before.board.listing;
          if (earlier === null || kind === 'withdraw' || kind === 'decide') continue;
          const idle = listingsOf(events).filter(({ reason, dueBy }) => rankOf(reason) >= rankOf(earlier.reason) && dueBy >= earlier.dueBy);
          expect(idle).toEqual([]);
          expect([earlier.since, undefined]).toContain(after.board.listing?.since);
        }
      }),
      RUNS,
    );
  });

  it('a decision that needs review, or an open referral, is on the queue unless somebody took it off', () => {
    fc.assert(
      fc.property(lives, ({ turns }) => {
        let takenOff = false;
        const forgotten = turns.filter(({ events, after }) => {
          for (const { type } of events) {
            if (type === 'CaseDelisted') takenOff = true;
            if (type === 'CaseListed' || type === 'DecisionRecorded') takenOff = false;
          }
          const waits = standingDecision(after)?.review === 'needs-review' || after.board.referrals.length > 0;
          return waits && !takenOff && after.board.deaths.length === 0 && after.board.listing === null;
        });
        expect(forgotten).toEqual([]);
      }),
      RUNS,
    );
  });

  it('every listing rests on something that still holds', () => {
    fc.assert(
      fc.property(lives, ({ turns }) => {
        expect(turns.filter(({ after }) => after.board.listing?.grounds.length === 0)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('a fact that changes no part of the headline and says nothing by itself records nothing for the board', () => {
    fc.assert(
      fc.property(lives, fc.string({ minLength: 1 }), ({ story }, note) => {
        const declines = timelineOf(story.state.facts.toArray()).latest('PatientPreferenceRecorded')?.declines ?? [];
        const events = story.record({ type: 'PatientPreferenceRecorded', on: '2027-01-01', declines, note });
        const changed = ofType(events, 'AssessmentRevised').flatMap(({ data }) => data.changed);
        // The day of the assessment moves with the fact, and with it what is too old to count.
        fc.pre(changed.length === 0);
        expect(events.map(({ type }) => type)).toEqual(['PatientPreferenceRecorded']);
      }),
      RUNS,
    );
  });

  it('nobody who has died waits for the board', () => {
    fc.assert(
      fc.property(lives, ({ turns }) => {
        const waiting = turns.filter(({ after: { board } }) => board.deaths.length > 0 && (board.listing ?? board.schedule) !== null);
        expect(waiting).toEqual([]);
      }),
      RUNS,
    );
  });

  it('replaying the history from stored JSON gives the same case', () => {
    fc.assert(
      fc.property(lives, ({ story }) => {
        const stored = (JSON.parse(canonicalJson(story.events)) as CaseEvent[]).map(parseCaseEvent);
        expect(seen(fold({ evolve: evolveCase }, noCase(), stored))).toEqual(seen(story.state));
      }),
      RUNS,
    );
  });
});
