import { inWords } from '@tumor-board/oncology';
import type { KnownMeeting } from '../meeting/meeting-state.js';
import { assessmentBlocks, headlineBlocks, proposalEntries } from './assessment-blocks.js';
import {
  caseEntries,
  decisionsIn,
  entry,
  erasure,
  identityEntries,
  questionEntries,
  type RecordedCaseEvent,
  type RecordedDecision,
  sourceOf,
} from './case-pieces.js';
import { decisionEntries, decisionTables, signatureTable, signedNames, standingOfDecision } from './decision-blocks.js';
import { knownCase, recordedHeadline } from './known-case.js';
import { changesInWords } from './labels.js';
import type { RecordedMeetingEvent, SheetCase } from './meeting-sheet.js';
import { type Block, cited, type Entry, heading, plain, section } from './printed-document.js';

type Item = KnownMeeting['agenda']['items'][number];

/** What a case on an agenda is printed from. */
export interface PrintedItem {
  readonly item: Item;
  readonly state: KnownMeeting;
  readonly meeting: readonly RecordedMeetingEvent[];
  /** Names of accounts, as the attendance has them. */
  readonly names: ReadonlyMap<string, string>;
  /** Undefined when the case is not on record at the site. */
  readonly shown: SheetCase | undefined;
}

/** A case on the sheet: why it is there, what became of it, the decisions, and what they rest on. */
export function agendaItemBlocks(printed: PrintedItem): readonly Block[] {
  const { item, shown } = printed;
  if (shown === undefined) {
    return [
      heading(2, 'Case'),
      { kind: 'entries', entries: [...itemEntries(printed), { label: 'Case', value: [plain('not on record here')] }] },
    ];
  }
  const then = asOfMeeting(printed, shown.events);
  const opened = shown.events[0];
  const decisions = decisionsIn(shown.events).filter(({ data }) => item.decisions.includes(data.decisionId));
  const gone = erasure(shown.events);
  return [
    opened?.type === 'CaseOpened'
      ? { kind: 'heading', level: 2, pieces: [plain('Case '), cited(sourceOf(opened), opened.data.reference)] }
      : heading(2, 'Case'),
    ...(gone.length === 0 ? [] : [{ kind: 'warning', pieces: gone } as const]),
    {
      kind: 'entries',
      entries: [
        ...identityEntries(shown.patient),
        ...caseEntries(shown.events).slice(1),
        ...itemEntries(printed),
        ...questionEntries(then),
        ...listingEntries(then),
        ...deferralEntries(item, shown.events),
        ...(decisions.length === 0 ? earlierDecision(then) : []),
      ],
    },
    ...decisions.flatMap((decision) => decisionBlocks(decision, shown.events, printed.names)),
    ...knownBlocks(then, decisions.at(-1)),
  ];
}

/** What was on record of the case when the meeting ended; all of it while it has not. */
function asOfMeeting({ meeting }: PrintedItem, events: readonly RecordedCaseEvent[]): readonly RecordedCaseEvent[] {
  const end = meeting.find(({ type }) => type === 'MeetingClosed' || type === 'MeetingCancelled');
  return end === undefined ? events : events.filter(({ recordedAt }) => recordedAt <= end.recordedAt);
}

function itemEntries({ item, meeting, names }: PrintedItem): readonly Entry[] {
  const ofItem = meeting.filter((event) => 'itemId' in event.data && event.data.itemId === item.itemId);
  const told = (label: string, type: RecordedMeetingEvent['type'], text: string): readonly Entry[] => {
    const event = ofItem.findLast((one) => one.type === type);
    return event === undefined ? [] : entry(label, sourceOf(event), text);
  };
  const origin = item.origin.kind === 'carried-over' ? `carried over, time ${item.origin.times}` : inWords(item.origin.kind);
  const conflicts = meeting.flatMap((event) =>
    event.type === 'AttendeeJoined' && event.data.conflicts.includes(item.caseId)
      ? [cited(sourceOf(event), event.data.name ?? event.data.account)]
      : [],
  );
  return [
    ...told('On the agenda', 'AgendaItemAdded', `${inWords(item.mode)} (${origin})`),
    ...told('Pulled back by', 'ItemPulledBack', item.pulledBackBy === null ? '' : (names.get(item.pulledBackBy) ?? item.pulledBackBy)),
    ...told('Audit', 'ItemSampledForAudit', 'sampled, to be looked at afterwards'),
    ...(conflicts.length === 0 ? [] : [{ label: 'Conflict of interest', value: conflicts }]),
    ...outcome(item, told),
    ...told('Carried over', 'ItemCarriedOver', item.carriedOverTo === 'queue' ? 'to the queue' : 'to another meeting'),
  ];
}

