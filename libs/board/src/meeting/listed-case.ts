import type { Headline } from '@tumor-board/knowledge';
import type { QueueReason } from '../queue/queue-reason.js';
import { type ListedCase, mayBeListedWithoutDiscussion, type StandardCase } from './without-discussion.js';

/** What is read of a case when it is to be listed. */
export interface CaseToList {
  readonly headline: Headline;
  readonly board: {
    /** Oldest first. */
    readonly decisions: readonly {
      readonly basis: { readonly headline: Headline };
      readonly content: { readonly dissent: readonly unknown[] };
      readonly provisional: boolean;
      readonly triggers: readonly unknown[];
    }[];
    readonly listing: { readonly reason: QueueReason } | null;
    readonly referrals: readonly unknown[];
  };
}

/** What a case says of itself when it is to be listed. */
export function listedCaseOf({ board }: CaseToList): ListedCase {
  const standing = board.decisions.at(-1);
  return {
    decidedOn:
      standing === undefined
        ? null
        : { headline: standing.basis.headline, hasDissent: standing.content.dissent.length > 0, isProvisional: standing.provisional },
    needsReview: standing !== undefined && standing.triggers.length > 0,
    reason: board.listing?.reason ?? null,
    hasQuestion: board.referrals.length > 0,
  };
}

/** Whether a case as it stands is a standard one that need not be discussed. */
export const isStandardCase = (state: CaseToList): StandardCase => mayBeListedWithoutDiscussion(state.headline, listedCaseOf(state));
