import type { RecordedEvent } from '@tumor-board/kernel';
import { type BoardEvent, isBoardEvent } from '../case/board-event.js';
import { type CaseEvent, recordsFact } from '../case/case-event.js';
import { describeEvent } from '../case/describe-event.js';
import type { PatientEvent } from '../patient/patient-event.js';
import { type Block, cited, type Entry, type Piece, plain, type Source } from './printed-document.js';

/** An event of a case as the log holds it. */
export type RecordedCaseEvent = RecordedEvent & CaseEvent;
/** An event of a patient as the log holds it. */
export type RecordedPatientEvent = RecordedEvent & PatientEvent;

/** A decision with the event that recorded it. */
export type RecordedDecision = RecordedEvent & Extract<BoardEvent, { type: 'DecisionRecorded' }>;

export const sourceOf = ({ streamId, streamVersion }: Pick<RecordedEvent, 'streamId' | 'streamVersion'>): Source => ({
  streamId,
  version: streamVersion,
});

/** `not-done` as people read it. */
export const inWords = (code: string): string => code.replaceAll('-', ' ');

/** Decisions of a case in the order of recording. */
export const decisionsIn = (events: readonly RecordedCaseEvent[]): readonly RecordedDecision[] =>
  events.filter((event): event is RecordedDecision => isBoardEvent(event) && event.type === 'DecisionRecorded');

/** An entry whose text comes from one event; left out where there is nothing to say. */
export const entry = (label: string, source: Source, text: string | undefined): readonly Entry[] =>
  text === undefined || text === '' ? [] : [{ label, value: [cited(source, text)] }];

/** Who the person is, as last recorded; nothing when no patient was registered for the case or the record was erased. */
export function identityEntries(patient: readonly RecordedPatientEvent[]): readonly Entry[] {
  if (patient.some(({ type }) => type === 'PatientErased')) return [{ label: 'Patient', value: [plain('erased')] }];
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

/** What was recorded of the patient's disease, one row a fact, in the order of its days. */
export function factTable(events: readonly RecordedCaseEvent[]): Block {
  const facts = events.flatMap((event) => (recordsFact(event) ? [event] : []));
  const rows = facts
    .toSorted((left, right) => (left.data.on < right.data.on ? -1 : Number(left.data.on > right.data.on)))
    .map((event): readonly Piece[] => [cited(sourceOf(event), event.data.on), cited(sourceOf(event), describeEvent(event))]);
  return { kind: 'table', columns: ['Day', 'What was recorded'], rows };
}
