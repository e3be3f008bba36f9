import type { DEFERRAL_REASONS } from '../case/board-event.js';
import type { MeetingEvent } from './meeting-event.js';
import type { CancellationReason, CarryOver, ItemMode, ItemOrigin, MeetingPlan, RemovalReason } from './meeting-values.js';
import type { StandardCase } from './without-discussion.js';

type DataOf<Type extends MeetingEvent['type']> = Extract<MeetingEvent, { type: Type }>['data'];

/** Plan a meeting. */
export interface PlanMeeting {
  readonly type: 'PlanMeeting';
  readonly plan: MeetingPlan;
}

/** Move a meeting to another time or place. */
export interface MoveMeeting extends DataOf<'MeetingMoved'> {
  readonly type: 'MoveMeeting';
}

/** Call a meeting off. What was on its agenda is carried over. */
export interface CancelMeeting {
  readonly type: 'CancelMeeting';
  readonly reason: CancellationReason;
}

/** Put a case on the agenda. */
export interface AddAgendaItem {
  readonly type: 'AddAgendaItem';
  readonly itemId: string;
  readonly caseId: string;
  readonly mode: ItemMode;
  /** The item to stand behind; null for the head of the agenda. At the end when not given. */
  readonly after?: string | null | undefined;
  readonly origin: ItemOrigin;
  /** Whether the case may go without discussion. Needed for that mode. */
  readonly standard?: StandardCase | undefined;
}

/** Put cases of the queue at the end of the agenda, in this order. */
export interface FillAgenda {
  readonly type: 'FillAgenda';
  readonly entries: readonly { readonly itemId: string; readonly caseId: string; readonly reason: string }[];
}

/** Let an item stand behind another. */
export interface MoveAgendaItem {
  readonly type: 'MoveAgendaItem';
  readonly itemId: string;
  /** null for the head of the agenda. */
  readonly after: string | null;
}

/** Take a case off the agenda. */
export interface RemoveAgendaItem {
  readonly type: 'RemoveAgendaItem';
  readonly itemId: string;
  readonly reason: RemovalReason;
}

/** Discuss a case after all that was to go without. */
export interface PullBackItem {
  readonly type: 'PullBackItem';
  readonly itemId: string;
  readonly by: string;
}

/** Begin the meeting. */
export interface OpenMeeting {
  readonly type: 'OpenMeeting';
  readonly by: string;
}

/** Be there. */
export interface JoinMeeting extends DataOf<'AttendeeJoined'> {
  readonly type: 'JoinMeeting';
}

/** Leave. */
export interface LeaveMeeting {
  readonly type: 'LeaveMeeting';
  readonly account: string;
}

/** Turn to a case. */
export interface CallItem {
  readonly type: 'CallItem';
  readonly itemId: string;
}

/** Put a case off. */
export interface DeferItem {
  readonly type: 'DeferItem';
  readonly itemId: string;
  readonly reason: (typeof DEFERRAL_REASONS)[number];
  readonly carryOver: CarryOver;
}

/** Note that the stream of the case holds a decision of this meeting. */
export interface NoteDecision {
  readonly type: 'NoteDecision';
  readonly itemId: string;
  readonly decisionId: string;
}

/** End the meeting. What was not decided or deferred is carried over. */
export interface CloseMeeting {
  readonly type: 'CloseMeeting';
  readonly by: string;
}

/** Settle where an item goes that was deferred or not reached. */
export interface CarryOverItem {
  readonly type: 'CarryOverItem';
  readonly itemId: string;
  /** A meeting, or `queue`. */
  readonly to: string;
  /** Settled before, but that meeting takes no items any more. */
  readonly insteadOf?: string | undefined;
}

/** What may be asked of a meeting. */
export type MeetingCommand =
  | PlanMeeting
  | MoveMeeting
  | CancelMeeting
  | AddAgendaItem
  | FillAgenda
  | MoveAgendaItem
  | RemoveAgendaItem
  | PullBackItem
  | OpenMeeting
  | JoinMeeting
  | LeaveMeeting
  | CallItem
  | DeferItem
  | NoteDecision
  | CloseMeeting
  | CarryOverItem;
