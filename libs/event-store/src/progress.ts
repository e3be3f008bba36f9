import { problem } from '@tumor-board/kernel';
import type pg from 'pg';
import { horizon } from './follow.js';
import { Places } from './places.js';
import { formatPosition, parsePosition } from './position.js';

/**
 * Waits until a subscription has come as far as a position, so that a reader sees its own write.
 * @throws Problem `projection.behind` when the time (ms) is over first
 */
export async function waitForPosition(pool: pg.Pool, subscription: string, token: string, timeoutMs: number): Promise<void> {
  const { partition, transactionId, position } = parsePosition(token);
  const end = performance.now() + timeoutMs;
  for (let pause = 2; ; pause = Math.min(pause * 2, 25)) {
    const { rowCount } = await pool.query({
      name: 'log.reached',
      text: `select from log.checkpoints where subscription = $1 and partition = $2 and (transaction_id, position) >= ($3::xid8, $4::bigint)`,
      values: [subscription, partition, transactionId.toString(), position.toString()],
    });
    if (rowCount === 1) return;
    const left = end - performance.now();
    if (left <= 0) {
      throw problem('projection.behind', `${subscription} has not come as far as that yet; ask again.`, {
        subscription,
        position: token,
        waitedMs: timeoutMs,
      });
    }
    await new Promise((resolve) => setTimeout(resolve, Math.min(pause, left)));
  }
}

/**
 * Where a subscription stands, as a text that is another one as soon as it has done anything: what was computed from its
 * table while it stood there need not be computed again. Null for one that nobody has followed yet.
 */
export async function standOf(pool: pg.Pool, subscription: string): Promise<string | null> {
  const { rows } = await pool.query<{ stand: string | null }>({
    name: 'log.stand',
    text: `select string_agg(concat_ws('.', fence, transaction_id, position, extract(epoch from moved_at)), ' ' order by partition) as stand
      from log.checkpoints where subscription = $1`,
    values: [subscription],
  });
  return rows[0]?.stand ?? null;
}

/** The newest position of each partition that has events, by partition. */
export async function headPositions(pool: pg.Pool): Promise<Map<number, string>> {
  const { rows } = await pool.query<{ partition: number; transaction_id: string; position: string }>(
    `select h.* from generate_series(0, 7) p cross join lateral (
       select e.partition, e.transaction_id::text, e.position::text from log.events e where e.partition = p
       order by e.transaction_id desc, e.position desc limit 1) h`,
  );
  return new Map(rows.map((row) => [row.partition, formatPosition(row.partition, row.transaction_id, row.position)]));
}

/** How far a subscription is behind. */
export interface Lag {
  readonly subscription: string;
  /** Events that it has not taken, counted up to 10 000 in each partition. */
  readonly events: number;
  /** When the oldest of them was recorded; null when there is none. */
  readonly since: Date | null;
  /** Events that it could not take, with those that wait behind them. */
  readonly deadLetters: number;
  /** Processes that follow it now. */
  readonly holders: number;
}

/** The lag of every subscription that has a checkpoint. */
export async function subscriptionLags(pool: pg.Pool): Promise<Lag[]> {
  const { rows } = await pool.query<Lag>(
    `select c.subscription, sum(behind.events)::integer as events, min(behind.since) as since,
       (select count(*)::integer from log.dead_letters d where d.subscription = c.subscription) as "deadLetters",
       (count(distinct c.holder) filter (where c.leased_until > clock_timestamp()))::integer as holders
     from log.checkpoints c cross join lateral (
       select count(*) as events, min(b.recorded_at) as since from (
         select e.recorded_at from log.events e
         where e.partition = c.partition and (e.transaction_id, e.position) > (c.transaction_id, c.position)
         order by e.transaction_id, e.position limit 10000) b) behind
     group by c.subscription order by c.subscription`,
  );
  return rows;
}

/** Who keeps readers from newer events: the oldest transaction that is still writing. */
export interface HeldBack {
  /** Recorded events that no reader may take yet, counted up to 10 000 in each partition. */
  readonly events: number;
  /** When the oldest of them was recorded; null when there is none. */
  readonly since: Date | null;
  /** The session with the oldest open write transaction on the server; null when there is none or we may not see it. */
  readonly by: { readonly pid: number; readonly application: string; readonly state: string | null; readonly since: Date | null } | null;
}

