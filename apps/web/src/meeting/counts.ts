import { texts } from '../texts/texts.js';
import type { MeetingInList } from './meeting-queries.js';

/** What a meeting has to do and has done, without what there is nothing of. */
export function countsInWords({ counts, placesLeft, status }: Pick<MeetingInList, 'counts' | 'placesLeft' | 'status'>): readonly string[] {
  const said = texts.meeting.counts;
  const isOver = status === 'closed' || status === 'cancelled';
  return [
    ...(isOver && counts.toDiscuss === 0 ? [] : [said.toDiscuss(counts.toDiscuss)]),
    ...(counts.withoutDiscussion === 0 ? [] : [said.withoutDiscussion(counts.withoutDiscussion)]),
    ...(counts.decided === 0 ? [] : [said.decided(counts.decided)]),
    ...(counts.deferred === 0 ? [] : [said.deferred(counts.deferred)]),
    ...(counts.notReached === 0 ? [] : [said.notReached(counts.notReached)]),
    ...(isOver ? [] : [said.placesLeft(placesLeft)]),
  ];
}
