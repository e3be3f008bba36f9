import type { RecordedEvent } from '@tumor-board/kernel';
import { type BoardEvent, isBoardEvent } from '../case/board-event.js';
import type { CaseEvent } from '../case/case-event.js';
import type { PatientEvent } from '../patient/patient-event.js';
import { cited, type Entry, type Piece, plain, type Source } from './printed-document.js';

/** An event of a case as the log holds it. */
export type RecordedCaseEvent = RecordedEvent & CaseEvent;
/** An event of a patient as the log holds it. */
export type RecordedPatientEvent = RecordedEvent & PatientEvent;

/** A decision with the event that recorded it. */
export type RecordedDecision = RecordedEvent & Extract<BoardEvent, { type: 'DecisionRecorded' }>;

/** The events of the patient of a case, or that the reader may not see who it is. */
export type ShownPatient = readonly RecordedPatientEvent[] | 'withheld';

export const sourceOf = ({ streamId, streamVersion }: Pick<RecordedEvent, 'streamId' | 'streamVersion'>): Source => ({
  streamId,
  version: streamVersion,
});

/** Decisions of a case in the order of recording. */
export const decisionsIn = (events: readonly RecordedCaseEvent[]): readonly RecordedDecision[] =>
  events.filter((event): event is RecordedDecision => isBoardEvent(event) && event.type === 'DecisionRecorded');

/** An entry whose text comes from one event; left out where there is nothing to say. */
export const entry = (label: string, source: Source, text: string | undefined): readonly Entry[] =>
  text === undefined || text === '' ? [] : [{ label, value: [cited(source, text)] }];

/** Who the person is, as last recorded; nothing when no patient was registered for the case. */
export function identityEntries(patient: ShownPatient): readonly Entry[] {
  if (patient === 'withheld') return [{ label: 'Patient', value: [plain('not shown to this reader')] }];
  const erased = patient.find(({ type }) => type === 'PatientErased');
  if (erased !== undefined) return [{ label: 'Patient', value: [cited(sourceOf(erased), '[erased]')] }];
  const last = patient.findLast(tellsIdentity);
  if (last === undefined) return [];
  const { name, recordNumber, birthDate, sex } = last.data;
  const source = sourceOf(last);
  return [
    ...entry('Patient', source, name),
    ...entry('Record number', source, recordNumber),
    ...entry('Born', source, birthDate),
    ...entry('Sex', source, sex),
  ];
}

type TellsIdentity = RecordedEvent & Extract<PatientEvent, { type: 'PatientRegistered' | 'PatientIdentityCorrected' }>;

const tellsIdentity = (event: RecordedPatientEvent): event is TellsIdentity =>
  event.type === 'PatientRegistered' || event.type === 'PatientIdentityCorrected';

/** The reference of the case, with age and sex at presentation. */
export function caseEntries(events: readonly RecordedCaseEvent[]): readonly Entry[] {
  const opened = events[0];
  if (opened?.type !== 'CaseOpened') return [];
  const { reference, patient } = opened.data;
  const source = sourceOf(opened);
  return [...entry('Case', source, reference), ...entry('At presentation', source, `${patient.ageYears} years, ${patient.sex}`)];
}

/** That what was written about the person is gone, where it is. */
export function erasure(events: readonly RecordedCaseEvent[]): readonly Piece[] {
  const erased = events.find((event) => event.type === 'CaseErased');
  if (erased?.type !== 'CaseErased') return [];
  return [cited(sourceOf(erased), `What was written about the person was erased on ${erased.data.on}.`)];
}

/** The question that the case was referred with last, and whom it needs. */
export function questionEntries(events: readonly RecordedCaseEvent[]): readonly Entry[] {
  const withdrawn = new Set(events.flatMap((event) => (event.type === 'ReferralWithdrawn' ? [event.data.referralId] : [])));
  const referral = events.findLast((event) => event.type === 'CaseReferred' && !withdrawn.has(event.data.referralId));
  return referral?.type === 'CaseReferred' ? entry('Question', sourceOf(referral), referral.data.question) : [];
}
