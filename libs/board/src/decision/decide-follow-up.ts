import { type IsoDate, problem } from '@tumor-board/kernel';
import { headlineOf } from '@tumor-board/knowledge';
import type { CheckExpectations, ReportAction } from '../case/board-command.js';
import type { BoardEvent, TriggerKind } from '../case/board-event.js';
import { type BoardDecision, decisionOf, standingOf } from '../case/board-state.js';
import { type Course, noted } from '../case/course.js';
import type { BoardSituation } from '../case/decide-board.js';
import { invalid, stated } from '../case/refusals.js';
import { type ListingWish, listingFor } from '../queue/listing.js';
import { rankOf } from '../queue/queue-reason.js';
import { reviewOf } from '../re-evaluation/review-of.js';
import { expectationsOf } from './expectations.js';

/**
 * Notes how far an action was carried out. One of the standing decision that was not, or only partly, brings the case
 * back, unless the reason is that it was superseded.
 * @throws Problem `decision.unknown`, `decision.unknown-action`, `decision.report-invalid` with the faults by path
 */
export function reportAction(situation: BoardSituation, so: Course, { type: _type, ...command }: ReportAction): Course {
  const { state, today } = situation;
  const { decisionId, actionId } = command;
  const decision = decisionOf(state.board, decisionId);
  if (decision === undefined) throw problem('decision.unknown', 'The case has no such decision.', { decisionId });
  const action = decision.actions.find((planned) => planned.actionId === actionId);
  if (action === undefined) {
    throw problem('decision.unknown-action', 'The decision has no such action.', { decisionId, actionId }, [
      {
        path: 'actionId',
        message: `expected one of ${decision.actions.map((planned) => planned.actionId).join(', ') || 'none: it has no actions'}`,
      },
    ]);
  }
  if ((command.reason === undefined) !== (command.state === 'done')) {
    throw invalid('decision.report-invalid', 'The action cannot be reported like this', [
      {
        path: 'reason',
        message: command.state === 'done' ? 'expected none, because it was done' : 'expected why it was not done as planned',
      },
    ]);
  }
  const unchanged = action.state === command.state && action.reason === (command.reason ?? null) && command.note === undefined;
  if (unchanged) return so;
  const reported = noted(so, [{ type: 'ActionReported', data: stated({ ...command, on: today }) }]);
  const standing = standingOf(state.board)?.decisionId === decisionId;
  if (!standing || state.board.deaths.length > 0 || command.state === 'done' || command.reason === 'superseded') return reported;
  return broughtBack(situation, reported, decision, today, ['deviation']);
}

/**
 * Finds the results of the standing decision that are overdue on a day, each once, and whether the day has come on which
 * the board looks again.
 */
export function checkExpectations(situation: BoardSituation, so: Course, { today }: CheckExpectations): Course {
  const decision = standingOf(situation.state.board);
  if (decision === undefined || situation.state.board.deaths.length > 0) return so;
  const { decisionId } = decision;
  const overdue = expectationsOf(situation.state).filter(({ state, dueOn }) => state === 'open' && dueOn < today);
  const found = noted(
    so,
    overdue.map(
      ({ expectationId, result, dueOn }): BoardEvent => ({
        type: 'ExpectationOverdue',
        data: { decisionId, expectationId, result, dueOn, on: today },
      }),
    ),
  );
  const { reviewOn } = decision.content;
  const seen = decision.triggers.some(({ kind }) => kind === 'review-date');
  const reviewNow = reviewOn !== undefined && reviewOn <= today && !seen;
  const first = overdue[0];
  const kind: TriggerKind | undefined = first === undefined ? undefined : first.result === 'ebv-dna' ? 'overdue-ebv-dna' : 'overdue-scan';
  const late: ListingWish[] =
    kind === undefined ? [] : [{ reason: 'response-due', trigger: { kind, facts: [], changed: [] }, waiting: 'result', decisionId }];
  return broughtBack(situation, found, decision, today, reviewNow ? ['review-date'] : [], late);
}

/** Marks the decision for review by each of these kinds, and lists the case once, for the most urgent reason. */
function broughtBack(
  { assessment, knowledge }: BoardSituation,
  so: Course,
  decision: BoardDecision,
  today: IsoDate,
  kinds: readonly TriggerKind[],
  others: readonly ListingWish[] = [],
): Course {
  const headline = headlineOf(assessment);
  const marked = kinds.map((kind) => reviewOf(decision, { kind, facts: [] }, headline));
  const fresh = marked.filter(({ known }) => !known || so.state.board.listing === null);
  const reviewed = noted(
    so,
    fresh.map(
      ({ trigger }): BoardEvent => ({ type: 'DecisionNeedsReview', data: { decisionId: decision.decisionId, on: today, trigger } }),
    ),
  );
  const [urgent] = [...fresh.map(({ wish }) => wish), ...others].sort((a, b) => rankOf(a.reason) - rankOf(b.reason));
  return urgent === undefined ? reviewed : noted(reviewed, listingFor(reviewed.state.board, urgent, today, knowledge.policy));
}
