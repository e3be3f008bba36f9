import { canonicalJson, type Decider, digestOf, problem } from '@tumor-board/kernel';
import { type AgendaItem, isOpenItem, itemOf, predecessorOf, standingBehind } from './agenda.js';
import type {
  AddAgendaItem,
  CarryOverItem,
  DeferItem,
  FillAgenda,
  JoinMeeting,
  MeetingCommand,
  MoveAgendaItem,
  MoveMeeting,
  NoteDecision,
} from './meeting-command.js';
import type { MeetingEvent } from './meeting-event.js';
import { evolveMeeting, itemInDiscussion, type KnownMeeting, type Meeting, noMeeting } from './meeting-state.js';
import { AUDIT_SAMPLE_RATE, sampledForAudit } from './without-discussion.js';

/** What a decision about a meeting is made with. */
export interface MeetingRules {
  /** The share of cases without discussion that is sampled for audit, from 0 to 1. */
  readonly auditRate: number;
}

export const MEETING_RULES: MeetingRules = { auditRate: AUDIT_SAMPLE_RATE };

/**
 * Decides a command on the meeting as it stands, so that what several people ask for at the same time all takes effect:
 * commands say what is wanted ("behind that one"), never how the whole agenda should look. No events when it is so already.
 * @throws Problem `meeting.unknown`, `meeting.already-planned`, `meeting.not-open`, `meeting.begun`, `meeting.over`,
 * `meeting.item-unknown`, `meeting.item-settled`, `meeting.item-id-taken`, `meeting.needs-discussion` with the reasons,
 * `meeting.without-discussion`
 */
export function decideMeeting(state: Meeting, command: MeetingCommand, rules: MeetingRules = MEETING_RULES): readonly MeetingEvent[] {
  switch (command.type) {
    case 'PlanMeeting':
      if (state.status === 'none') return [{ type: 'MeetingPlanned', data: command.plan }];
      if (digestOf(state.plan) === digestOf(command.plan)) return [];
      throw problem('meeting.already-planned', 'The meeting is planned already, otherwise than this.');
    case 'MoveMeeting':
      return moving(notBegun(state), command);
    case 'CancelMeeting': {
      if (state.status === 'cancelled') return [];
      const meeting = notBegun(state);
      return [...notReached(meeting), { type: 'MeetingCancelled', data: { reason: command.reason } }];
    }
    case 'AddAgendaItem':
      return adding(notOver(state), command, rules);
    case 'FillAgenda':
      return filling(notOver(state), command, rules);
    case 'MoveAgendaItem':
      return movingItem(notOver(state), command);
    case 'RemoveAgendaItem': {
      const { itemId, reason } = command;
      const meeting = notOver(state);
      if (meeting.agenda.removed.has(itemId)) return [];
      openItem(meeting, itemId);
      return [{ type: 'AgendaItemRemoved', data: { itemId, reason } }];
    }
    case 'PullBackItem': {
      const { itemId, by } = command;
      const item = openItem(notOver(state), itemId);
      return item.mode === 'discussion' ? [] : [{ type: 'ItemPulledBack', data: { itemId, by } }];
    }
    case 'OpenMeeting':
      return notOver(state).status === 'open' ? [] : [{ type: 'MeetingOpened', data: { by: command.by } }];
    case 'JoinMeeting':
      return joining(begun(state), command);
    case 'LeaveMeeting': {
      const { account } = command;
      const there = begun(state).attendance.some((attendee) => attendee.account === account && attendee.isPresent);
      return there ? [{ type: 'AttendeeLeft', data: { account } }] : [];
    }
    case 'CallItem':
      return calling(begun(state), command.itemId);
    case 'DeferItem':
      return deferring(notOver(state), command);
    case 'NoteDecision':
      return notingDecision(known(state), command);
    case 'CloseMeeting': {
      if (state.status === 'closed') return [];
      const meeting = begun(state);
      const left = notReached(meeting);
      return [...left, { type: 'MeetingClosed', data: { by: command.by, notReached: left.map(({ data }) => data.itemId) } }];
    }
    case 'CarryOverItem':
      return carryingOver(known(state), command);
  }
}

