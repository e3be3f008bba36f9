import type { ExpectedResult } from '@tumor-board/board';
import type { CaseRow } from '../projection/read-model.js';

/** What became of an expectation; `dropped` when it was open when a later decision was made or the patient had died. */
export type ExpectationState = 'open' | 'met' | 'overdue' | 'dropped';

/** A row of `read_model.expectation`: a result that a plan counts on, or the day on which the board looks again. Days are ISO texts. */
export interface ExpectationRow extends CaseRow {
  readonly decision_id: string;
  /** `review` for the day on which the board looks again whatever happens. */
  readonly result: ExpectedResult | 'review';
  readonly expectation_id: string;
  readonly decided_on: string;
  readonly due_on: string;
  /** The first day on which a check finds that it has not come: a result is late after its day, the board looks again on the day. */
  readonly check_on: string;
  readonly state: ExpectationState;
  /** The result that came. */
  readonly fact_id: string | null;
}
