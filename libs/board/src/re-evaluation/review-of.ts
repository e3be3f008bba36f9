import { canonicalJson } from '@tumor-board/kernel';
import { changedParts, type Headline } from '@tumor-board/knowledge';
import type { Trigger, TriggerKind } from '../case/board-event.js';
import type { BoardDecision } from '../case/board-state.js';
import type { ListingWish } from '../queue/listing.js';
import { reasonFor } from './reason-for.js';

/** A review that something calls for. */
export interface Review {
  readonly trigger: Trigger;
  /** True when the decision was marked by the same kind of trigger before and nothing more has changed since. */
  readonly known: boolean;
  readonly wish: ListingWish;
}

/** The review of a decision that a trigger calls for, with what differs now from what was decided on. */
export function reviewOf(
  decision: BoardDecision,
  { kind, facts }: { readonly kind: TriggerKind; readonly facts: readonly string[] },
  now: Headline,
): Review {
  const { decisionId, basis } = decision;
  const trigger: Trigger = { kind, facts: [...facts], changed: changedParts(basis.headline, now) };
  const changed = canonicalJson(trigger.changed);
  return {
    trigger,
    known: decision.triggers.some((earlier) => earlier.kind === kind && canonicalJson(earlier.changed) === changed),
    wish: { reason: reasonFor(trigger, basis.headline, now), trigger, waiting: 'result', decisionId },
  };
}
