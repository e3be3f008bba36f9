import type { RevisionCause } from '@tumor-board/board';
import type { ChangedPart } from '@tumor-board/knowledge';
import type { CaseRow } from '../projection/read-model.js';

/** A row of `read_model.case_history`: one event of a case. Instants are ISO texts in UTC. */
export interface CaseHistoryRow extends CaseRow {
  readonly type: string;
  readonly what: string;
  readonly fact_id: string | null;
  readonly on_day: string | null;
  readonly known_on: string | null;
  readonly actor: string;
  readonly recorded_at: string;
  readonly position: string;
  readonly cause: RevisionCause | null;
  readonly changed: readonly ChangedPart[] | null;
  readonly fingerprint: string | null;
}
