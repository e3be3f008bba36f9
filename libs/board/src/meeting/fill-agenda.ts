import type { DecisionKind, Discipline, NextStepCode, SitePolicy } from '@tumor-board/knowledge';
import type { QueueReason } from '../queue/queue-reason.js';
import { quorumFor, seatName } from './quorum.js';

/** The kinds of decision that a case asks for: every one that applies. Product rule. */
export function decisionKindsOf(step: NextStepCode | null, isFirstPresentation: boolean): readonly DecisionKind[] {
  const kinds: DecisionKind[] = isFirstPresentation ? ['first-presentation'] : [];
  if (step === 'ablate-upfront' || step === 'consolidate-metastases') kinds.push('local-therapy');
  return kinds.length === 0 ? ['any'] : kinds;
}

/** A case of the queue that may be put on an agenda. */
export interface QueuedCase {
  readonly caseId: string;
  readonly reason: QueueReason;
  readonly step: NextStepCode | null;
  readonly isFirstPresentation: boolean;
  /** The disciplines that a referral asked for besides. */
  readonly asksFor: readonly Discipline[];
  readonly readiness: 'ready' | 'not-ready' | 'awaiting-result' | 'listed' | 'deferred';
}

/** What there is room for. */
export interface Room {
  /** The disciplines expected at the meeting. */
  readonly disciplines: readonly Discipline[];
  /** Cases that can still be discussed. */
  readonly places: number;
  readonly policy?: Pick<SitePolicy, 'quorum'>;
}

/** Why a case is not taken. */
export type PassedOver =
  | { readonly code: 'not-ready'; readonly readiness: QueuedCase['readiness'] }
  | { readonly code: 'discipline-missing'; readonly missing: readonly string[] }
  | { readonly code: 'no-place-left' };

/** What a case of the queue comes to. */
export type Proposal =
  | { readonly caseId: string; readonly taken: true; readonly reason: QueueReason; readonly kinds: readonly DecisionKind[] }
  | { readonly caseId: string; readonly taken: false; readonly reason: QueueReason; readonly because: PassedOver };

/**
 * Which cases of a queue, in its order, go on an agenda: those that are ready and whose disciplines are expected, until
 * the places are used up. Every case is answered for.
 */
export function fillAgenda(queue: readonly QueuedCase[], room: Room): readonly Proposal[] {
  let { places } = room;
  return queue.map((queued): Proposal => {
    const { caseId, reason, readiness } = queued;
    const passed = (because: PassedOver): Proposal => ({ caseId, taken: false, reason, because });
    if (readiness !== 'ready') return passed({ code: 'not-ready', readiness });
    const kinds = decisionKindsOf(queued.step, queued.isFirstPresentation);
    const missing = missingDisciplines(kinds, queued.asksFor, room);
    if (missing.length > 0) return passed({ code: 'discipline-missing', missing });
    if (places <= 0) return passed({ code: 'no-place-left' });
    places -= 1;
    return { caseId, taken: true, reason, kinds };
  });
}

function missingDisciplines(kinds: readonly DecisionKind[], asksFor: readonly Discipline[], { disciplines, policy }: Room): string[] {
  const seats = [...kinds.flatMap((kind) => quorumFor(kind, policy).seats), ...asksFor.map((discipline) => [discipline])];
  return [...new Set(seats.filter((seat) => !seat.some((discipline) => disciplines.includes(discipline))).map(seatName))];
}
