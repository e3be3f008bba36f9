import { evolveMeeting, instantOf, type KnownMeeting, type Meeting, type MeetingEvent, noMeeting } from '@tumor-board/board';
import { streamReadModel } from '../projection/read-model.js';
import type { MeetingRow } from './table.js';

/** A meeting as its row tells it. */
export const meetingOf = ({
  status,
  plan,
  agenda,
  removed,
  attendance,
}: Pick<MeetingRow, 'status' | 'plan' | 'agenda' | 'removed' | 'attendance'>): KnownMeeting => ({
  status,
  plan,
  agenda: { items: agenda, removed: new Map(removed) },
  attendance,
});

/** Keeps `read_model.meeting`: everything in it comes from the events themselves. */
export const meetingReadModel = streamReadModel<MeetingRow, MeetingEvent>({
  name: 'meeting',
  table: 'meeting',
  category: 'meeting',
  idColumn: 'meeting_id',
  rowPer: 'stream',
  columns: {
    meeting_id: 'uuid',
    site: 'text',
    series_id: 'uuid',
    status: 'text',
    starts: 'timestamptz',
    plan: 'jsonb',
    agenda: 'jsonb',
    removed: 'jsonb',
    attendance: 'jsonb',
    opened_at: 'timestamptz',
    ended_at: 'timestamptz',
    cancelled_because: 'text',
    version: 'integer',
    position: 'text',
    changed_at: 'timestamptz',
  },
  fold({ id, site, events }, previous) {
    let meeting: Meeting = previous === undefined ? noMeeting() : meetingOf(previous);
    let [openedAt, endedAt, cancelledBecause] = [
      previous?.opened_at ?? null,
      previous?.ended_at ?? null,
      previous?.cancelled_because ?? null,
    ];
    for (const event of events) {
      meeting = evolveMeeting(meeting, event);
      if (event.type === 'MeetingOpened') openedAt = event.recordedAt;
      if (event.type === 'MeetingClosed' || event.type === 'MeetingCancelled') endedAt = event.recordedAt;
      if (event.type === 'MeetingCancelled') cancelledBecause = event.data.reason;
    }
    const last = events.at(-1);
    if (meeting.status === 'none' || last === undefined) return [];
    const { status, plan, agenda, attendance } = meeting;
    return [
      {
        meeting_id: id,
        site,
        series_id: plan.seriesId ?? null,
        status,
        starts: instantOf(plan.on, plan.startsAt, plan.timeZone),
        plan,
        agenda: agenda.items,
        removed: [...agenda.removed],
        attendance,
        opened_at: openedAt,
        ended_at: endedAt,
        cancelled_because: cancelledBecause,
        version: last.streamVersion,
        position: last.position,
        changed_at: last.recordedAt,
      },
    ];
  },
});
