import type { Headline } from '@tumor-board/knowledge';
import type { Trigger } from '../case/board-event.js';
import { mostUrgent, reasonAgain, signalsOf, stepOf } from '../queue/listing.js';
import type { QueueReason } from '../queue/queue-reason.js';

/**
 * Why a decided case is listed again: by what set it off, raised by what the findings newly say since the decision.
 * Product rule.
 */
export function reasonFor({ kind }: Trigger, decidedOn: Headline, now: Headline): QueueReason {
  return mostUrgent(own(kind, now), ...newSignals(decidedOn, now));
}

function own(kind: Trigger['kind'], now: Headline): QueueReason {
  const step = stepOf(now);
  switch (kind) {
    case 'toxicity':
      return 'toxicity';
    case 'corrected-input':
      return 'correction';
    case 'new-release':
    case 'new-policy':
      return 'new-knowledge';
    case 'overdue-scan':
    case 'overdue-ebv-dna':
      return 'response-due';
    case 'deviation':
      return 'deviation';
    case 'new-finding':
      return mostUrgent('treatment-decision', ...(step === undefined ? [] : [reasonAgain(step)]));
    case 'referral':
    case 'first-presentation':
    case 'next-step':
    case 'response-assessment':
    case 'ebv-dna-result':
    case 'no-quorum':
      return step === undefined ? 'routine' : reasonAgain(step);
    case 'review-date':
      return 'routine';
  }
}

const PARTS_OF: Readonly<Partial<Record<QueueReason, readonly string[]>>> = {
  progression: ['response.latest'],
  rebound: ['ebvDna.clearance'],
  disagreement: ['response.gate', 'response.latest'],
};

/** What was known when the board decided is not news: a signal counts when a finding behind it is another. */
const newSignals = (decidedOn: Headline, now: Headline): readonly QueueReason[] =>
  signalsOf(now).filter((signal) => PARTS_OF[signal]?.some((part) => decidedOn[part] !== now[part]));
