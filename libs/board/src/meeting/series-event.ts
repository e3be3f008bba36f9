import { derivedId, type EventBody, type IsoDate } from '@tumor-board/kernel';
import { isoDate } from '@tumor-board/oncology';
import { z } from 'zod';
import { seriesPlan } from './meeting-values.js';
import { parsed } from './parse-event.js';

/** The stream of a series of meetings: `series-<uuid>`. */
export const seriesStream = (seriesId: string): string => `series-${seriesId}`;

/** The id of the series whose stream this is, or undefined when it is the stream of something else. */
export const seriesIdOf = (streamId: string): string | undefined =>
  streamId.startsWith('series-') ? streamId.slice('series-'.length) : undefined;

/** The id of a series' meeting of a day: planning the day twice is planning one meeting. */
export const meetingOfSeries = (seriesId: string, on: IsoDate): string => derivedId('meeting', seriesId, on);

/** Data of the events of a series, schema version 1. */
export const SERIES_EVENT_DATA = {
  SeriesPlanned: seriesPlan,
  /** The plan as a whole; meetings that were planned before stay as they are. */
  SeriesChanged: seriesPlan,
  /** No meeting is planned from this day on; those that are planned stay. */
  SeriesEnded: z.strictObject({ from: isoDate }),
  /** Meetings of the series that are to take place, by the plan as it is at this event. */
  SeriesMeetingsPlanned: z.strictObject({
    meetings: z
      .array(z.strictObject({ meetingId: z.uuid(), on: isoDate }))
      .min(1)
      .max(60),
  }),
} as const;

export type SeriesEventType = keyof typeof SERIES_EVENT_DATA;

/** What can happen to a series of meetings. */
export type SeriesEvent = {
  readonly [Type in SeriesEventType]: { readonly type: Type; readonly data: Readonly<z.infer<(typeof SERIES_EVENT_DATA)[Type]>> };
}[SeriesEventType];

export const SERIES_EVENT_TYPES = Object.keys(SERIES_EVENT_DATA) as readonly SeriesEventType[];

const schemas: ReadonlyMap<string, z.ZodType> = new Map(Object.entries(SERIES_EVENT_DATA));

/**
 * Checks an event from outside against its schema.
 * @throws Problem `series.invalid-event` with the faults
 */
export const parseSeriesEvent = (event: EventBody): SeriesEvent => parsed(event, schemas, 'series') as SeriesEvent;