function outcome(
  item: Item,
  told: (label: string, type: RecordedMeetingEvent['type'], text: string) => readonly Entry[],
): readonly Entry[] {
  switch (item.status) {
    case 'waiting':
      return [];
    case 'in-discussion':
      return told('Outcome', 'ItemCalled', 'under discussion');
    case 'decided':
      return told('Outcome', 'ItemDecided', 'decided');
    case 'deferred':
      return told('Outcome', 'ItemDeferred', `deferred: ${inWords(item.deferredBecause ?? 'other')}`);
    case 'not-reached':
      return told('Outcome', 'ItemNotReached', 'not reached');
  }
}

/** Why the case waits and by when it is due, with what set it off. */
function listingEntries(events: readonly RecordedCaseEvent[]): readonly Entry[] {
  const listed = events.findLast((event) => event.type === 'CaseListed');
  if (listed?.type !== 'CaseListed') return [];
  const { reason, dueBy, on, trigger } = listed.data;
  const changes = changesInWords(trigger.changed);
  const changed = changes === '' ? '' : ` – ${changes}`;
  return entry('Why listed', sourceOf(listed), `${inWords(reason)} (${inWords(trigger.kind)}), on ${on}, due by ${dueBy}${changed}`);
}

/** What was said of a deferral in the stream of the case. */
function deferralEntries(item: Item, events: readonly RecordedCaseEvent[]): readonly Entry[] {
  const deferred = events.findLast((event) => event.type === 'CaseDeferred' && event.data.itemId === item.itemId);
  if (deferred?.type !== 'CaseDeferred') return [];
  const { until, note } = deferred.data;
  return [...entry('Deferred until', sourceOf(deferred), until), ...entry('Note', sourceOf(deferred), note)];
}

/** The decision that stands when the board comes to the case. */
function earlierDecision(events: readonly RecordedCaseEvent[]): readonly Entry[] {
  const decision = decisionsIn(events).at(-1);
  if (decision === undefined) return [];
  const { on, content } = decision.data;
  return [
    { label: 'Decided before', value: [cited(sourceOf(decision), `${on}: ${inWords(content.step)} – ${content.plan}`)] },
    ...standingOfDecision(events, decision).map((piece): Entry => ({ label: 'But', value: [piece] })),
  ];
}

function decisionBlocks(
  decision: RecordedDecision,
  events: readonly RecordedCaseEvent[],
  names: ReadonlyMap<string, string>,
): readonly Block[] {
  const warnings = standingOfDecision(events, decision);
  return [
    heading(3, 'Decision'),
    ...(warnings.length === 0 ? [] : [{ kind: 'warning', pieces: warnings } as const]),
    { kind: 'entries', entries: decisionEntries(decision) },
    ...decisionTables(decision, new Map([...names, ...signedNames(events)])),
    ...section(3, 'Signatures', signatureTable(events, decision)),
  ];
}

/** What the board had before it: as the last decision rests on it, else as it was known last. */
function knownBlocks(then: readonly RecordedCaseEvent[], decision: RecordedDecision | undefined): readonly Block[] {
  const last = then.at(-1);
  if (last === undefined) return [];
  const basis = decision?.data.basis;
  const version = basis?.version ?? last.streamVersion;
  const known = knownCase(then, version, basis);
  if (known !== undefined) {
    const upTo = then.filter(({ streamVersion }) => streamVersion <= version);
    return [...section(3, 'Proposal', { kind: 'entries', entries: proposalEntries(known) }), ...assessmentBlocks(known, upTo)];
  }
  if (basis !== undefined && decision !== undefined) return headlineBlocks(basis.headline, sourceOf(decision));
  const recorded = recordedHeadline(then, version);
  return recorded === undefined ? [] : headlineBlocks(recorded.headline, recorded.source);
}
