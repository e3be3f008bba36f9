import type { RecordedEvent } from '@tumor-board/kernel';
import type pg from 'pg';
import type { Protection } from './protection/protection.js';
import { type EventTuple, eventColumns, queryTuples, recordedEvents } from './recorded.js';
import { createUpcaster, type EventShapes } from './upcast.js';

/** How streams are read. */
export interface ReadStreamsOptions extends EventShapes {
  /** To read protected texts in clear; without it they stay sealed. */
  readonly protection?: Protection | undefined;
}

const statement = `select ${eventColumns} from log.events e where e.stream_id = any($1::text[]) order by e.stream_id, e.stream_version`;

/**
 * The events of several streams, each in order, by stream: one round trip however many there are, and one more for their
 * keys. A stream that is not there has none.
 * @throws Problem `event.shape-unknown`, `protection.unreadable`
 */
export async function readStreams(
  pool: pg.Pool,
  streamIds: readonly string[],
  { protection, ...shapes }: ReadStreamsOptions = {},
): Promise<ReadonlyMap<string, readonly RecordedEvent[]>> {
  if (streamIds.length === 0) return new Map();
  const tuples = await queryTuples<EventTuple>(pool, 'log.read-streams', statement, [streamIds]);
  const streams = new Map<string, RecordedEvent[]>();
  for (const event of await recordedEvents(tuples, createUpcaster(shapes), protection)) {
    const earlier = streams.get(event.streamId);
    if (earlier === undefined) streams.set(event.streamId, [event]);
    else earlier.push(event);
  }
  return streams;
}
