import type { AuditFinding, Intent, OverrideReason, TriggerKind } from '@tumor-board/board';
import type { DecisionKind, NextStepCode } from '@tumor-board/knowledge';
import type { CaseRow } from '../projection/read-model.js';

/** Whether a decision is what the board stands by. */
export const DECISION_STATES = ['standing', 'needs-review', 'superseded'] as const;
export type DecisionState = (typeof DECISION_STATES)[number];

/** A row of `read_model.decision`: one decision without its texts. Instants and days are ISO texts. */
export interface DecisionRow extends CaseRow {
  readonly decision_id: string;
  /** The version of the case that recorded it; `version` is the one at which the row last changed. */
  readonly recorded_version: number;
  readonly recorded_at: string;
  readonly on_day: string;
  readonly meeting_id: string | null;
  readonly item_id: string | null;
  readonly kind: DecisionKind;
  readonly step: NextStepCode;
  /** The step that was proposed. */
  readonly proposed: NextStepCode;
  readonly intent: Intent;
  /** Id of the knowledge release that it was advised under. */
  readonly release: string;
  readonly state: DecisionState;
  /** True when it was made without a quorum. */
  readonly provisional: boolean;
  readonly quorum: string;
  readonly override_reason: OverrideReason | null;
  readonly dissents: number;
  readonly signatures: number;
  readonly actions: number;
  readonly expectations: number;
  readonly review_on: string | null;
  readonly supersedes: string | null;
  readonly superseded_by: string | null;
  readonly review_trigger: TriggerKind | null;
  /** What the audit found last, of a decision without discussion. */
  readonly audit_finding: AuditFinding | null;
  readonly audited_on: string | null;
  /** Name of the auditor. */
  readonly audited_by: string | null;
}
