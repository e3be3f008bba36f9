import { problem } from '@tumor-board/kernel';
import { changedParts, headlineOf } from '@tumor-board/knowledge';
import type { SignDecision } from '../case/board-command.js';
import type { BoardEvent } from '../case/board-event.js';
import { decisionOf } from '../case/board-state.js';
import type { BoardSituation } from '../case/decide-board.js';
import { invalid, refuseAfterDeath } from '../case/refusals.js';
import { callsForTheBoard } from '../knowledge/reassessment-workflow.js';
import { changedSince } from './record-decision.js';
import { signatureFaults } from './signature-faults.js';

/**
 * Puts one more signature under the decision that stands, as long as what it rests on still holds.
 * @throws Problem `decision.unknown`, `decision.superseded`, `decision.stale` with what changed,
 * `decision.content-mismatch`, `decision.signed-already`, `decision.signature-invalid`, `case.patient-died`
 */
export function signDecision(situation: BoardSituation, { decisionId, contentHash, signature }: SignDecision): BoardEvent[] {
  const { state, assessment } = situation;
  const decision = decisionOf(state.board, decisionId);
  if (decision === undefined) throw problem('decision.unknown', 'The case has no such decision.', { decisionId });
  const own = decision.signatures.find(({ account }) => account === signature.account);
  if (own !== undefined && own.meaning === signature.meaning && contentHash === decision.contentHash) return [];
  if (decision.supersededBy !== null) {
    throw problem('decision.superseded', 'A later decision has taken its place: sign that one.', {
      decisionId,
      supersededBy: decision.supersededBy,
    });
  }
  refuseAfterDeath(state);
  // The rules may have changed without the case having been assessed under them yet.
  const unrecorded = changedParts(state.headline, headlineOf(assessment));
  if (decision.triggers.length > 0 || callsForTheBoard(unrecorded)) {
    const changed = changedSince(decision.basis, assessment);
    const { triggers } = decision;
    throw problem('decision.stale', 'What the decision rests on has changed: it needs review and cannot be signed.', { changed, triggers });
  }
  if (contentHash !== decision.contentHash) {
    throw problem(
      'decision.content-mismatch',
      'What was shown is not what is recorded.',
      { expected: decision.contentHash, actual: contentHash },
      [{ path: 'contentHash', message: `expected ${decision.contentHash}, the hash of the recorded content` }],
    );
  }
  if (own !== undefined) {
    throw problem('decision.signed-already', `The account has signed this decision already, as ${own.meaning}.`, {
      decisionId,
      meaning: own.meaning,
    });
  }
  const faults = signatureFaults(signature, decision.content, 'further');
  if (faults.length > 0) throw invalid('decision.signature-invalid', 'The decision cannot be signed like this', faults);
  return [{ type: 'DecisionSigned', data: { decisionId, contentHash, signature } }];
}
