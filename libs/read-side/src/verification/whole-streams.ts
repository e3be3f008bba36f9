import { scanStreams } from '@tumor-board/event-store';
import type { RecordedEvent } from '@tumor-board/kernel';
import type pg from 'pg';

/** The streams of cases, each whole; as much as the longest is held in memory. */
export async function* wholeStreams(pool: pg.Pool, upTo: string): AsyncGenerator<[streamId: string, events: RecordedEvent[]]> {
  let open: RecordedEvent[] = [];
  for await (const page of scanStreams(pool, { category: 'case', upTo })) {
    for (const event of page) {
      const last = open.at(-1);
      if (last !== undefined && last.streamId !== event.streamId) {
        yield [last.streamId, open];
        open = [];
      }
      open.push(event);
    }
  }
  const last = open.at(-1);
  if (last !== undefined) yield [last.streamId, open];
}
