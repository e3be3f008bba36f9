import { weekdayOf } from '@tumor-board/board';
import { z } from 'zod';
import { DEMO_DISCIPLINES } from './demo-accounts.js';
import type { DemoPeople } from './demo-people.js';
import type { ExampleDays } from './example-days.js';

const seriesMade = z.object({ seriesId: z.uuid() });
const meetingsPlanned = z.object({ meetings: z.array(z.object({ meetingId: z.uuid() })) });
const at = z.object({ position: z.string() });
const agendaSeen = z.object({ agenda: z.array(z.object({ caseId: z.uuid() })) });
const boardSeen = z.object({ schedule: z.object({ meetingId: z.uuid() }).nullable() });

const KEY = 'examples';
/** The places of an agenda: fewer than examples that are ready, so that something is left to be put on. */
const CAPACITY = 6;

/** Begins the weekly series with its next two meetings, and fills the agenda of the first from the queue. */
export async function planExamples(people: DemoPeople, { next: firstOn, timeZone }: ExampleDays): Promise<void> {
  const series = {
    title: 'NPC board',
    weekday: weekdayOf(firstOn),
    everyWeeks: 1,
    startsAt: '14:30',
    timeZone,
    durationMinutes: 60,
    place: 'Synthetic example',
    disciplines: DEMO_DISCIPLINES,
    capacity: CAPACITY,
    firstOn,
  };
  const { seriesId } = await people.act('coordinator', 'meeting-series', KEY, series, seriesMade);
  const ahead = { count: 2, from: firstOn };
  const { meetings } = await people.act('coordinator', `meeting-series/${seriesId}/meetings`, KEY, ahead, meetingsPlanned);
  const [first] = meetings;
  if (first === undefined) return;
  const { meetingId } = first;
  const { position } = await people.act('coordinator', `meetings/${meetingId}/agenda/filling`, KEY, {}, at);
  const { agenda } = await people.read('coordinator', `meetings/${meetingId}?atLeast=${position}`, agendaSeen);
  for (const { caseId } of agenda)
    await people.see('auditor', `cases/${caseId}/board`, boardSeen, ({ schedule }) => schedule?.meetingId === meetingId);
}
