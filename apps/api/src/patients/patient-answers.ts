import { namedPatient, type PatientErasureView, type PatientSearchView, type PatientView } from '@tumor-board/read-side';
import type { PatientCommandResult } from '@tumor-board/write-side';
import { z } from 'zod';
import type { ShownIds } from '../http/shows.js';

/** What a command to a record of a person answers. */
export const patientRecordedAnswer = z.strictObject({
  /** The id of the patient. */
  id: z.uuid(),
  /** Give it as `atLeast` to read what was recorded. */
  position: z.string(),
});

export const toPatientRecorded = ({ patientId, position }: PatientCommandResult): z.infer<typeof patientRecordedAnswer> => ({
  id: patientId,
  position,
});

/** Whose case it is, for those who may know; null when that is not known, or not for them. */
export const identityOfCase = namedPatient.nullable();
export type IdentityOfCase = z.infer<typeof identityOfCase>;

/** Whom a view of a person shows: every record in it, and the cases. */
export const shownOfPatient = ({ id, linked, candidates, cases }: PatientView): ShownIds => ({
  cases: cases.map((one) => one.id),
  patients: [id, ...linked.map((one) => one.id), ...candidates.map((one) => one.id)],
});

export const shownOfSearch = ({ patients }: PatientSearchView): ShownIds => ({ cases: [], patients: patients.map(({ id }) => id) });

/** An erasure says whose cases they are, though not who that is. */
export const shownOfErasure = ({ cases }: PatientErasureView): readonly string[] => cases.map(({ id }) => id);
