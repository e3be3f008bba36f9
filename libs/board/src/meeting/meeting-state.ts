import { type EventBody, problem } from '@tumor-board/kernel';
import type { Discipline } from '@tumor-board/knowledge';
import {
  type Agenda,
  type AgendaItem,
  emptyAgenda,
  isOpenItem,
  itemOf,
  withChange,
  withItem,
  withItemMoved,
  withoutItem,
} from './agenda.js';
import type { MeetingEvent } from './meeting-event.js';
import type { MeetingPlan } from './meeting-values.js';

/** Somebody who is, or was, at a meeting. */
export interface Attendee {
  readonly account: string;
  readonly name: string | null;
  readonly disciplines: readonly Discipline[];
  readonly presence: 'in-person' | 'remote';
  readonly chairs: boolean;
  /** The cases in which the person has a conflict of interest. */
  readonly conflicts: readonly string[];
  /** False once the person has left. */
  readonly isPresent: boolean;
}

/** There is no such meeting. */
export interface NoMeeting {
  readonly status: 'none';
}

/** A meeting that has been planned. */
export interface KnownMeeting {
  readonly status: 'planned' | 'open' | 'closed' | 'cancelled';
  readonly plan: MeetingPlan;
  readonly agenda: Agenda;
  /** In the order in which they first came. */
  readonly attendance: readonly Attendee[];
}

/** A meeting as its events tell it. */
export type Meeting = NoMeeting | KnownMeeting;

export const noMeeting = (): Meeting => ({ status: 'none' });

/** Those who are there at this moment. */
export const presentAt = ({ attendance }: KnownMeeting): readonly Attendee[] => attendance.filter(({ isPresent }) => isPresent);

/** The case that is being discussed. */
export const itemInDiscussion = ({ agenda }: KnownMeeting): AgendaItem | undefined =>
  agenda.items.find(({ status }) => status === 'in-discussion');

/** Folds one event into the state. Never changes the state it is given. */
export function evolveMeeting(state: Meeting, event: MeetingEvent): Meeting {
  if (event.type === 'MeetingPlanned') {
    if (state.status !== 'none') throw corrupt(event, 'the meeting is planned already');
    return { status: 'planned', plan: event.data, agenda: emptyAgenda, attendance: [] };
  }
  if (state.status === 'none') throw corrupt(event, 'the meeting was never planned');
  const { agenda } = state;
  switch (event.type) {
    case 'MeetingMoved':
      return { ...state, plan: { ...state.plan, ...event.data } };
    case 'MeetingCancelled':
      return { ...state, status: 'cancelled' };
    case 'MeetingOpened':
      return { ...state, status: 'open' };
    case 'MeetingClosed':
      return { ...state, status: 'closed', attendance: state.attendance.map((attendee) => ({ ...attendee, isPresent: false })) };
    case 'AttendeeJoined': {
      const { name, ...rest } = event.data;
      const attendee = { ...rest, name: name ?? null, isPresent: true };
      const known = state.attendance.some(({ account }) => account === attendee.account);
      const attendance = known
        ? state.attendance.map((other) => (other.account === attendee.account ? attendee : other))
        : [...state.attendance, attendee];
      return { ...state, attendance };
    }
    case 'AttendeeLeft': {
      const { account } = event.data;
      const attendance = state.attendance.map((other) => (other.account === account ? { ...other, isPresent: false } : other));
      return { ...state, attendance };
    }
    case 'AgendaItemAdded': {
      const { after, ...added } = event.data;
      return { ...state, agenda: withItem(agenda, { ...added, ...UNTOUCHED }, after) };
    }
    case 'AgendaItemMoved':
      return { ...state, agenda: withItemMoved(agenda, known(state, event), event.data.after) };
    case 'AgendaItemRemoved':
      return { ...state, agenda: withoutItem(agenda, known(state, event)) };
    case 'ItemSampledForAudit':
      return changed(state, event, { sampled: true });
    case 'ItemPulledBack':
      return changed(state, event, { mode: 'discussion', pulledBackBy: event.data.by });
    case 'ItemCalled': {
      const before = itemInDiscussion(state);
      const others = before === undefined ? agenda : withChange(agenda, before.itemId, { status: 'waiting' });
      return changed({ ...state, agenda: others }, event, { status: 'in-discussion' });
    }
    case 'ItemDeferred': {
      const { reason, carryOver } = event.data;
      return changed(state, event, { status: 'deferred', deferredBecause: reason, carryOver });
    }
    case 'ItemDecided':
      return changed(state, event, { status: 'decided', decisions: [...known(state, event).decisions, event.data.decisionId] });
    case 'ItemNotReached':
      return changed(state, event, { status: 'not-reached', carryOver: event.data.carryOver });
    case 'ItemCarriedOver':
      return changed(state, event, { carriedOverTo: event.data.to });
  }
  // Reached only by an event that this version of the program does not know, e.g. while a newer one is being rolled out.
  throw corrupt(event, 'this version of the program does not know it');
}

/** How many cases are still to be discussed, of how many that can be. */
export const discussionsOf = ({ agenda }: KnownMeeting): readonly AgendaItem[] =>
  agenda.items.filter((item) => item.mode === 'discussion' && (isOpenItem(item) || item.status === 'decided'));

const UNTOUCHED = {
  status: 'waiting',
  sampled: false,
  pulledBackBy: null,
  deferredBecause: null,
  carryOver: null,
  carriedOverTo: null,
  decisions: [],
} as const;

type ItemEvent = Extract<MeetingEvent, { data: { itemId: string } }>;

function known({ agenda }: KnownMeeting, event: ItemEvent): AgendaItem {
  const item = itemOf(agenda, event.data.itemId);
  if (item === undefined) throw corrupt(event, 'its item is not on the agenda');
  return item;
}

function changed(state: KnownMeeting, event: ItemEvent, change: Partial<AgendaItem>): KnownMeeting {
  return { ...state, agenda: withChange(state.agenda, known(state, event).itemId, change) };
}

const corrupt = (event: EventBody, why: string) =>
  problem('meeting.unreadable-event', `The event ${event.type} cannot be folded: ${why}.`, { type: event.type });
