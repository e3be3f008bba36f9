import type { IsoDate } from '@tumor-board/kernel';
import type { Headline, NextStepCode, SitePolicy } from '@tumor-board/knowledge';
import type { BoardEvent, Trigger } from '../case/board-event.js';
import { bindingDueBy, type CaseBoard } from '../case/board-state.js';
import { type QueueReason, queueReason, rankOf } from './queue-reason.js';
import { dueBy, type Waiting } from './time-targets.js';

/** `PD / iUPD 2024-05-01 [flag]`: whether the scan shows progression, by RECIST or unconfirmed under immunotherapy. */
const PROGRESSION = /^(?:PD|\S+ \/ (?:iUPD|iCPD))\b/;

/**
 * What the findings themselves say of the urgency, whatever the step: progression on a scan of the current line, a
 * rebound of EBV DNA, or a scan and a marker that disagree. Product rule.
 */
export function signalsOf(headline: Headline): readonly QueueReason[] {
  const signals: QueueReason[] = [];
  const gate = headline['response.gate'];
  // A scan of an earlier line is still the latest one after the line was changed, but the gate no longer reads it.
  if (gate !== 'not-assessable' && PROGRESSION.test(headline['response.latest'] ?? '')) signals.push('progression');
  if (headline['ebvDna.clearance'] === 'rebound') signals.push('rebound');
  if (gate === 'conflict') signals.push('disagreement');
  return signals;
}

/** The most urgent of some reasons. */
export const mostUrgent = (first: QueueReason, ...others: readonly QueueReason[]): QueueReason =>
  others.reduce((urgent, reason) => (rankOf(reason) < rankOf(urgent) ? reason : urgent), first);

/** The step that a headline proposes; undefined before the first fact. */
export const stepOf = (headline: Headline): NextStepCode | undefined => headline['nextStep'] as NextStepCode | undefined;

/** Why a case that the board has not decided on needs it; undefined when its step takes its course. */
export function needOf(headline: Headline): QueueReason | undefined {
  const step = stepOf(headline);
  const reason = step === undefined ? undefined : queueReason(step);
  return reason === undefined ? undefined : mostUrgent(reason, ...signalsOf(headline));
}

/** Why a case with this step comes back to a board that has decided before: it is no new case any more. */
export function reasonAgain(step: NextStepCode): QueueReason {
  const reason = queueReason(step);
  if (reason === undefined || reason === 'incomplete-baseline') return 'routine';
  return reason === 'new-case' ? 'treatment-decision' : reason;
}

/** A case is to wait for the board, and why. */
export interface ListingWish {
  readonly reason: QueueReason;
  readonly trigger: Trigger;
  readonly waiting: Waiting;
  readonly referralId?: string;
  readonly decisionId?: string;
}

type CaseListed = Extract<BoardEvent, { type: 'CaseListed' }>;

/**
 * The listing to record, on `today`: none when the case waits already for something as urgent with a date as early. The
 * date of an open referral counts, and one that the case was given before; a date that has passed becomes today.
 */
export function listingFor(board: CaseBoard, wish: ListingWish, today: IsoDate, policy: SitePolicy): readonly CaseListed[] {
  const { reason, trigger, waiting, referralId, decisionId } = wish;
  const own = dueBy(reason === 'emergency' ? 'emergency' : waiting, today, policy);
  const { listing } = board;
  const asked = board.referrals.flatMap((referral) => referral.dueBy ?? []);
  const due = latest(today, earliest(own, ...asked, bindingDueBy(listing?.grounds ?? []) ?? own));
  if (listing !== null && listing.grounds.length > 0 && rankOf(reason) >= rankOf(listing.reason) && due >= listing.dueBy) return [];
  const data: CaseListed['data'] = {
    on: today,
    reason,
    trigger,
    dueBy: due,
    ...(referralId === undefined ? {} : { referralId }),
    ...(decisionId === undefined ? {} : { decisionId }),
  };
  return [{ type: 'CaseListed', data }];
}

const earliest = (first: IsoDate, ...others: readonly IsoDate[]): IsoDate => others.reduce((a, b) => (b < a ? b : a), first);
const latest = (a: IsoDate, b: IsoDate): IsoDate => (a > b ? a : b);
