import type { CaseRow } from '../projection/read-model.js';

/** A row of `read_model.case_patient`: whose case it is. Instants are ISO texts in UTC. */
export interface CasePatientRow extends CaseRow {
  readonly patient_id: string;
  readonly identified_at: string;
  readonly erased: boolean;
}
