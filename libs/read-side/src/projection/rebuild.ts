import {
  currentHorizon,
  forget,
  headPositions,
  type Subscription,
  scanStreams,
  startFrom,
  succeed,
  waitForPosition,
} from '@tumor-board/event-store';
import { problem, type RecordedEvent } from '@tumor-board/kernel';
import type pg from 'pg';
import { compareTables, type Differences } from './compare-tables.js';
import { byStream } from './project.js';
import type { AnyReadModel, StreamEvents, StreamRow } from './read-model.js';
import { insertRows, qualified } from './rows.js';
import { createShadow, dropShadow, indexShadow, swapShadow } from './shadow-table.js';
import { followInto } from './start-projections.js';

/** What a rebuild did. */
export interface Rebuilt {
  readonly readModel: string;
  readonly events: number;
  readonly rows: number;
  readonly seconds: number;
  readonly differences: Differences;
}

/** What a rebuild needs. */
export interface RebuildOptions {
  /** With the rights of the owner of the tables: it makes and renames tables. */
  readonly pool: pg.Pool;
  /** How long to wait for the rebuilt table to come up with the log, in ms; default 60 000. */
  readonly catchUpMs?: number;
  /** Told now and then. */
  readonly onProgress?: (done: { readonly events: number; readonly rows: number }) => void;
}

const lockOf = ({ table }: AnyReadModel): string => `rebuild ${table}`;

/** The read models, of some, that somebody rebuilds now, in whatever process. */
export async function rebuildsUnderWay(pool: pg.Pool, models: readonly AnyReadModel[]): Promise<string[]> {
  const { rows } = await pool.query<{ at: number }>(
    `select (m.at - 1)::integer as at from unnest($1::text[]) with ordinality as m(lock, at)
     where exists (select from pg_catalog.pg_locks l
       where l.locktype = 'advisory' and l.granted and l.objsubid = 1
         and l.database = (select d.oid from pg_catalog.pg_database d where d.datname = current_database())
         and (l.classid::bigint << 32 | l.objid::bigint) = hashtext(m.lock)::bigint)
     order by m.at`,
    [models.map(lockOf)],
  );
  return rows.flatMap(({ at }) => models[at]?.name ?? []);
}

/**
 * Rebuilds a read model from the log beside the live table, compares the two, lets the new one catch up and puts it
 * in the old one's place. Queries and live projections go on meanwhile. Memory does not grow with the log.
 * @throws Problem `rebuild.running` when somebody rebuilds the same read model; `rebuild.failed` naming a stream that
 * cannot be folded; `projection.behind`. The live table then stays as it was
 */
export async function rebuildReadModel(model: AnyReadModel, options: RebuildOptions): Promise<Rebuilt> {
  const { pool } = options;
  const client = await pool.connect();
  const lock = lockOf(model);
  try {
    await client.query('set statement_timeout = 0');
    const { rows } = await client.query<{ locked: boolean }>('select pg_try_advisory_lock(hashtext($1)) as locked', [lock]);
    if (rows[0]?.locked !== true) throw problem('rebuild.running', `${model.name} is being rebuilt already.`, { readModel: model.name });
    try {
      return await rebuild(client, model, options);
    } finally {
      await client.query('select pg_advisory_unlock(hashtext($1))', [lock]);
    }
  } finally {
    // Closed and not given back, because its settings are not those of the pool.
    client.release(true);
  }
}