/** Whether readers are held back, since when, and by whom. */
export async function heldBack(pool: pg.Pool): Promise<HeldBack> {
  const { rows } = await pool.query<HeldBack>(
    `select waiting.*, (
         select json_build_object('pid', a.pid, 'application', a.application_name, 'state', a.state, 'since', a.xact_start)
         from pg_catalog.pg_stat_activity a where a.backend_xid is not null and a.pid <> pg_backend_pid()
         order by age(a.backend_xid) desc limit 1) as by
     from (select count(*)::integer as events, min(b.recorded_at) as since
       from generate_series(0, 7) p cross join lateral (
         select e.recorded_at from log.events e where e.partition = p and e.transaction_id >= ${horizon}
         order by e.transaction_id, e.position limit 10000) b) waiting`,
  );
  const [row] = rows;
  if (!row) return { events: 0, since: null, by: null };
  return { ...row, by: row.by && { ...row.by, since: row.by.since === null ? null : new Date(row.by.since) } };
}

/** The horizon now, as text: every event of an older transaction can be read, and none will be added. */
export async function currentHorizon(pool: pg.Pool | pg.ClientBase): Promise<string> {
  const { rows } = await pool.query<{ horizon: string }>(`select ${horizon}::text as horizon`);
  return rows[0]?.horizon ?? '0';
}

/**
 * The cursor that stands in each partition where the last of the subscriptions does: who listens from there hears of
 * everything that one of them has not taken yet. A subscription without a checkpoint stands at the beginning.
 */
export async function cursorOfSubscriptions(pool: pg.Pool, subscriptions: readonly string[]): Promise<string> {
  const { rows } = await pool.query<{ partition: number; transaction_id: string; position: string }>({
    name: 'log.cursor-of',
    text: `select distinct on (p) p as partition, coalesce(c.transaction_id::text, '0') as transaction_id, coalesce(c.position, 0)::text as position
      from generate_series(0, 7) p cross join unnest($1::text[]) s
      left join log.checkpoints c on c.subscription = s and c.partition = p
      order by p, c.transaction_id nulls first, c.position`,
    values: [subscriptions],
  });
  const places = Places.atTransaction('0');
  for (const row of rows) places.take(parsePosition(formatPosition(row.partition, row.transaction_id, row.position)));
  return places.cursor;
}

/**
 * Puts a subscription's checkpoint at a horizon, so that it goes on with exactly the events that a scan up to that
 * horizon left out. Whoever follows the subscription is made to look again.
 */
export async function startFrom(client: pg.Pool | pg.ClientBase, subscription: string, atHorizon: string): Promise<void> {
  await client.query(
    `insert into log.checkpoints (subscription, partition, transaction_id, position, moved_at)
     select $1, p, $2::xid8, 0, clock_timestamp() from generate_series(0, 7) p
     on conflict (subscription, partition) do update
       set transaction_id = excluded.transaction_id, position = 0, moved_at = excluded.moved_at, fence = log.checkpoints.fence + 1`,
    [subscription, atHorizon],
  );
}

/**
 * Gives a subscription the place and the dead letters of another, which ends to exist: the last step of a rebuild,
 * in the transaction that puts the new table in the place of the old one.
 */
export async function succeed(client: pg.ClientBase, subscription: string, from: string): Promise<void> {
  await client.query(
    `insert into log.checkpoints (subscription, partition, transaction_id, position, moved_at)
     select $1, o.partition, o.transaction_id, o.position, o.moved_at from log.checkpoints o where o.subscription = $2
     on conflict (subscription, partition) do update
       set transaction_id = excluded.transaction_id, position = excluded.position, moved_at = excluded.moved_at, fence = log.checkpoints.fence + 1`,
    [subscription, from],
  );
  await client.query('delete from log.dead_letters where subscription = $1', [subscription]);
  await client.query('update log.dead_letters set subscription = $1 where subscription = $2', [subscription, from]);
  await forget(client, from);
}

/** Removes a subscription that nobody follows any more: its checkpoint and its dead letters. */
export async function forget(client: pg.Pool | pg.ClientBase, subscription: string): Promise<void> {
  await client.query('delete from log.dead_letters where subscription = $1', [subscription]);
  await client.query('delete from log.followers where subscription = $1', [subscription]);
  await client.query('delete from log.checkpoints where subscription = $1', [subscription]);
}
