import { problem } from '@tumor-board/kernel';
import type pg from 'pg';
import type { Log } from './pool.js';

/** So many transaction ids are passed over at a start; a server takes some minutes for them. */
const PASSED_OVER_AT_MOST = 20_000_000n;
/** In one statement, so that it can be told how far it has come. */
const STEP = 500_000n;
/** Transaction ids of 32 bits in an epoch. */
const EPOCH = 2n ** 32n;

/** The greatest id that stands in the log, and the next one that the server gives. */
interface TransactionIds {
  readonly stored: bigint;
  readonly next: bigint;
}

async function transactionIds(client: pg.ClientBase): Promise<TransactionIds> {
  const { rows } = await client.query<{ stored: string; next: string }>(
    `select coalesce(greatest(
         (select max(h.transaction_id) from generate_series(0, 7) p cross join lateral (
            select e.transaction_id from log.events e where e.partition = p order by e.transaction_id desc limit 1) h),
         (select max(c.transaction_id) from log.checkpoints c),
         (select max(a.up_to) from log.anchors a)), '0'::xid8)::text as stored,
       pg_snapshot_xmax(pg_current_snapshot())::text as next`,
  );
  return { stored: BigInt(rows[0]?.stored ?? 0), next: BigInt(rows[0]?.next ?? 0) };
}

/**
 * Sees to it that the server gives greater transaction ids than any that stands in the log. Readers take what is older than
 * every transaction under way: after a dump was restored on a server that has seen fewer transactions, they would take
 * what was recorded for not yet there, and what is recorded now for taken already. A server never gives an id that is not
 * greater than those it gave before, so nothing is done where the log was written. Run it before anybody appends or reads.
 * @throws Problem `database.transaction-ids-behind` when the distance is too long to be passed over
 */
export async function passStoredTransactionIds(
  client: pg.ClientBase,
  { log, atMost = PASSED_OVER_AT_MOST }: { readonly log?: Log | undefined; readonly atMost?: bigint } = {},
): Promise<void> {
  // Not there while the schema is older.
  const { rowCount } = await client.query(`select from pg_class where oid = to_regclass('log.anchors')`);
  if (rowCount === 0) return;
  let ids = await transactionIds(client);
  if (ids.stored < ids.next) return;
  const distance = ids.stored - ids.next + 1n;
  if (distance > atMost) throw tooFar(ids);
  log?.(`the log was restored from another server: ${distance} transaction ids are passed over, so that readers find all of it`);
  await client.query('set statement_timeout = 0');
  await client.query('set synchronous_commit = off');
  for (; ids.stored >= ids.next; ids = await transactionIds(client)) {
    const left = ids.stored - ids.next + 1n;
    // An id is used up by a transaction that asks for it, whether or not it writes anything.
    await client.query(`do $$ begin for i in 1..${left < STEP ? left : STEP} loop perform pg_current_xact_id(); commit; end loop; end $$`);
    if (left > STEP) log?.(`${left - STEP} transaction ids are left to be passed over`);
  }
  await client.query('reset synchronous_commit');
  await client.query('reset statement_timeout');
}

function tooFar({ stored, next }: TransactionIds) {
  const epoch = stored / EPOCH + 1n;
  return problem(
    'database.transaction-ids-behind',
    `The log was restored from a server that was further: it holds transaction id ${stored}, and this server is at ${next}. Stop PostgreSQL, run \`pg_resetwal --epoch=${epoch} DATA-DIRECTORY\` as its owner, and start it again.`,
    { stored: stored.toString(), next: next.toString(), epoch: epoch.toString() },
  );
}
