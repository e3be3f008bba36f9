import {
  CANCELLATION_REASONS,
  carryOver,
  DEFERRAL_REASONS,
  ITEM_MODES,
  meetingPlan,
  meetingTime,
  PRESENCES,
  REMOVAL_REASONS,
  seriesPlan,
} from '@tumor-board/board';
import { DISCIPLINES } from '@tumor-board/knowledge';
import { isoDate, text } from '@tumor-board/oncology';
import { MEETING_STATES } from '@tumor-board/read-side';
import { z } from 'zod';
import { caseListQuery, caseQuery } from '../cases/case-requests.js';

const idOf = (what: string) => z.uuid({ error: `expected the id of ${what}, a UUID` });
const caseId = idOf('a case');
const after = idOf('an item of the agenda')
  .nullable()
  .describe('The item to stand behind; null for the head of the agenda. When it was taken off meanwhile: what stood before it.');

/** A meeting in an address. */
export const meetingPath = z.strictObject({ id: idOf('a meeting').describe('The id of the meeting.') });
export type MeetingPath = z.infer<typeof meetingPath>;

/** An item of an agenda in an address. */
export const itemPath = z.strictObject({
  id: idOf('a meeting').describe('The id of the meeting.'),
  itemId: idOf('an item of the agenda').describe('The id of the item.'),
});
export type ItemPath = z.infer<typeof itemPath>;

/** A series in an address. */
export const seriesPath = z.strictObject({ id: idOf('a series of meetings').describe('The id of the series.') });
export type SeriesPath = z.infer<typeof seriesPath>;

const moment = z.iso.datetime({ offset: true, error: 'expected a moment such as 2026-11-30T09:00:00Z' }).optional();

/** The questions of a list of meetings. */
export const meetingListQuery = z.strictObject({
  from: moment.describe('Only meetings that begin from this moment on.'),
  before: moment.describe('Only meetings that begin before this moment.'),
  on: isoDate.optional().describe('Only meetings of this day by the clocks of their place.'),
  status: z.enum(MEETING_STATES).optional().describe('Only meetings of which this has become.'),
  seriesId: idOf('a series of meetings').optional().describe('Only meetings of this series.'),
  limit: caseListQuery.shape.limit,
  after: caseListQuery.shape.after,
  atLeast: caseQuery.shape.atLeast,
});
export type MeetingListRequest = z.infer<typeof meetingListQuery>;

/** The question of one meeting or series. */
export const meetingQuery = caseQuery;
export type MeetingRequest = z.infer<typeof meetingQuery>;

const { seriesId: _seriesId, ...single } = meetingPlan.shape;

/** A single meeting, apart from any series. */
export const newMeeting = z.strictObject(single);
export type NewMeeting = z.infer<typeof newMeeting>;

/** Another time or place. */
export const newTime = z.strictObject(meetingTime);
export type NewTime = z.infer<typeof newTime>;

export const cancellation = z.strictObject({ reason: z.enum(CANCELLATION_REASONS) });
export type Cancellation = z.infer<typeof cancellation>;

/** A case to be put on the agenda. */
export const newItem = z.strictObject({
  caseId,
  mode: z
    .enum(ITEM_MODES)
    .default('discussion')
    .describe('Without discussion only where the case is a standard one; the answer says why not.'),
  after: after.optional(),
});
export type NewItem = z.infer<typeof newItem>;

export const newPlace = z.strictObject({ after });
export type NewPlace = z.infer<typeof newPlace>;

export const removal = z.strictObject({ reason: z.enum(REMOVAL_REASONS) });
export type Removal = z.infer<typeof removal>;

/** Why a case is put off and where it goes. */
export const itemDeferral = z.strictObject({
  reason: z.enum(DEFERRAL_REASONS),
  carryOver: carryOver
    .default('next')
    .describe('`next`: the next meeting of the series, where there is one; `queue`; or the id of a meeting.'),
  until: isoDate.optional().describe('Not to be taken up before this day. With `carryOver` `queue`.'),
  note: text.max(4_000).optional().describe('What there is to say about it. Kept in the case, never in the meeting.'),
});
export type ItemDeferral = z.infer<typeof itemDeferral>;

/** How many of the queue to look at. */
export const filling = z.strictObject({
  look: z.coerce
    .number({ error: 'expected a whole number from 1 to 200' })
    .int()
    .min(1)
    .max(200)
    .default(100)
    .describe('Cases of the queue to look at, from its head.'),
});
export type Filling = z.infer<typeof filling>;

const conflicts = z.array(caseId).max(200).default([]).describe('The cases in which the person has a conflict of interest.');

/** Who is there: whoever asks, or somebody that a coordinator or chair names. */
export const attendance = z.strictObject({
  presence: z.enum(PRESENCES).default('in-person'),
  chairs: z.boolean().default(false).describe('True for who chairs the meeting; needs the role chair, or a coordinator who records it.'),
  conflicts,
  attendee: z
    .strictObject({
      account: text.max(200).describe('The account (`account:ID`) or its login, or a name for somebody who has none.'),
      name: text.max(200),
      disciplines: z.array(z.enum(DISCIPLINES)).max(DISCIPLINES.length),
    })
    .optional()
    .describe('Somebody else, recorded by a coordinator or a chair.'),
});
export type Attendance = z.infer<typeof attendance>;

export const departure = z.strictObject({
  account: text.max(200).optional().describe('Somebody else, recorded by a coordinator or a chair.'),
});
export type Departure = z.infer<typeof departure>;

/** A series of meetings. */
export const newSeries = seriesPlan;
export type NewSeries = z.infer<typeof newSeries>;

export const seriesEnd = z.strictObject({ from: isoDate.describe('The day from which no meeting is planned.') });
export type SeriesEnd = z.infer<typeof seriesEnd>;

/** Which meetings of a series are to be planned. */
export const plannedAhead = z.strictObject({
  count: z.int({ error: 'expected a whole number from 1 to 60' }).min(1).max(60).describe('The next so many meetings.'),
  from: isoDate.optional().describe('From this day on; today when not given.'),
});
export type PlannedAhead = z.infer<typeof plannedAhead>;
