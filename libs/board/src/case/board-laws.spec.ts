import { canonicalJson, fold } from '@tumor-board/kernel';
import { assess, headlineOf, knowledgeRelease, type NextStepCode } from '@tumor-board/knowledge';
import { timelineOf } from '@tumor-board/oncology';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { basisHashOf, contentHashOf } from '../decision/basis.js';
import { standingDecision } from '../decision/standing-decision.js';
import { queueReason, rankOf } from '../queue/queue-reason.js';
import { live, step, type Turn } from './board-life.fixture.js';
import { ofType } from './case.fixture.js';
import { type CaseEvent, parseCaseEvent, recordsFact } from './case-event.js';
import { type Case, evolveCase, noCase, type OpenCaseState, recordOf } from './case-state.js';

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
