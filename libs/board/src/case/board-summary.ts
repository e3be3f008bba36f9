import type { IsoDate } from '@tumor-board/kernel';
import { standingDecision } from '../decision/standing-decision.js';
import type { QueueReason } from '../queue/queue-reason.js';
import type { Schedule } from './board-state.js';
import type { OpenCaseState } from './case-state.js';

/** Where a case stands at the board, in short and without any protected text. */
export interface BoardSummary {
  readonly listing: { readonly reason: QueueReason; readonly since: IsoDate; readonly dueBy: IsoDate } | null;
  readonly schedule: Schedule | null;
  /** The decision that stands, with the hash that a further signature is bound to. */
  readonly decision: {
    readonly decisionId: string;
    readonly contentHash: string;
    readonly review: 'current' | 'needs-review';
    readonly provisional: boolean;
    readonly signedOnEarlierVersion: boolean;
  } | null;
}

/** The board's part of what a command to a case answers. */
export function boardSummaryOf(state: OpenCaseState): BoardSummary {
  const { listing, schedule } = state.board;
  const standing = standingDecision(state);
  return {
    listing: listing === null ? null : { reason: listing.reason, since: listing.since, dueBy: listing.dueBy },
    schedule,
    decision:
      standing === null
        ? null
        : {
            decisionId: standing.decision.decisionId,
            contentHash: standing.decision.contentHash,
            review: standing.review,
            provisional: standing.decision.provisional,
            signedOnEarlierVersion: standing.signedOnEarlierVersion,
          },
  };
}
