import { seriesPlan } from '@tumor-board/board';
import { z } from 'zod';

/** A series of meetings as it stands. */
export const meetingSeriesView = z.strictObject({
  seriesId: z.uuid(),
  ...seriesPlan.shape,
  /** The day from which on nothing is planned. */
  endsFrom: z.iso.date().nullable(),
  /** The meetings that were planned, by the day for which they were. */
  meetings: z.array(z.strictObject({ meetingId: z.uuid(), on: z.iso.date() })),
  version: z.int(),
});
export type MeetingSeriesView = z.infer<typeof meetingSeriesView>;

/** The series of a site, by title. */
export const meetingSeriesListView = z.strictObject({ series: z.array(meetingSeriesView) });
export type MeetingSeriesListView = z.infer<typeof meetingSeriesListView>;
