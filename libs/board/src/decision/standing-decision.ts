import type { BoardDecision, ReviewTrigger } from '../case/board-state.js';
import { standingOf } from '../case/board-state.js';
import type { OpenCaseState } from '../case/case-state.js';

/** The decision that stands and whether it still rests on what is known. Never shown as current unless it is. */
export interface StandingDecision {
  readonly decision: BoardDecision;
  /** `needs-review`: something that it rests on has changed, see the triggers. */
  readonly review: 'current' | 'needs-review';
  readonly triggers: readonly ReviewTrigger[];
  /** Facts or rules have come since, whether or not they changed anything of substance. */
  readonly signedOnEarlierVersion: boolean;
}

/** The decision that stands, or null when the board has not decided. */
export function standingDecision(state: OpenCaseState): StandingDecision | null {
  const decision = standingOf(state.board);
  if (decision === undefined) return null;
  const { triggers } = decision;
  return {
    decision,
    review: triggers.length === 0 ? 'current' : 'needs-review',
    triggers,
    signedOnEarlierVersion: state.knownAt !== decision.basis.version,
  };
}
