import { DISCIPLINES } from '@tumor-board/knowledge';
import { isoDate, text } from '@tumor-board/oncology';
import { z } from 'zod';
import { isTimeZone } from './local-time.js';

/** The days of a week, Monday first. */
export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** How a case stands on an agenda. */
export const ITEM_MODES = ['discussion', 'without-discussion'] as const;
export type ItemMode = (typeof ITEM_MODES)[number];

/** Why a case was taken off an agenda before the board came to it. */
export const REMOVAL_REASONS = ['listed-by-mistake', 'no-longer-needed', 'other-meeting', 'referral-withdrawn', 'decided', 'died'] as const;
export type RemovalReason = (typeof REMOVAL_REASONS)[number];

/** Why a meeting does not take place. */
export const CANCELLATION_REASONS = ['no-quorum', 'public-holiday', 'too-few-cases', 'room-or-technical', 'emergency', 'other'] as const;
export type CancellationReason = (typeof CANCELLATION_REASONS)[number];

/** How somebody attends. */
export const PRESENCES = ['in-person', 'remote'] as const;

const id = z.uuid();
const places = z.int({ error: 'expected a whole number from 1 to 200' }).min(1).max(200);

/** A time of day on a clock: `14:30`. */
export const clockTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, { error: 'expected a time of day such as 14:30' });

/** A time zone by its name in the IANA database. */
export const timeZone = z.string().refine(isTimeZone, { error: 'expected the IANA name of a time zone such as Asia/Hong_Kong' });

/** When and where, for a single meeting. */
export const meetingTime = {
  on: isoDate,
  /** Local time of the place. */
  startsAt: clockTime,
  timeZone,
  durationMinutes: z.int({ error: 'expected whole minutes from 5 to 720' }).min(5).max(720),
  place: text.max(200),
} as const;

/** Who is expected, and how many cases can be discussed. */
export const meetingSize = {
  /** The disciplines expected. */
  disciplines: z.array(z.enum(DISCIPLINES)).max(DISCIPLINES.length),
  /** Cases that can be discussed. */
  capacity: places,
} as const;

/** A meeting as it is planned. */
export const meetingPlan = z.strictObject({
  /** The series that it belongs to. */
  seriesId: id.optional(),
  title: text.max(200),
  ...meetingTime,
  ...meetingSize,
});
export type MeetingPlan = Readonly<z.infer<typeof meetingPlan>>;

/** A series as it is planned: every so many weeks on a day of the week, counted from the first. */
export const seriesPlan = z.strictObject({
  title: text.max(200),
  weekday: z.enum(WEEKDAYS),
  everyWeeks: z.int({ error: 'expected whole weeks from 1 to 52' }).min(1).max(52),
  startsAt: meetingTime.startsAt,
  timeZone: meetingTime.timeZone,
  durationMinutes: meetingTime.durationMinutes,
  place: meetingTime.place,
  ...meetingSize,
  /** The first day, which is such a day of the week. */
  firstOn: isoDate,
});
export type SeriesPlan = Readonly<z.infer<typeof seriesPlan>>;

/** Where an item that was not decided goes: a meeting, the next one of the series, or back to the queue. */
export const carryOver = z.union([z.literal('next'), z.literal('queue'), id]);
export type CarryOver = z.infer<typeof carryOver>;

/** How an item came onto an agenda. */
export const itemOrigin = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('by-hand') }),
  /** Taken from the queue by its order; `reason` is why the case waited. */
  z.strictObject({ kind: z.literal('filled'), reason: text }),
  /** Left over from an earlier meeting; `times` counts how often by now. */
  z.strictObject({ kind: z.literal('carried-over'), meetingId: id, itemId: id, times: z.int().min(1) }),
]);
export type ItemOrigin = Readonly<z.infer<typeof itemOrigin>>;
