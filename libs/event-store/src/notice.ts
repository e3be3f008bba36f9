import type pg from 'pg';
import { horizon } from './follow.js';
import { allPartitions, type Places } from './places.js';
import { formatPosition, type Position } from './position.js';
import { moment, queryTuples } from './recorded.js';

/** That something happened, without what: an event without its data. */
export interface Notice {
  readonly streamId: string;
  readonly streamVersion: number;
  readonly type: string;
  /** Null for an event that names no site. */
  readonly site: string | null;
  readonly recordedAt: string;
  /** Where the event stands; pass it to a query as `atLeast` to read what it changed. */
  readonly position: string;
}

/** A notice with its place in a form that compares. */
export interface PlacedNotice {
  readonly notice: Notice;
  readonly at: Position;
}

const columns = `e.stream_id, e.stream_version, e.type, e.metadata->>'site', ${moment('e.recorded_at')}, e.partition, e.transaction_id, e.position`;

type NoticeTuple = readonly [
  streamId: string,
  streamVersion: string,
  type: string,
  site: string | null,
  recordedAt: string,
  partition: string,
  transactionId: string,
  position: string,
];

const after = `
  select ${columns}
  from unnest($1::smallint[], $2::xid8[], $3::bigint[]) as c(partition, transaction_id, position)
  cross join lateral (
    select * from log.events e
    where e.partition = c.partition and (e.transaction_id, e.position) > (c.transaction_id, c.position) and e.transaction_id < ${horizon}
    order by e.transaction_id, e.position limit $4) e
  order by e.transaction_id, e.position`;

const between = `
  select ${columns}
  from unnest($1::smallint[], $2::xid8[], $3::bigint[], $4::xid8[], $5::bigint[])
    as c(partition, transaction_id, position, to_transaction_id, to_position)
  cross join lateral (
    select * from log.events e
    where e.partition = c.partition and (e.transaction_id, e.position) > (c.transaction_id, c.position)
      and (e.transaction_id, e.position) <= (c.to_transaction_id, c.to_position)
    order by e.transaction_id, e.position limit $6) e
  order by e.transaction_id, e.position limit $6`;

/** The next notices after the places, at most `atMost` of each partition, by the rule of the horizon: none is stepped over. */
export async function noticesAfter(pool: pg.Pool, places: Places, atMost: number): Promise<PlacedNotice[]> {
  const { transactionIds, positions } = places.columns;
  return (await queryTuples<NoticeTuple>(pool, 'log.notices', after, [allPartitions, transactionIds, positions, atMost])).map(placed);
}

/** The first notices after the places and up to others that a reader has come to, `atMost` in all. */
export async function noticesBetween(pool: pg.Pool, from: Places, to: Places, atMost: number): Promise<PlacedNotice[]> {
  const values = [
    allPartitions,
    from.columns.transactionIds,
    from.columns.positions,
    to.columns.transactionIds,
    to.columns.positions,
    atMost,
  ];
  return (await queryTuples<NoticeTuple>(pool, 'log.notices-between', between, values)).map(placed);
}

const placed = ([streamId, version, type, site, recordedAt, partition, transactionId, position]: NoticeTuple): PlacedNotice => ({
  notice: {
    streamId,
    streamVersion: Number(version),
    type,
    site,
    recordedAt,
    position: formatPosition(partition, transactionId, position),
  },
  at: { partition: Number(partition), transactionId: BigInt(transactionId), position: BigInt(position) },
});
