import { DEFERRAL_REASONS, ITEM_MODES, itemOrigin, meetingPlan, PRESENCES, quorumResult } from '@tumor-board/board';
import { DECISION_KINDS, DISCIPLINES, NEXT_STEP_CODES } from '@tumor-board/knowledge';
import { z } from 'zod';
import { instant } from '../instant.js';

/** What can become of a meeting. */
export const MEETING_STATES = ['planned', 'open', 'closed', 'cancelled'] as const;
export type MeetingState = (typeof MEETING_STATES)[number];

/** How many items there are, by what became of them. */
const counts = z.strictObject({
  /** Still to be discussed. */
  toDiscuss: z.int(),
  /** Still listed without discussion. */
  withoutDiscussion: z.int(),
  decided: z.int(),
  deferred: z.int(),
  notReached: z.int(),
  /** Those to be looked at afterwards because they went, or were to go, without discussion. */
  sampled: z.int(),
});
export type MeetingCounts = z.infer<typeof counts>;

/** A meeting in a list. */
export const meetingEntry = z.strictObject({
  meetingId: z.uuid(),
  ...meetingPlan.shape,
  seriesId: z.uuid().nullable(),
  status: z.enum(MEETING_STATES),
  /** The moment at which it begins, by the clocks of its time zone. */
  starts: z.iso.datetime(),
  counts,
  /** Cases that can still be put on for discussion; below 0 when more were put on by hand. */
  placesLeft: z.int(),
  version: z.int(),
});
export type MeetingEntry = z.infer<typeof meetingEntry>;

/** A page of meetings. */
export const meetingListView = z.strictObject({
  meetings: z.array(meetingEntry),
  /** Ask for the next page with it; null on the last page. */
  next: z.string().nullable(),
});
export type MeetingListView = z.infer<typeof meetingListView>;

/** A case on an agenda. */
export const agendaEntry = z.strictObject({
  itemId: z.uuid(),
  caseId: z.uuid(),
  /** From the list of cases; null until it knows the case. */
  reference: z.string().nullable(),
  nextStep: z.enum(NEXT_STEP_CODES).nullable(),
  mode: z.enum(ITEM_MODES),
  status: z.enum(['waiting', 'in-discussion', 'decided', 'deferred', 'not-reached']),
  origin: itemOrigin,
  sampled: z.boolean(),
  pulledBackBy: z.string().nullable(),
  deferredBecause: z.enum(DEFERRAL_REASONS).nullable(),
  carryOver: z.string().nullable(),
  carriedOverTo: z.string().nullable(),
  decisions: z.array(z.uuid()),
  /** Whether those present at this moment make the quorum for each kind of decision about this case; null unless the meeting is open. */
  quorum: z.record(z.enum(DECISION_KINDS), quorumResult).nullable(),
});
export type AgendaEntry = z.infer<typeof agendaEntry>;

/** A meeting as it stands. */
export const meetingView = z.strictObject({
  ...meetingEntry.shape,
  agenda: z.array(agendaEntry),
  attendance: z.array(
    z.strictObject({
      account: z.string(),
      name: z.string().nullable(),
      disciplines: z.array(z.enum(DISCIPLINES)),
      presence: z.enum(PRESENCES),
      chairs: z.boolean(),
      conflicts: z.array(z.uuid()),
      isPresent: z.boolean(),
    }),
  ),
  openedAt: instant.nullable(),
  endedAt: instant.nullable(),
  /** The day by which the site wants the outcome letters to be out; null while nothing was decided. Public holidays are not known. */
  lettersDueBy: z.iso.date().nullable(),
  cancelledBecause: z.string().nullable(),
  /** Where its last event stands. */
  position: z.string(),
});
export type MeetingView = z.infer<typeof meetingView>;
