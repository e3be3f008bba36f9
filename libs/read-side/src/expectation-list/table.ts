import type { ExpectedResult } from '@tumor-board/board';
import type { CaseRow } from '../projection/read-model.js';

/** What became of an expectation; `superseded` when it was still open when a later decision was made. */
export type ExpectationState = 'open' | 'met' | 'overdue' | 'superseded';

/** A row of `read_model.expectation`: a result that a plan counts on. Days are ISO texts. */
export interface ExpectationRow extends CaseRow {
  readonly decision_id: string;
  readonly expectation_id: string;
  readonly result: ExpectedResult;
  readonly decided_on: string;
  readonly due_on: string;
  readonly state: ExpectationState;
  /** The result that came. */
  readonly fact_id: string | null;
}
