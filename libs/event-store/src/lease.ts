import type pg from 'pg';
import type { Cursor } from './follow.js';
import { queryTuples } from './recorded.js';

/** A partition that a subscription holds now, and how far it has come there. */
export interface Held extends Cursor {
  /** Raised whenever somebody claims the partition: who has an older one may not move the checkpoint any more. */
  readonly fence: string;
}

/** What is known of a partition here is no longer so; the transaction must be given up. */
export class LostLease extends Error {
  override readonly name = 'LostLease';
}

/** What a lease gives: the partitions held, and those of them whose dead letters somebody wants tried again. */
export interface Leased {
  readonly held: readonly Held[];
  readonly retry: readonly number[];
}

/** Renews what is held, gives up what others should have, claims what is free. */
export async function lease(pool: pg.Pool, subscription: string, holder: string, ttlMs: number): Promise<Leased> {
  const rows = await queryTuples<[string, string, string, string, string]>(
    pool,
    'log.lease',
    'select * from log.lease($1, $2, make_interval(secs => $3::double precision / 1000))',
    [subscription, holder, ttlMs],
  );
  return {
    held: rows.map(([partition, fence, transactionId, position]) => ({ partition: Number(partition), fence, transactionId, position })),
    retry: rows.filter((row) => row[4] === 't').map(([partition]) => Number(partition)),
  };
}

/** Gives everything up, so that others need not wait until the leases run out. */
export async function release(pool: pg.Pool, subscription: string, holder: string): Promise<void> {
  await pool.query('select log.release($1, $2)', [subscription, holder]);
}

/** A step of a checkpoint. */
export interface Move {
  readonly from: Held;
  readonly to: Held;
}

/**
 * Moves checkpoints within the transaction that did the work: only from where the work began, and only under the fence
 * that it was begun with. Either alone would do in most cases; together they make each event take effect once even
 * when a process acts on what it knew a moment ago.
 * @throws LostLease when a partition has been claimed by somebody else, or its checkpoint is elsewhere
 */
export const moveCheckpoints = (client: pg.ClientBase, subscription: string, moves: readonly Move[]): Promise<void> =>
  moveAllCheckpoints(
    client,
    moves.map((move) => ({ ...move, subscription })),
  );

/**
 * The same for the checkpoints of several subscriptions, in one statement.
 * @throws LostLease when any of them is not as it was
 */
export async function moveAllCheckpoints(
  client: pg.ClientBase,
  moves: readonly (Move & { readonly subscription: string })[],
): Promise<void> {
  if (moves.length === 0) return;
  const { rowCount } = await client.query({
    name: 'log.move',
    text: `update log.checkpoints c set transaction_id = m.to_transaction, position = m.to_position, moved_at = clock_timestamp()
      from unnest($1::text[], $2::smallint[], $3::bigint[], $4::xid8[], $5::bigint[], $6::xid8[], $7::bigint[])
        as m(subscription, partition, fence, from_transaction, from_position, to_transaction, to_position)
      where c.subscription = m.subscription and c.partition = m.partition and c.fence = m.fence
        and c.transaction_id = m.from_transaction and c.position = m.from_position`,
    values: [
      moves.map(({ subscription }) => subscription),
      moves.map(({ from }) => from.partition),
      moves.map(({ from }) => from.fence),
      moves.map(({ from }) => from.transactionId),
      moves.map(({ from }) => from.position),
      moves.map(({ to }) => to.transactionId),
      moves.map(({ to }) => to.position),
    ],
  });
  if (rowCount !== moves.length) {
    const names = [...new Set(moves.map(({ subscription }) => subscription))];
    throw new LostLease(`${names.join(', ')}: no longer in possession of all partitions`);
  }
}
