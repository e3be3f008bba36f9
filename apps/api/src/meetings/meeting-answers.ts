import { describeMeetingEvent, QUEUE_REASONS } from '@tumor-board/board';
import { DECISION_KINDS } from '@tumor-board/knowledge';
import { meetingEntry, meetingListView, meetingSeriesListView, meetingSeriesView, meetingView } from '@tumor-board/read-side';
import type { MeetingCommandResult, SeriesCommandResult } from '@tumor-board/write-side';
import { z } from 'zod';

export {
  meetingEntry as meetingInList,
  meetingListView as meetingListAnswer,
  meetingSeriesListView as seriesListAnswer,
  meetingSeriesView as seriesAnswer,
  meetingView as meetingAnswer,
};

const done = {
  version: z.int(),
  /** Pass it to a query as `atLeast` to read what was recorded. */
  position: z.string(),
  /** False when it was so already, or the request was repeated. */
  changed: z.boolean(),
};

/** What a request to a meeting has come to. */
export const meetingRecorded = z.strictObject({
  meetingId: z.uuid(),
  ...done,
  /** What was recorded, in order. `insteadOf`: the item that was asked for had been taken off, and this is next to where it was. */
  recorded: z.array(z.strictObject({ type: z.string(), what: z.string(), itemId: z.uuid().nullable(), insteadOf: z.uuid().nullable() })),
});

export const toMeetingRecorded = ({
  meetingId,
  version,
  position,
  duplicate,
  recorded,
}: MeetingCommandResult): z.infer<typeof meetingRecorded> => ({
  meetingId,
  version,
  position,
  changed: !duplicate,
  recorded: recorded.map((event) => ({
    type: event.type,
    what: describeMeetingEvent(event),
    itemId: 'itemId' in event.data ? event.data.itemId : null,
    insteadOf: event.type === 'AgendaItemMoved' ? (event.data.insteadOf ?? null) : null,
  })),
});

/** What a request to a series has come to. */
export const seriesRecorded = z.strictObject({ seriesId: z.uuid(), ...done });

export const toSeriesRecorded = ({ seriesId, version, position, duplicate }: SeriesCommandResult): z.infer<typeof seriesRecorded> => ({
  seriesId,
  version,
  position,
  changed: !duplicate,
});

/** The meetings that are planned now. */
export const plannedMeetings = z.strictObject({
  ...seriesRecorded.shape,
  meetings: z.array(z.strictObject({ meetingId: z.uuid(), on: z.iso.date() })),
});

const proposed = { caseId: z.uuid(), reference: z.string(), reason: z.enum(QUEUE_REASONS) };

/** Which cases of the queue an agenda would take, and why not the others. */
export const fillingAnswer = z.strictObject({
  /** Cases that can still be put on for discussion. */
  places: z.int(),
  proposals: z.array(
    z.discriminatedUnion('taken', [
      z.strictObject({ ...proposed, taken: z.literal(true), kinds: z.array(z.enum(DECISION_KINDS)) }),
      z.strictObject({
        ...proposed,
        taken: z.literal(false),
        because: z.discriminatedUnion('code', [
          z.strictObject({ code: z.literal('not-ready'), readiness: z.string() }),
          z.strictObject({ code: z.literal('discipline-missing'), missing: z.array(z.string()) }),
          z.strictObject({ code: z.literal('no-place-left') }),
        ]),
      }),
    ]),
  ),
});
export type FillingAnswer = z.infer<typeof fillingAnswer>;

/** Which cases were put on an agenda, and why not the others. */
export const filledAnswer = z.strictObject({ ...meetingRecorded.shape, ...fillingAnswer.shape });