async function rebuild(client: pg.PoolClient, model: AnyReadModel, options: RebuildOptions): Promise<Rebuilt> {
  const { pool, catchUpMs = 60_000 } = options;
  const started = performance.now();
  const name = `${model.name}.rebuild`;
  await forget(pool, name);
  const shadow = await createShadow(client, model.table);
  try {
    const horizon = await currentHorizon(pool);
    const filled = await fill(model, shadow, horizon, options);
    await indexShadow(client, model.table);
    await startFrom(pool, name, horizon);
    const subscription = followInto(pool, model, shadow, name);
    try {
      const reached = async (positions: Iterable<string>) => {
        for (const position of positions) await waitForPosition(pool, name, position, catchUpMs);
      };
      await reached((await headPositions(pool)).values());
      const differences = await compareTables(client, model, shadow);
      await takeOver(client, model, name, subscription, reached);
      return { readModel: model.name, ...filled, seconds: (performance.now() - started) / 1000, differences };
    } finally {
      await subscription.stop();
    }
  } catch (error) {
    await dropShadow(client, model.table);
    await forget(pool, name);
    throw error;
  }
}

/**
 * Puts the new table in the place of the old one. The live projection waits from the lock on; what it has taken, the
 * new table must have too before they change places, so that no reader is set back.
 */
async function takeOver(
  client: pg.ClientBase,
  model: AnyReadModel,
  name: string,
  subscription: Subscription,
  reached: (positions: Iterable<string>) => Promise<void>,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    await client.query('begin');
    try {
      // Whoever queries the table waits behind us while we wait for the lock: rather give up and try again.
      await client.query(`set local lock_timeout = '500ms'`);
      await client.query(`lock table ${qualified(model.table)} in access exclusive mode`);
      await reached(await checkpointsOf(client, model.name));
      await subscription.stop();
      await swapShadow(client, model.table);
      await succeed(client, model.name, name);
      await client.query('commit');
      return;
    } catch (error) {
      await client.query('rollback');
      if (!isLockTimeout(error) || attempt >= 20) throw error;
    }
  }
}

const isLockTimeout = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '55P03';

const writesAtOnce = 2;
const foldsAtOnce = 64;

/** Fills the shadow with every event before the horizon: a page is fetched and folded while those before are written. */
async function fill(model: AnyReadModel, shadow: string, horizon: string, { pool, onProgress }: RebuildOptions) {
  const writing: Promise<void>[] = [];
  let [events, rows] = [0, 0];
  const write = async (streams: readonly RecordedEvent[]) => {
    const made: StreamRow[] = [];
    // Some at a time, so that what their folding asks the database for is asked for together.
    const given = byStream(model.category, streams);
    for (let from = 0; from < given.length; from += foldsAtOnce) {
      for (const folded of await Promise.all(given.slice(from, from + foldsAtOnce).map((one) => foldWhole(model, one))))
        made.push(...folded);
    }
    if (writing.length === writesAtOnce) await writing.shift();
    const inserted = insertRows(pool, model, shadow, made);
    // A failure is told when the insertion is awaited, not as an unhandled rejection.
    inserted.catch(() => undefined);
    writing.push(inserted);
    rows += made.length;
    onProgress?.({ events, rows });
  };
  let open: RecordedEvent[] = [];
  for await (const page of scanStreams(pool, { category: model.category, upTo: horizon })) {
    events += page.length;
    open = open.concat(page);
    // The last stream of a page may go on in the next one.
    const last = open.at(-1)?.streamId;
    const complete = open.findIndex((event) => event.streamId === last);
    await write(open.slice(0, complete));
    open = open.slice(complete);
  }
  await write(open);
  await Promise.all(writing);
  return { events, rows };
}

async function foldWhole(model: AnyReadModel, given: StreamEvents): Promise<readonly StreamRow[]> {
  try {
    return await model.fold(given, undefined, []);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw problem('rebuild.failed', `${model.name} cannot take the ${model.category} ${given.id}: ${reason}`, {
      readModel: model.name,
      [`${model.category}Id`]: given.id,
    });
  }
}

/** Where a subscription stands, as the newest event that it has taken of each partition. */
async function checkpointsOf(client: pg.ClientBase, subscription: string): Promise<string[]> {
  const { rows } = await client.query<{ position: string }>(
    `select partition || '.' || transaction_id || '.' || position as position from log.checkpoints where subscription = $1`,
    [subscription],
  );
  return rows.map(({ position }) => position);
}
