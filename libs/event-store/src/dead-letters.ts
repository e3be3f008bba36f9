import type pg from 'pg';
import type { EventTuple } from './recorded.js';
import { eventColumns, queryTuples } from './recorded.js';

/** An event that a subscription could not take, or that waits behind one of the same stream. */
export interface DeadLetter {
  readonly subscription: string;
  readonly streamId: string;
  readonly streamVersion: number;
  readonly type: string;
  /** `failed`: its handler threw; `parked`: an earlier event of the stream did. */
  readonly state: 'failed' | 'parked';
  readonly error: string | null;
  readonly attempts: number;
  readonly firstSeen: Date;
  readonly lastSeen: Date;
  readonly retryRequested: boolean;
}

/** Dead letters, of one subscription or of all, oldest first; at most `limit` (default 1000). */
export async function deadLetters(
  pool: pg.Pool,
  { subscription, limit = 1000 }: { subscription?: string; limit?: number } = {},
): Promise<DeadLetter[]> {
  const { rows } = await pool.query<DeadLetter>(
    `select subscription, stream_id as "streamId", stream_version::integer as "streamVersion", type, state, error, attempts,
       first_seen as "firstSeen", last_seen as "lastSeen", retry_requested as "retryRequested"
     from log.dead_letters where $1::text is null or subscription = $1
     order by first_seen, stream_id, stream_version limit $2`,
    [subscription ?? null, limit],
  );
  return rows;
}

/**
 * Asks the running subscription to try its dead letters again, all or those of one stream, each stream in order. It
 * does so within seconds, wherever it runs; what fails again stays.
 * @returns how many events will be tried
 */
export async function retryDeadLetters(pool: pg.Pool, subscription: string, streamId?: string): Promise<number> {
  const { rowCount } = await pool.query(
    'update log.dead_letters set retry_requested = true where subscription = $1 and ($2::text is null or stream_id = $2)',
    [subscription, streamId ?? null],
  );
  return rowCount ?? 0;
}

/** The streams of some partitions whose events must wait, with their partitions. */
export async function parkedStreams(
  pool: pg.Pool,
  subscription: string,
  partitions: readonly number[],
): Promise<(readonly [streamId: string, partition: number])[]> {
  const { rows } = await pool.query<{ stream_id: string; partition: number }>(
    'select distinct stream_id, partition from log.dead_letters where subscription = $1 and partition = any($2::smallint[])',
    [subscription, partitions],
  );
  return rows.map((row) => [row.stream_id, row.partition] as const);
}

/** Records events that were not taken, in the transaction that moves the checkpoint over them. */
export async function bury(
  client: pg.ClientBase,
  subscription: string,
  tuples: readonly EventTuple[],
  failure?: { readonly error: unknown; readonly attempts: number },
): Promise<void> {
  if (tuples.length === 0) return;
  await client.query(
    `insert into log.dead_letters (stream_id, subscription, stream_version, partition, type, state, error, attempts)
     select m.stream_id, $1, m.stream_version, m.partition, m.type, $2, $3, $4
     from unnest($5::text[], $6::bigint[], $7::smallint[], $8::text[]) as m(stream_id, stream_version, partition, type)
     on conflict (stream_id, subscription, stream_version) do update
       set state = excluded.state, error = excluded.error, attempts = log.dead_letters.attempts + excluded.attempts, last_seen = clock_timestamp()`,
    [
      subscription,
      failure ? 'failed' : 'parked',
      failure ? describe(failure.error) : null,
      failure?.attempts ?? 0,
      tuples.map((tuple) => tuple[0]),
      tuples.map((tuple) => tuple[1]),
      tuples.map((tuple) => tuple[9]),
      tuples.map((tuple) => tuple[4]),
    ],
  );
}

/** The events of each stream of these partitions that somebody wants tried again, in order. */
export async function exhumed(pool: pg.Pool, subscription: string, partitions: readonly number[]): Promise<Map<string, EventTuple[]>> {
  const tuples = await queryTuples<EventTuple>(
    pool,
    'log.exhume',
    `select ${eventColumns} from log.dead_letters d join log.events e on e.stream_id = d.stream_id and e.stream_version = d.stream_version
     where d.subscription = $1 and d.partition = any($2::smallint[])
       and d.stream_id in (select r.stream_id from log.dead_letters r where r.subscription = $1 and r.retry_requested)
     order by e.stream_id, e.stream_version`,
    [subscription, partitions],
  );
  const streams = new Map<string, EventTuple[]>();
  for (const tuple of tuples) {
    const stream = streams.get(tuple[0]);
    if (stream) stream.push(tuple);
    else streams.set(tuple[0], [tuple]);
  }
  return streams;
}

/** Takes an event off the list, in the transaction that handled it. */
export async function raise(client: pg.ClientBase, subscription: string, tuple: EventTuple): Promise<void> {
  await client.query('delete from log.dead_letters where stream_id = $1 and subscription = $2 and stream_version = $3', [
    tuple[0],
    subscription,
    tuple[1],
  ]);
}

/** Notes that a retry of a stream failed at this event. */
export async function buryAgain(pool: pg.Pool, subscription: string, tuple: EventTuple, error: unknown): Promise<void> {
  await pool.query(
    `update log.dead_letters set retry_requested = false, last_seen = clock_timestamp(),
       state = case when stream_version = $3 then 'failed' else state end,
       error = case when stream_version = $3 then $4 else error end,
       attempts = attempts + case when stream_version = $3 then 1 else 0 end
     where stream_id = $1 and subscription = $2`,
    [tuple[0], subscription, tuple[1], describe(error)],
  );
}

const describe = (error: unknown): string =>
  (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).replaceAll('\0', '').slice(0, 2000);
