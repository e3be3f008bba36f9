import type { EventMetadata, RecordedEvent } from '@tumor-board/kernel';
import type pg from 'pg';
import { formatPosition } from './position.js';
import { keepSealed, mayBeProtected, type Opening, openData, readWith } from './protection/protected-text.js';
import type { Protection } from './protection/protection.js';
import type { Upcaster } from './upcast.js';

/** How the log writes a moment: ISO 8601 in UTC with microseconds. The hash is over this text. */
export const moment = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** The columns of {@link EventTuple}, of the table or alias `e`. */
export const eventColumns = `e.stream_id, e.stream_version, e.event_id, e.command_id, e.type, e.schema_version, e.data, e.metadata, ${moment('e.recorded_at')}, e.partition, e.transaction_id, e.position`;

/** An event as the server sent it, all text: {@link eventColumns} in order. */
export type EventTuple = readonly [
  streamId: string,
  streamVersion: string,
  eventId: string,
  commandId: string,
  type: string,
  schemaVersion: string,
  data: string,
  metadata: string,
  recordedAt: string,
  partition: string,
  transactionId: string,
  position: string,
];

const asSent: pg.CustomTypesConfig = { getTypeParser: () => (value: string) => value };

/**
 * Runs a statement whose rows come as arrays of text: what decoding costs is then ours to decide. With a name it is
 * prepared once a connection; without one it is planned anew each time, for the table as it is by then.
 */
export async function queryTuples<Tuple extends readonly unknown[]>(
  client: pg.Pool | pg.ClientBase,
  name: string | undefined,
  text: string,
  values: readonly unknown[],
): Promise<Tuple[]> {
  const { rows } = await client.query<unknown[]>({
    ...(name === undefined ? {} : { name }),
    text,
    values: [...values],
    rowMode: 'array',
    types: asSent,
  });
  return rows as unknown as Tuple[];
}

/**
 * Events from their rows, lifted to the newest shape. Protected texts are read with the keys where protection is given;
 * otherwise they stay sealed: texts that `reveal` opens.
 * @throws Problem `event.shape-unknown`, `protection.unreadable`
 */
export async function recordedEvents(
  tuples: readonly EventTuple[],
  upcaster: Upcaster,
  protection: Protection | undefined,
): Promise<RecordedEvent[]> {
  const protectedStreams = protection && new Set(tuples.filter((tuple) => mayBeProtected(tuple[6])).map((tuple) => tuple[0]));
  const opening = protectedStreams && protectedStreams.size > 0 ? readWith(await protection.keys.find(protectedStreams)) : keepSealed;
  return tuples.map((tuple) => recordedEvent(tuple, upcaster, opening));
}

function recordedEvent(tuple: EventTuple, upcaster: Upcaster, opening: Opening): RecordedEvent {
  const [streamId, streamVersion, eventId, commandId, type, schemaVersion, data, metadata, recordedAt, partition, transactionId, position] =
    tuple;
  const stored = JSON.parse(data) as Record<string, unknown>;
  const readable = mayBeProtected(data) ? (openData(streamId, type, stored, opening) as Record<string, unknown>) : stored;
  return {
    streamId,
    streamVersion: Number(streamVersion),
    eventId,
    commandId,
    type,
    schemaVersion: upcaster.newest(type),
    data: upcaster.lift(type, Number(schemaVersion), readable),
    metadata: JSON.parse(metadata) as EventMetadata,
    recordedAt,
    position: formatPosition(partition, transactionId, position),
  };
}
