import { type AgendaItem, discussionsOf, isOpenItem } from '@tumor-board/board';
import { meetingOf } from './projection.js';
import type { MeetingRow } from './table.js';
import type { MeetingCounts, MeetingEntry } from './view.js';

const countOf = (items: readonly AgendaItem[], of: (item: AgendaItem) => boolean): number => items.filter(of).length;

const countsOf = (items: readonly AgendaItem[]): MeetingCounts => ({
  toDiscuss: countOf(items, (item) => isOpenItem(item) && item.mode === 'discussion'),
  withoutDiscussion: countOf(items, (item) => isOpenItem(item) && item.mode === 'without-discussion'),
  decided: countOf(items, ({ status }) => status === 'decided'),
  deferred: countOf(items, ({ status }) => status === 'deferred'),
  notReached: countOf(items, ({ status }) => status === 'not-reached'),
  sampled: countOf(items, ({ sampled }) => sampled),
});

/** What of a row is told wherever a meeting is named. */
export function entryOf(row: Omit<MeetingRow, 'opened_at' | 'ended_at' | 'cancelled_because' | 'changed_at'>): MeetingEntry {
  const { plan } = row;
  return {
    meetingId: row.meeting_id,
    ...plan,
    disciplines: [...plan.disciplines],
    seriesId: row.series_id,
    status: row.status,
    starts: row.starts,
    counts: countsOf(row.agenda),
    placesLeft: plan.capacity - discussionsOf(meetingOf(row)).length,
    version: row.version,
  };
}