/** The decider of a meeting's stream. */
export const meetingDecider = (rules: MeetingRules = MEETING_RULES): Decider<Meeting, MeetingCommand, MeetingEvent> => ({
  initialState: noMeeting,
  decide: (state, command) => decideMeeting(state, command, rules),
  evolve: evolveMeeting,
});

function moving(meeting: KnownMeeting, { type: _type, ...to }: MoveMeeting): MeetingEvent[] {
  const { on, startsAt, timeZone, durationMinutes, place } = meeting.plan;
  return canonicalJson({ on, startsAt, timeZone, durationMinutes, place }) === canonicalJson(to)
    ? []
    : [{ type: 'MeetingMoved', data: to }];
}

function adding(meeting: KnownMeeting, command: AddAgendaItem, rules: MeetingRules): MeetingEvent[] {
  const { itemId, caseId, mode, origin, standard } = command;
  if (isThere(meeting, itemId, caseId)) return [];
  const { items } = meeting.agenda;
  const asked = command.after === undefined ? (items.at(-1)?.itemId ?? null) : command.after;
  const after = standingBehind(meeting.agenda, asked);
  if (after === undefined) throw unknownItem('after');
  const added: MeetingEvent = { type: 'AgendaItemAdded', data: { itemId, caseId, mode, after, origin } };
  if (mode === 'discussion') return [added];
  if (standard === undefined || !standard.allowed) {
    const because = standard?.because ?? ['it was not looked at whether this is a standard case'];
    throw problem('meeting.needs-discussion', `The case has to be discussed: ${because.join('; ')}.`, { because });
  }
  if (!sampledForAudit(itemId, rules.auditRate)) return [added];
  return [added, { type: 'ItemSampledForAudit', data: { itemId, rate: rules.auditRate } }];
}

function filling(meeting: KnownMeeting, { entries }: FillAgenda, rules: MeetingRules): MeetingEvent[] {
  let state = meeting;
  const events: MeetingEvent[] = [];
  for (const { itemId, caseId, reason } of entries) {
    const add = { type: 'AddAgendaItem', itemId, caseId, mode: 'discussion', origin: { kind: 'filled', reason } } as const;
    for (const event of adding(state, add, rules)) {
      events.push(event);
      state = evolveMeeting(state, event) as KnownMeeting;
    }
  }
  return events;
}

/** True when the item was put on before, or the case has another item that the board may still come to. */
function isThere({ agenda }: KnownMeeting, itemId: string, caseId: string): boolean {
  const before = itemOf(agenda, itemId) ?? agenda.removed.get(itemId);
  if (before !== undefined && before.caseId !== caseId) {
    throw problem('meeting.item-id-taken', 'The id belongs to the item of another case.', { itemId }, [
      { path: 'itemId', message: 'expected an id that no item has' },
    ]);
  }
  return before !== undefined || agenda.items.some((item) => item.caseId === caseId && isOpenItem(item));
}

function movingItem(meeting: KnownMeeting, { itemId, after: asked }: MoveAgendaItem): MeetingEvent[] {
  openItem(meeting, itemId);
  const after = standingBehind(meeting.agenda, asked);
  if (after === undefined) throw unknownItem('after');
  if (after === itemId || after === predecessorOf(meeting.agenda, itemId)) return [];
  const insteadOf = asked === null || asked === after ? {} : { insteadOf: asked };
  return [{ type: 'AgendaItemMoved', data: { itemId, after, ...insteadOf } }];
}

