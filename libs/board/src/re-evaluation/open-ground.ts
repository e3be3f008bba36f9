import type { Headline } from '@tumor-board/knowledge';
import { standingOf } from '../case/board-state.js';
import type { OpenCaseState } from '../case/case-state.js';
import { expectationsOf } from '../decision/expectations.js';
import { type ListingWish, needOf, reasonAgain, stepOf } from '../queue/listing.js';
import { rankOf } from '../queue/queue-reason.js';
import { openReferralWish } from '../queue/referral-wish.js';
import { reasonFor } from './reason-for.js';

/** What still calls for the board when the referral that kept a case in the queue is gone; undefined when nothing does. */
export function openGround(state: OpenCaseState, headline: Headline): ListingWish | undefined {
  if (state.board.deaths.length > 0) return undefined;
  const asked = openReferralWish(state, headline);
  const own = ownGround(state, headline);
  if (asked === undefined || own === undefined) return asked ?? own;
  return rankOf(own.reason) < rankOf(asked.reason) ? own : asked;
}

function ownGround(state: OpenCaseState, headline: Headline): ListingWish | undefined {
  const decision = standingOf(state.board);
  if (decision === undefined) {
    const reason = needOf(headline);
    return reason === undefined
      ? undefined
      : { reason, trigger: { kind: 'next-step', facts: [], changed: [] }, waiting: 'first-presentation' };
  }
  const { decisionId } = decision;
  const last = decision.triggers.at(-1);
  if (last !== undefined) {
    const { on: _on, ...trigger } = last;
    return { reason: reasonFor(trigger, decision.basis.headline, headline), trigger, waiting: 'result', decisionId };
  }
  if (decision.provisional) {
    const step = stepOf(headline);
    const reason = step === undefined ? 'routine' : reasonAgain(step);
    return { reason, trigger: { kind: 'no-quorum', facts: [], changed: [] }, waiting: 'result', decisionId };
  }
  const overdue = expectationsOf(state).find((expectation) => expectation.state === 'overdue');
  if (overdue === undefined) return undefined;
  const kind = overdue.result === 'ebv-dna' ? 'overdue-ebv-dna' : 'overdue-scan';
  return { reason: 'response-due', trigger: { kind, facts: [], changed: [] }, waiting: 'result', decisionId };
}
