import type { CaseRow } from '../projection/read-model.js';

/** A row of `read_model.case_list`: one case as a list shows it. Instants are ISO texts in UTC. */
export interface CaseListRow extends CaseRow {
  readonly reference: string;
  /** Sealed. */
  readonly title: string | null;
  /** `synthetic` or `published` where the case is not a patient's own record. */
  readonly source: string | null;
  /** The reference in lower case. */
  readonly search: string;
  /** Keyed hashes of the beginnings of the words of the title. */
  readonly search_tokens: readonly string[];
  readonly age_years: number;
  readonly sex: string;
  /** Code of the recommended next step; null before the first fact. */
  readonly next_step: string | null;
  /** Stage group with its edition, the one that the knowledge release reads first. */
  readonly stage: string | null;
  /** The latest response as the headline has it. */
  readonly response: string | null;
  /** Codes of the alerts as the headline has them. */
  readonly alerts: string | null;
  readonly facts: number;
  readonly last_fact_on: string | null;
  readonly opened_at: string;
  readonly changed_at: string;
}
