import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import {
  caseIdOf,
  caseStream,
  evolveMeeting,
  meetingSheet,
  meetingStream,
  noMeeting,
  outcomeLetter,
  type PrintedDocument,
  patientIdOf,
  patientStream,
  type RecordedCaseEvent,
  type RecordedMeetingEvent,
  type RecordedPatientEvent,
  type ShownPatient,
} from '@tumor-board/board';
import { readStreams } from '@tumor-board/event-store';
import { problem, type RecordedEvent } from '@tumor-board/kernel';
import { unknownDecision } from '../decided-case.js';
import { isCaseId, ReadModels } from '../read-models.js';
import { unknownCase } from '../recorded-case.js';

/** What is printed, and whom it shows. */
export interface PrintedView {
  readonly document: PrintedDocument;
  /** Ids of the cases that are told of. */
  readonly cases: readonly string[];
  /** Ids of the records of persons whose identity is told. */
  readonly patients: readonly string[];
}

/** The letter about a decision. */
export class OutcomeLetterQuery extends Query<PrintedView> {
  constructor(
    readonly site: string,
    readonly caseId: string,
    readonly decisionId: string,
    /** Whether the reader may know who the person is. */
    readonly maySeeIdentity: boolean,
  ) {
    super();
  }
}

/** The sheet of a meeting: its agenda before it, its minutes after. */
export class MeetingSheetQuery extends Query<PrintedView> {
  constructor(
    readonly site: string,
    readonly meetingId: string,
    /** Whether the reader may know who the persons are. */
    readonly maySeeIdentity: boolean,
  ) {
    super();
  }
}

/**
 * Answers from the log.
 * @throws Problem `case.unknown`, `decision.unknown`
 */
@QueryHandler(OutcomeLetterQuery)
export class OutcomeLetterHandler implements IQueryHandler<OutcomeLetterQuery> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ site, caseId, decisionId, maySeeIdentity }: OutcomeLetterQuery): Promise<PrintedView> {
    const [events] = isCaseId(caseId) ? await casesOf(this.readModels, site, [caseId]) : [];
    if (events === undefined) throw unknownCase();
    const patients = maySeeIdentity ? await patientsOf(this.readModels, site, [events]) : 'withheld';
    const document = outcomeLetter({ events, patient: patientOf(events, patients), decisionId });
    if (document === undefined) throw unknownDecision(decisionId);
    return { document, cases: [caseId], patients: shownPatients(patients) };
  }
}

/**
 * Answers from the log: the meeting, its cases and their patients in one round trip each.
 * @throws Problem `meeting.unknown`
 */
@QueryHandler(MeetingSheetQuery)
export class MeetingSheetHandler implements IQueryHandler<MeetingSheetQuery> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ site, meetingId, maySeeIdentity }: MeetingSheetQuery): Promise<PrintedView> {
    const meeting = isCaseId(meetingId)
      ? ((await this.readModels.eventStore.read(meetingStream(meetingId))) as readonly unknown[] as readonly RecordedMeetingEvent[])
      : [];
    const state = meeting.reduce(evolveMeeting, noMeeting());
    if (state.status === 'none' || meeting[0]?.metadata.site !== site) throw unknownMeeting();
    const ids = [...new Set(state.agenda.items.map(({ caseId }) => caseId))];
    const cases = await casesOf(this.readModels, site, ids);
    const patients = maySeeIdentity ? await patientsOf(this.readModels, site, cases) : 'withheld';
    const shown = cases.flatMap((events) => {
      const caseId = caseIdOf(events[0]?.streamId ?? '');
      return caseId === undefined ? [] : [{ caseId, events, patient: patientOf(events, patients) }];
    });
    const document = meetingSheet(meeting, shown);
    if (document === undefined) throw unknownMeeting();
    return { document, cases: shown.map(({ caseId }) => caseId), patients: shownPatients(patients) };
  }
}

const unknownMeeting = () => problem('meeting.unknown', 'There is no such meeting.');

/** The streams of those that belong to the site. */
async function streamsOf({ pool, protection }: ReadModels, site: string, ids: readonly string[]) {
  const streams = await readStreams(pool, ids, { protection });
  return [...streams.values()].filter(([first]) => first?.metadata.site === site);
}

const casesOf = async (readModels: ReadModels, site: string, ids: readonly string[]) =>
  (await streamsOf(
    readModels,
    site,
    ids.map(caseStream),
  )) as readonly (readonly RecordedEvent[])[] as readonly (readonly RecordedCaseEvent[])[];

type Patients = ReadonlyMap<string, readonly RecordedPatientEvent[]>;

/** The records of the persons of cases, by their ids. */
async function patientsOf(readModels: ReadModels, site: string, cases: readonly (readonly RecordedCaseEvent[])[]): Promise<Patients> {
  const ids = new Set(cases.flatMap((events) => patientIn(events) ?? []));
  const streams = await streamsOf(readModels, site, [...ids].map(patientStream));
  return new Map(
    streams.map((events) => [
      patientIdOf(events[0]?.streamId ?? '') ?? '',
      events as readonly unknown[] as readonly RecordedPatientEvent[],
    ]),
  );
}

/** Whose case it was said to be last. */
function patientIn(events: readonly RecordedCaseEvent[]): string | undefined {
  const identified = events.findLast((event) => event.type === 'PatientIdentified');
  return identified?.type === 'PatientIdentified' ? identified.data.patientId : undefined;
}

function patientOf(events: readonly RecordedCaseEvent[], patients: Patients | 'withheld'): ShownPatient {
  if (patients === 'withheld') return patients;
  const patientId = patientIn(events);
  return patientId === undefined ? [] : (patients.get(patientId) ?? []);
}

const shownPatients = (patients: Patients | 'withheld'): readonly string[] => (patients === 'withheld' ? [] : [...patients.keys()]);
