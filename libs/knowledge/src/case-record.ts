import type { IdentifiedFact, Patient } from '@tumor-board/oncology';

/** What is assessed: the facts of one case in the order of recording. */
export interface CaseRecord {
  readonly reference: string;
  readonly patient: Patient;
  readonly facts: readonly IdentifiedFact[];
}
