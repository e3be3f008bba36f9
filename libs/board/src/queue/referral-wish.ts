import type { Headline } from '@tumor-board/knowledge';
import { type OpenReferral, standingOf } from '../case/board-state.js';
import type { OpenCaseState } from '../case/case-state.js';
import { type ListingWish, mostUrgent, needOf } from './listing.js';
import { type QueueReason, rankOf } from './queue-reason.js';

/** The listing that a referral asks for. Only a referrer can say that it is an emergency. */
export const referralWish = ({ board }: OpenCaseState, headline: Headline, { referralId, urgency }: OpenReferral): ListingWish => ({
  reason: reasonOf(urgency, standingOf(board) === undefined ? needOf(headline) : undefined),
  trigger: { kind: 'referral', facts: [], changed: [] },
  waiting: urgency === 'routine' ? 'first-presentation' : 'result',
  referralId,
});

/** The most urgent of the listings that the open referrals ask for. */
export const openReferralWish = (state: OpenCaseState, headline: Headline): ListingWish | undefined =>
  state.board.referrals.map((referral) => referralWish(state, headline, referral)).sort((a, b) => rankOf(a.reason) - rankOf(b.reason))[0];

/** An urgent question is at least one of a decision on treatment. Product rule. */
function reasonOf(urgency: OpenReferral['urgency'], need: QueueReason = 'routine'): QueueReason {
  switch (urgency) {
    case 'emergency':
      return 'emergency';
    case 'urgent':
      return mostUrgent('treatment-decision', need);
    case 'routine':
      return need;
  }
}
