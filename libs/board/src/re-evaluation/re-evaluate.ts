import type { IsoDate } from '@tumor-board/kernel';
import { type Assessment, type ChangedPart, changedParts, type Headline } from '@tumor-board/knowledge';
import type { BoardEvent, TriggerKind } from '../case/board-event.js';
import { standingOf } from '../case/board-state.js';
import type { Knowledge } from '../case/case-assessment.js';
import type { OpenCaseState } from '../case/case-state.js';
import { callsForTheBoard } from '../knowledge/reassessment-workflow.js';
import { type ListingWish, listingFor, needOf, stepOf } from '../queue/listing.js';
import { rankOf } from '../queue/queue-reason.js';
import type { RecordedChange } from './re-evaluation.js';
import { reviewOf } from './review-of.js';
import { reviewVerdicts, triggersOf } from './review-verdicts.js';

/** What a command recorded of a case, and the case before and after it. */
export interface Recorded {
  readonly before: OpenCaseState;
  readonly after: OpenCaseState;
  readonly assessment: Assessment;
  readonly facts: readonly RecordedChange[];
  /** What a change of release or policy changed, when the command found one. */
  readonly rules: { readonly kind: 'new-release' | 'new-policy'; readonly changed: readonly ChangedPart[] } | undefined;
}

/**
 * What the board has to hear of what was recorded: the marks on the standing decision and at most one listing. A death
 * takes the case off the queue.
 */
export function reEvaluate(recorded: Recorded, knowledge: Knowledge, today: IsoDate): readonly BoardEvent[] {
  const { after } = recorded;
  const { board } = after;
  if (board.deaths.length > 0) return board.listing === null ? [] : [{ type: 'CaseDelisted', data: { on: today, reason: 'died' } }];
  if (recorded.facts.length === 0 && recorded.rules === undefined) return [];
  return board.standing === null ? firstListing(recorded, knowledge, today) : review(recorded, knowledge, today);
}

/** The parts that say why a case which the board has not decided on needs it. */
const NEED: readonly string[] = ['nextStep', 'response.latest', 'response.gate', 'ebvDna.clearance'];

/** A case without a decision is listed once its step needs the board, and again when that or its urgency is another. */
function firstListing({ before, after, facts }: Recorded, { policy }: Knowledge, today: IsoDate): readonly BoardEvent[] {
  const { board, headline } = after;
  const reason = needOf(headline);
  if (reason === undefined) return [];
  const asBefore = reason === needOf(before.headline) && stepOf(headline) === stepOf(before.headline);
  if (board.listedBefore && asBefore) return [];
  const changed = changedParts(before.headline, headline).filter(({ part }) => NEED.includes(part));
  const parts = new Set(changed.map(({ part }) => part));
  const because = facts.filter((one) => one.changed.some(({ part }) => parts.has(part))).map(({ fact }) => fact.id);
  const first = reason === 'new-case' || reason === 'incomplete-baseline';
  const wish: ListingWish = {
    reason,
    trigger: { kind: board.listedBefore ? 'next-step' : 'first-presentation', facts: because, changed },
    waiting: first ? 'first-presentation' : 'result',
  };
  return listingFor(board, wish, today, policy);
}

/** A decision that stands is marked by every kind of trigger that is news; the case is listed for the most urgent one. */
function review({ before, after, assessment, facts, rules }: Recorded, { policy }: Knowledge, today: IsoDate): readonly BoardEvent[] {
  const { board } = after;
  const decision = standingOf(board);
  if (decision === undefined) return [];
  const reading = {
    decision,
    before: { facts: before.facts, headline: before.headline },
    after: { facts: after.facts, headline: after.headline },
    assessment,
  };
  const triggers = new Map<TriggerKind, readonly string[]>(triggersOf(reviewVerdicts(facts, reading)));
  if (rules !== undefined && callsForTheBoard(newsOf(rules.changed, decision.basis.headline))) triggers.set(rules.kind, []);
  const reviews = [...triggers]
    .map(([kind, ids]) => reviewOf(decision, { kind, facts: ids }, after.headline))
    .filter(({ known }) => !known || board.listing === null);
  const [urgent] = reviews.map(({ wish }) => wish).sort((a, b) => rankOf(a.reason) - rankOf(b.reason));
  if (urgent === undefined) return [];
  const { decisionId } = decision;
  return [
    ...reviews.map(({ trigger }): BoardEvent => ({ type: 'DecisionNeedsReview', data: { decisionId, on: today, trigger } })),
    ...listingFor(board, urgent, today, policy),
  ];
}

const newsOf = (changed: readonly ChangedPart[], decidedOn: Headline): readonly ChangedPart[] =>
  changed.filter(({ part, after }) => (decidedOn[part] ?? null) !== after);