function joining(meeting: KnownMeeting, { type: _type, ...joined }: JoinMeeting): MeetingEvent[] {
  const before = meeting.attendance.find(({ account }) => account === joined.account);
  const now = { ...joined, name: joined.name ?? null, isPresent: true };
  return before !== undefined && canonicalJson(before) === canonicalJson(now) ? [] : [{ type: 'AttendeeJoined', data: joined }];
}

function calling(meeting: KnownMeeting, itemId: string): MeetingEvent[] {
  const item = openItem(meeting, itemId);
  if (item.mode === 'without-discussion') {
    throw problem('meeting.without-discussion', 'The case is listed without discussion; pull it back to discuss it.', { itemId });
  }
  return itemInDiscussion(meeting)?.itemId === itemId ? [] : [{ type: 'ItemCalled', data: { itemId } }];
}

function deferring(meeting: KnownMeeting, { itemId, reason, carryOver }: DeferItem): MeetingEvent[] {
  const item = itemOf(meeting.agenda, itemId);
  if (item?.status === 'deferred' && item.deferredBecause === reason && item.carryOver === carryOver) return [];
  openItem(meeting, itemId);
  return [{ type: 'ItemDeferred', data: { itemId, reason, carryOver } }];
}

/** Also after the meeting: the decision stands in the case, whenever word of it arrives here. */
function notingDecision({ agenda }: KnownMeeting, { itemId, decisionId }: NoteDecision): MeetingEvent[] {
  const item = itemOf(agenda, itemId);
  if (item === undefined) throw unknownItem('itemId');
  return item.decisions.includes(decisionId) ? [] : [{ type: 'ItemDecided', data: { itemId, decisionId } }];
}

const notReached = ({ agenda }: KnownMeeting): Extract<MeetingEvent, { type: 'ItemNotReached' }>[] =>
  agenda.items.filter(isOpenItem).map(({ itemId }) => ({ type: 'ItemNotReached', data: { itemId, carryOver: 'next' } }));

function carryingOver({ agenda }: KnownMeeting, { itemId, to, insteadOf }: CarryOverItem): MeetingEvent[] {
  const item = itemOf(agenda, itemId);
  if (item === undefined) throw unknownItem('itemId');
  // What is settled stays, so that whoever settles it again after an interruption finds the same place.
  if (item.carriedOverTo !== null && item.carriedOverTo !== insteadOf) return [];
  if (item.status !== 'deferred' && item.status !== 'not-reached') return [];
  return [{ type: 'ItemCarriedOver', data: { itemId, to } }];
}

function known(state: Meeting): KnownMeeting {
  if (state.status === 'none') throw problem('meeting.unknown', 'There is no such meeting.');
  return state;
}

function notOver(state: Meeting): KnownMeeting {
  const meeting = known(state);
  switch (meeting.status) {
    case 'planned':
    case 'open':
      return meeting;
    case 'closed':
    case 'cancelled':
      throw problem('meeting.over', `The meeting has been ${meeting.status}.`, { status: meeting.status });
  }
}

function begun(state: Meeting): KnownMeeting {
  const meeting = notOver(state);
  if (meeting.status === 'open') return meeting;
  throw problem('meeting.not-open', 'The meeting has not been opened.', { status: meeting.status });
}

function notBegun(state: Meeting): KnownMeeting {
  const meeting = notOver(state);
  if (meeting.status === 'planned') return meeting;
  throw problem('meeting.begun', 'The meeting has begun.', { status: meeting.status });
}

/** An item that the board may still come to. */
function openItem({ agenda }: KnownMeeting, itemId: string): AgendaItem {
  const item = itemOf(agenda, itemId);
  if (item === undefined) throw unknownItem('itemId');
  if (isOpenItem(item)) return item;
  throw problem('meeting.item-settled', `The item is ${item.status.replace('-', ' ')}.`, { itemId, status: item.status });
}

const unknownItem = (path: 'itemId' | 'after') =>
  problem('meeting.item-unknown', 'There is no such item on the agenda.', {}, [{ path, message: 'expected an item of the agenda' }]);
