import { ERASED, replaceAt, stepsOf } from '@tumor-board/kernel';
import { BOARD_PROTECTED_FIELDS } from './case/board-event.js';
import { DELIBERATION_PROTECTED_FIELDS } from './deliberation/deliberation-event.js';
import { PATIENT_PROTECTED_FIELDS } from './patient/patient-event.js';

/** Free text about a person in the head and the facts of a case, as dotted paths. No assessment may depend on it. */
const CASE_PROTECTED_FIELDS = {
  CaseOpened: ['title'],
  PatientPreferenceRecorded: ['note'],
  DeathRecorded: ['cause'],
  FactCorrected: ['reason', 'replacement.note', 'replacement.cause'],
  FactRetracted: ['reason'],
} as const;

/**
 * What the log keeps encrypted with a key of the stream's own, by event type: identities and all free text about a
 * person, as dotted paths into the data; `[]` stands for each element. Only texts can be protected. Age, sex and
 * everything coded stay in clear: recorded assessments recompute from them.
 */
export const PROTECTED_FIELDS: Readonly<Record<string, readonly string[]>> = {
  ...CASE_PROTECTED_FIELDS,
  ...BOARD_PROTECTED_FIELDS,
  ...DELIBERATION_PROTECTED_FIELDS,
  ...PATIENT_PROTECTED_FIELDS,
};

const PATHS = new Map(Object.entries(PROTECTED_FIELDS).map(([type, paths]) => [type, paths.map(stepsOf)]));

/** The data of an event as they are read once its key is destroyed: `[erased]` in the place of every protected text. */
export function withoutProtectedTexts<Data extends object>(type: string, data: Data): Data {
  let rest: unknown = data;
  for (const steps of PATHS.get(type) ?? []) rest = replaceAt(rest, steps, () => ERASED);
  return rest as Data;
}
