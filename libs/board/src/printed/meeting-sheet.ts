import type { RecordedEvent } from '@tumor-board/kernel';
import { inWords } from '@tumor-board/oncology';
import type { MeetingEvent } from '../meeting/meeting-event.js';
import { evolveMeeting, type KnownMeeting, noMeeting } from '../meeting/meeting-state.js';
import { agendaItemBlocks } from './agenda-item.js';
import { entry, type RecordedCaseEvent, type ShownPatient, sourceOf } from './case-pieces.js';
import { type Block, cited, type Entry, type Piece, type PrintedDocument, plain, section } from './printed-document.js';

/** An event of a meeting as the log holds it. */
export type RecordedMeetingEvent = RecordedEvent & MeetingEvent;

/** A case on the agenda with its events, and those of its patient. */
export interface SheetCase {
  readonly caseId: string;
  readonly events: readonly RecordedCaseEvent[];
  readonly patient: ShownPatient;
}

/**
 * The sheet of a meeting. Before it: the agenda with what is known of each case. From its opening on: the minutes, with
 * who was there and what became of each case, told as it was known when the meeting ended. Undefined when there is no
 * such meeting.
 */
export function meetingSheet(meeting: readonly RecordedMeetingEvent[], cases: readonly SheetCase[]): PrintedDocument | undefined {
  const state = meeting.reduce(evolveMeeting, noMeeting());
  const [planned] = meeting;
  const last = meeting.at(-1);
  if (state.status === 'none' || planned === undefined || last === undefined) return undefined;
  const warnings = stateOf(state, meeting);
  const names = new Map(state.attendance.flatMap(({ account, name }) => (name === null ? [] : [[account, name]])));
  const byId = new Map(cases.map((one) => [one.caseId, one]));
  return {
    kind: 'meeting-sheet',
    title: state.status === 'open' || state.status === 'closed' ? 'Minutes of the tumour board' : 'Agenda of the tumour board',
    blocks: [
      ...(warnings.length === 0 ? [] : [{ kind: 'warning', pieces: warnings } as const]),
      { kind: 'entries', entries: headEntries(state, meeting, planned) },
      ...section(2, 'Attendance', attendance(state, meeting)),
      ...state.agenda.items.flatMap((item) => agendaItemBlocks({ item, meeting, state, names, shown: byId.get(item.caseId) })),
    ],
    footer: [plain('As recorded up to '), cited(sourceOf(last), last.recordedAt)],
  };
}

function stateOf({ status }: KnownMeeting, meeting: readonly RecordedMeetingEvent[]): readonly Piece[] {
  const cancelled = meeting.find((event) => event.type === 'MeetingCancelled');
  if (cancelled?.type === 'MeetingCancelled') return [cited(sourceOf(cancelled), `Cancelled: ${inWords(cancelled.data.reason)}.`)];
  return status === 'open' ? [plain('The meeting is still under way: these minutes are not final.')] : [];
}

function headEntries({ plan }: KnownMeeting, meeting: readonly RecordedMeetingEvent[], planned: RecordedMeetingEvent): readonly Entry[] {
  const time = sourceOf(meeting.findLast(({ type }) => type === 'MeetingMoved') ?? planned);
  const opened = meeting.find(({ type }) => type === 'MeetingOpened');
  const closed = meeting.find(({ type }) => type === 'MeetingClosed');
  return [
    ...entry('Meeting', sourceOf(planned), plan.title),
    ...entry('When', time, `${plan.on}, ${plan.startsAt} (${plan.timeZone}), ${plan.durationMinutes} minutes`),
    ...entry('Where', time, plan.place),
    ...entry('Expected', sourceOf(planned), plan.disciplines.map(inWords).join(', ')),
    ...entry('Places', sourceOf(planned), `${plan.capacity} cases for discussion`),
    ...(opened === undefined ? [] : entry('Opened', sourceOf(opened), opened.recordedAt)),
    ...(closed === undefined ? [] : entry('Closed', sourceOf(closed), closed.recordedAt)),
  ];
}

function attendance(state: KnownMeeting, meeting: readonly RecordedMeetingEvent[]): Block {
  const rows = state.attendance.flatMap((attendee): (readonly Piece[])[] => {
    const isOfPerson = ({ data }: RecordedMeetingEvent): boolean => 'account' in data && data.account === attendee.account;
    const came = meeting.find((event) => event.type === 'AttendeeJoined' && isOfPerson(event));
    const joined = meeting.findLast((event) => event.type === 'AttendeeJoined' && isOfPerson(event));
    if (came === undefined || joined === undefined) return [];
    const left = meeting.findLast((event) => event.type === 'AttendeeLeft' && isOfPerson(event));
    const gone = left !== undefined && left.streamVersion > joined.streamVersion ? left : undefined;
    const source = sourceOf(joined);
    return [
      [
        cited(source, attendee.name ?? attendee.account),
        cited(source, [...(attendee.chairs ? ['chair'] : []), ...attendee.disciplines.map(inWords)].join(', ')),
        cited(source, inWords(attendee.presence)),
        cited(sourceOf(came), came.recordedAt),
        gone === undefined ? plain('') : cited(sourceOf(gone), gone.recordedAt),
      ],
    ];
  });
  return { kind: 'table', columns: ['Name', 'As', 'Presence', 'Since', 'Left'], rows };
}
