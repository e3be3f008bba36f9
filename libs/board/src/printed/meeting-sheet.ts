import type { RecordedEvent } from '@tumor-board/kernel';
import type { MeetingEvent } from '../meeting/meeting-event.js';
import { evolveMeeting, type KnownMeeting, noMeeting } from '../meeting/meeting-state.js';
import {
  caseEntries,
  decisionsIn,
  entry,
  identityEntries,
  inWords,
  type RecordedCaseEvent,
  type RecordedPatientEvent,
  sourceOf,
} from './case-pieces.js';
import { type Block, cited, type Entry, type PrintedDocument, plain, type Source } from './printed-document.js';

/** An event of a meeting as the log holds it. */
export type RecordedMeetingEvent = RecordedEvent & MeetingEvent;

/** A case on the agenda with its events, and those of its patient where the reader may see who it is. */
export interface SheetCase {
  readonly caseId: string;
  readonly events: readonly RecordedCaseEvent[];
  readonly patient: readonly RecordedPatientEvent[];
}

/**
 * The sheet of a meeting: before it an agenda with what is known of each case, after it the minutes with what became of
 * each. Undefined when there is no such meeting.
 */
export function meetingSheet(meeting: readonly RecordedMeetingEvent[], cases: readonly SheetCase[]): PrintedDocument | undefined {
  const state = meeting.reduce(evolveMeeting, noMeeting());
  const planned = meeting[0];
  if (state.status === 'none' || planned === undefined) return undefined;
  const last = meeting.at(-1) ?? planned;
  return {
    kind: 'meeting-sheet',
    title: state.status === 'planned' ? 'Agenda of the tumour board' : 'Minutes of the tumour board',
    blocks: [
      { kind: 'entries', entries: heading(state, meeting, planned) },
      ...attendance(state, meeting),
      ...state.agenda.items.flatMap((item) =>
        itemBlocks(
          item,
          meeting,
          cases.find(({ caseId }) => caseId === item.caseId),
        ),
      ),
    ],
    footer: [plain('As recorded up to '), cited(sourceOf(last), last.recordedAt)],
  };
}

type Item = KnownMeeting['agenda']['items'][number];

function heading(state: KnownMeeting, meeting: readonly RecordedMeetingEvent[], planned: RecordedMeetingEvent): readonly Entry[] {
  const { plan } = state;
  const time = sourceOf(meeting.findLast(({ type }) => type === 'MeetingMoved') ?? planned);
  return [
    ...entry('Meeting', sourceOf(planned), plan.title),
    ...entry('When', time, `${plan.on} ${plan.startsAt} (${plan.timeZone})`),
    ...entry('Where', time, plan.place),
    { label: 'State', value: [plain(state.status)] },
  ];
}

function attendance(state: KnownMeeting, meeting: readonly RecordedMeetingEvent[]): readonly Block[] {
  if (state.attendance.length === 0) return [];
  const rows = state.attendance.map((attendee) => {
    const joined = meeting.findLast((event) => event.type === 'AttendeeJoined' && event.data.account === attendee.account);
    const source = sourceOf(joined ?? (meeting[0] as RecordedMeetingEvent));
    return [
      cited(source, attendee.name ?? attendee.account),
      cited(source, [attendee.chairs ? 'chair' : '', ...attendee.disciplines.map(inWords)].filter(Boolean).join(', ')),
      cited(source, inWords(attendee.presence)),
    ];
  });
  return [
    { kind: 'heading', level: 2, text: 'Attendance' },
    { kind: 'table', columns: ['Name', 'As', 'Presence'], rows },
  ];
}

function itemBlocks(item: Item, meeting: readonly RecordedMeetingEvent[], shown: SheetCase | undefined): readonly Block[] {
  const added = meeting.find((event) => event.type === 'AgendaItemAdded' && event.data.itemId === item.itemId);
  const changed = meeting.findLast((event) => 'itemId' in event.data && event.data.itemId === item.itemId);
  const source = sourceOf(changed ?? added ?? (meeting[0] as RecordedMeetingEvent));
  const known = shown === undefined ? [] : [...identityEntries(shown.patient), ...caseEntries(shown.events), ...standing(shown.events)];
  return [
    { kind: 'heading', level: 2, text: 'Case' },
    {
      kind: 'entries',
      entries: [
        ...known,
        ...entry('On the agenda', source, inWords(item.mode)),
        ...entry('Outcome here', source, outcomeText(item)),
        ...(shown === undefined ? [] : decisionEntries(item, shown.events)),
      ],
    },
  ];
}

/** What the case waits for and what was proposed last. */
function standing(events: readonly RecordedCaseEvent[]): readonly Entry[] {
  const listed = events.findLast((event) => event.type === 'CaseListed');
  const referral = events.findLast((event) => event.type === 'CaseReferred');
  return [
    ...(referral?.type === 'CaseReferred' ? entry('Question', sourceOf(referral), referral.data.question) : []),
    ...(listed?.type === 'CaseListed'
      ? entry('Listed because', sourceOf(listed), `${inWords(listed.data.reason)}, due ${listed.data.dueBy}`)
      : []),
    ...headlineEntries(events),
  ];
}

const SHOWN: Readonly<Record<string, string>> = {
  stage: 'Stage',
  'ebvDna.category': 'EBV DNA',
  'ebvDna.clearance': 'EBV DNA clearance',
  'response.latest': 'Latest response',
  'response.gate': 'Response gate',
  nextStep: 'Proposed next step',
  missing: 'Missing',
};

/** Each part of the headline as the last revision that changed it left it. */
function headlineEntries(events: readonly RecordedCaseEvent[]): readonly Entry[] {
  const parts = new Map<string, { readonly text: string; readonly source: Source }>();
  for (const event of events) {
    if (event.type !== 'AssessmentRevised') continue;
    for (const { part, after } of event.data.changed) {
      if (after === null) parts.delete(part);
      else parts.set(part, { text: after, source: sourceOf(event) });
    }
  }
  return Object.entries(SHOWN).flatMap(([part, label]) => {
    const found = parts.get(part);
    return found === undefined ? [] : entry(label, found.source, inWords(found.text));
  });
}

function outcomeText(item: Item): string {
  const deferred = item.deferredBecause === null ? '' : `: ${inWords(item.deferredBecause)}`;
  return `${inWords(item.status)}${deferred}`;
}

function decisionEntries(item: Item, events: readonly RecordedCaseEvent[]): readonly Entry[] {
  return decisionsIn(events)
    .filter(({ data }) => item.decisions.includes(data.decisionId))
    .flatMap((decision) => {
      const source = sourceOf(decision);
      const { content, provisional } = decision.data;
      return [
        ...entry('Decision', source, `${inWords(content.step)}: ${content.plan}${provisional ? ' (provisional)' : ''}`),
        ...entry('Rationale', source, content.rationale),
        ...entry('Dissent', source, content.dissent.map(({ by, text }) => `${by}: ${text}`).join('; ')),
      ];
    });
}
