import { canonicalJson, problem } from '@tumor-board/kernel';
import type { AuditDecision } from '../case/board-command.js';
import type { BoardEvent } from '../case/board-event.js';
import { decisionOf } from '../case/board-state.js';
import type { BoardSituation } from '../case/decide-board.js';
import { invalid, stated } from '../case/refusals.js';

/**
 * Notes what the audit of a decision without discussion found. It changes nothing of the decision and lists nothing: who
 * finds that the case should have been discussed says so, and the board is asked by a referral.
 * @throws Problem `decision.unknown`, `decision.not-sampled`, `decision.audit-invalid` with the faults by path
 */
export function auditDecision({ state, today }: BoardSituation, { type: _type, isSampled, ...command }: AuditDecision): BoardEvent[] {
  const { decisionId, ...said } = command;
  const decision = decisionOf(state.board, decisionId);
  if (decision === undefined) throw problem('decision.unknown', 'The case has no such decision.', { decisionId });
  if (!isSampled) throw problem('decision.not-sampled', 'The decision was not sampled for audit: it was discussed.', { decisionId });
  if (said.finding !== 'agrees' && said.comment === undefined) {
    throw invalid('decision.audit-invalid', 'The audit cannot be recorded like this', [
      { path: 'comment', message: 'expected why, because the auditor does not agree' },
    ]);
  }
  const data = stated({ ...command, on: today });
  const { decisionId: _decisionId, ...audit } = data;
  const isSame = decision.audit !== null && canonicalJson({ ...decision.audit, on: today }) === canonicalJson(audit);
  return isSame ? [] : [{ type: 'DecisionAudited', data }];
}
