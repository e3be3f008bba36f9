import type pg from 'pg';
import { type EventTuple, eventColumns, queryTuples } from './recorded.js';

/** A place in one partition: everything up to it has been taken. */
export interface Cursor {
  readonly partition: number;
  readonly transactionId: string;
  readonly position: string;
}

/**
 * Transactions older than this have all ended. A reader that stays below it never steps over an event that is
 * committed late; any open write transaction on the server, of other databases too, holds it back.
 */
export const horizon = 'pg_snapshot_xmin(pg_current_snapshot())';

const followStatement = `
  select ${eventColumns}
  from unnest($1::smallint[], $2::xid8[], $3::bigint[]) as c(partition, transaction_id, position)
  cross join lateral (
    select * from log.events e
    where e.partition = c.partition and (e.transaction_id, e.position) > (c.transaction_id, c.position) and e.transaction_id < ${horizon}
    order by e.transaction_id, e.position limit $4) e
  order by e.transaction_id, e.position`;

/**
 * The next events after the cursors, at most `atMost` of each partition, of all partitions in one query: in the order
 * of their transactions, so in order within each stream.
 */
export const eventsAfter = (pool: pg.Pool, cursors: readonly Cursor[], atMost: number): Promise<EventTuple[]> =>
  queryTuples<EventTuple>(pool, 'log.follow', followStatement, [
    cursors.map((cursor) => cursor.partition),
    cursors.map((cursor) => cursor.transactionId),
    cursors.map((cursor) => cursor.position),
    atMost,
  ]);

/** The cursors moved behind the events. */
export function advanced<Of extends Cursor>(cursors: readonly Of[], tuples: readonly EventTuple[]): Of[] {
  const last = new Map<number, EventTuple>();
  for (const tuple of tuples) last.set(Number(tuple[9]), tuple);
  return cursors.map((cursor) => {
    const tuple = last.get(cursor.partition);
    return tuple === undefined ? cursor : { ...cursor, transactionId: tuple[10], position: tuple[11] };
  });
}
