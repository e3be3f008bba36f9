import type { RecordedEvent } from '@tumor-board/kernel';
import { readModel } from '../projection/read-model.js';
import type { CasePatientRow } from './table.js';

/** Keeps `read_model.case_patient`: a row for each case of which it is known whose it is. */
export const casePatient = readModel<CasePatientRow>({
  name: 'case-patient',
  table: 'case_patient',
  rowPer: 'item',
  columns: {
    case_id: 'uuid',
    site: 'text',
    version: 'integer',
    patient_id: 'uuid',
    identified_at: 'timestamptz',
    erased: 'boolean',
  },
  fold({ caseId, site, events }, _previous, standing) {
    const [before] = standing;
    let row = before;
    for (const event of events) {
      if (row !== undefined && event.streamVersion <= row.version) continue;
      const { streamVersion: version, recordedAt }: RecordedEvent = event;
      if (event.type === 'PatientIdentified') {
        row = { case_id: caseId, site, version, patient_id: event.data.patientId, identified_at: recordedAt, erased: false };
      } else if (event.type === 'CaseErased' && row !== undefined) {
        row = { ...row, version, erased: true };
      }
    }
    return row === undefined || row === before ? [] : [row];
  },
});
