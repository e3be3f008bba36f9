import {
  type BoardDecision,
  completenessOf,
  expectationsOf,
  type OpenCaseState,
  readinessOf,
  standingDecision,
  type Trigger,
} from '@tumor-board/board';
import { daysBetween, type IsoDate } from '@tumor-board/kernel';
import type { Assessment } from '@tumor-board/knowledge';
import type { CaseBoardView, DecisionView } from './view.js';

/** A decision as views tell it. */
export function toDecision({ factsKnown: _known, overdue: _overdue, ...decision }: BoardDecision): DecisionView {
  return {
    ...decision,
    signatures: [...decision.signatures],
    triggers: decision.triggers.map((trigger) => ({ ...trigger })),
    actions: decision.actions.map((action) => ({ ...action })),
  };
}

/** What the board is doing with a case, as views tell it. */
export function toBoard(
  state: OpenCaseState,
  assessment: Assessment,
  today: IsoDate,
): Omit<CaseBoardView, 'caseId' | 'version' | 'recordedBefore' | 'erased'> {
  const { board } = state;
  const { listing, schedule, deferral } = board;
  const standing = standingDecision(state);
  return {
    patientId: board.patientId,
    referrals: board.referrals.map(({ referralId, on, question, urgency, disciplines, dueBy }) => ({
      referralId,
      on,
      question,
      urgency,
      disciplines,
      dueBy: dueBy ?? null,
    })),
    listing:
      listing === null
        ? null
        : {
            reason: listing.reason,
            since: listing.since,
            dueBy: listing.dueBy,
            waitingDays: Math.max(0, daysBetween(listing.since, today)),
            isOverdue: listing.dueBy < today,
            trigger: toTrigger(listing.trigger),
            grounds: listing.grounds.map(({ on, reason, dueBy, trigger }) => ({ on, reason, dueBy, trigger: toTrigger(trigger) })),
            deferrals: listing.deferrals.length,
          },
    schedule:
      schedule === null ? null : { meetingId: schedule.meetingId, itemId: schedule.itemId, on: schedule.meetingOn, mode: schedule.mode },
    deferral:
      deferral === null ? null : { on: deferral.on, reason: deferral.reason, until: deferral.until ?? null, note: deferral.note ?? null },
    readiness: readinessOf(assessment, board, today),
    missing: completenessOf(assessment, board).map(({ item, owner, blocking, wouldSettle, requested }) => ({
      item,
      owner,
      blocking,
      wouldSettle: [...wouldSettle],
      requested: requested === null ? null : { owner: requested.owner, on: requested.on, dueOn: requested.dueOn },
    })),
    standing:
      standing === null
        ? null
        : {
            decisionId: standing.decision.decisionId,
            review: standing.review,
            signedOnEarlierVersion: standing.signedOnEarlierVersion,
          },
    decisions: board.decisions.map(toDecision),
    expectations: expectationsOf(state).map((expected) => ({ ...expected })),
  };
}

const toTrigger = ({ kind, facts, changed }: Trigger) => ({ kind, facts: [...facts], changed: [...changed] });
