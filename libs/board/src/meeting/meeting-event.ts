import type { EventBody } from '@tumor-board/kernel';
import { DISCIPLINES } from '@tumor-board/knowledge';
import { text } from '@tumor-board/oncology';
import { z } from 'zod';
import { DEFERRAL_REASONS } from '../case/board-event.js';
import {
  CANCELLATION_REASONS,
  carryOver,
  ITEM_MODES,
  itemOrigin,
  meetingPlan,
  meetingTime,
  PRESENCES,
  REMOVAL_REASONS,
} from './meeting-values.js';
import { parsed } from './parse-event.js';

/** The stream of a meeting: `meeting-<uuid>`. */
export const meetingStream = (meetingId: string): string => `meeting-${meetingId}`;

/** The id of the meeting whose stream this is, or undefined when it is the stream of something else. */
export const meetingIdOf = (streamId: string): string | undefined =>
  streamId.startsWith('meeting-') ? streamId.slice('meeting-'.length) : undefined;

const id = z.uuid();
const account = text.max(200);

/**
 * Data of a meeting's events, schema version 1. Nothing in them tells of a patient: reasons are codes, and what there is
 * to say about a case stands in the stream of the case.
 */
export const MEETING_EVENT_DATA = {
  MeetingPlanned: meetingPlan,
  MeetingMoved: z.strictObject(meetingTime),
  MeetingCancelled: z.strictObject({ reason: z.enum(CANCELLATION_REASONS) }),
  AgendaItemAdded: z.strictObject({
    itemId: id,
    caseId: id,
    mode: z.enum(ITEM_MODES),
    /** The item that it stands behind; null at the head. */
    after: id.nullable(),
    origin: itemOrigin,
  }),
  AgendaItemMoved: z.strictObject({
    itemId: id,
    /** The item that it stands behind now; null at the head. */
    after: id.nullable(),
    /** The item that was asked for, when it had been taken off meanwhile and `after` is the one that stood before it. */
    insteadOf: id.optional(),
  }),
  AgendaItemRemoved: z.strictObject({ itemId: id, reason: z.enum(REMOVAL_REASONS) }),
  /** Somebody is to look afterwards whether it was right not to discuss the case. */
  ItemSampledForAudit: z.strictObject({
    itemId: id,
    /** The share of such items that is sampled, from 0 to 1. */
    rate: z.number().min(0).max(1),
  }),
  /** The case is discussed after all. */
  ItemPulledBack: z.strictObject({ itemId: id, by: account }),
  MeetingOpened: z.strictObject({ by: account }),
  /** Somebody is there, or is there in another way than was recorded before. */
  AttendeeJoined: z.strictObject({
    account,
    name: text.max(200).optional(),
    disciplines: z.array(z.enum(DISCIPLINES)).max(DISCIPLINES.length),
    presence: z.enum(PRESENCES),
    chairs: z.boolean(),
    /** The cases in which the person has a conflict of interest. */
    conflicts: z.array(id).max(200),
  }),
  AttendeeLeft: z.strictObject({ account }),
  /** The board turns to the case. */
  ItemCalled: z.strictObject({ itemId: id }),
  ItemDeferred: z.strictObject({ itemId: id, reason: z.enum(DEFERRAL_REASONS), carryOver }),
  /** A decision was recorded in the stream of the case. */
  ItemDecided: z.strictObject({ itemId: id, decisionId: id }),
  /** The meeting ended, or did not take place, before the board came to the case. */
  ItemNotReached: z.strictObject({ itemId: id, carryOver }),
  MeetingClosed: z.strictObject({
    by: account,
    /** Items that were not reached, in the order of the agenda. */
    notReached: z.array(id),
  }),
  /** Where an item that was deferred or not reached has gone. */
  ItemCarriedOver: z.strictObject({ itemId: id, to: z.union([z.literal('queue'), id]) }),
} as const;

export type MeetingEventType = keyof typeof MEETING_EVENT_DATA;

/** What can happen to a meeting. */
export type MeetingEvent = {
  readonly [Type in MeetingEventType]: { readonly type: Type; readonly data: Readonly<z.infer<(typeof MEETING_EVENT_DATA)[Type]>> };
}[MeetingEventType];

export const MEETING_EVENT_TYPES = Object.keys(MEETING_EVENT_DATA) as readonly MeetingEventType[];

const schemas: ReadonlyMap<string, z.ZodType> = new Map(Object.entries(MEETING_EVENT_DATA));

/**
 * Checks an event from outside against its schema.
 * @throws Problem `meeting.invalid-event` with the faults
 */
export const parseMeetingEvent = (event: EventBody): MeetingEvent => parsed(event, schemas, 'meeting') as MeetingEvent;
