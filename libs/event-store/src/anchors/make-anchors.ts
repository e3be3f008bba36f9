import { setTimeout as pause } from 'node:timers/promises';
import { canonicalJson, problem } from '@tumor-board/kernel';
import type pg from 'pg';
import { horizon } from '../follow.js';
import { currentHorizon } from '../progress.js';
import { moment, queryTuples } from '../recorded.js';
import type { StreamHead } from '../verify.js';
import { type AnchorContent, anchorFormat, anchorHash, type SealedAnchor } from './anchor.js';
import { type AnchorKey, fingerprintOf, isSigned, signHash } from './anchor-key.js';

/** How anchors are made. */
export interface AnchorOptions {
  readonly key: AnchorKey;
  /** Fingerprints of the keys that this one may follow. */
  readonly trusted?: readonly string[];
  /** The key to go on with: an anchor is made that names it, and one that is signed with it. */
  readonly successor?: AnchorKey;
  /** How many events one anchor covers at most, and so how many heads it holds; default 10 000. */
  readonly eventsAtMost?: number;
  /** After how long an anchor is made although nothing has happened, in ms; default a day. */
  readonly heartbeatMs?: number;
  /** How long to wait for transactions that are under way, so that what is recorded by now is covered, in ms; default 0. */
  readonly patienceMs?: number;
}

/** An anchor that was made. */
export interface MadeAnchor {
  readonly number: number;
  readonly madeAt: string;
  /** 64 hexadecimal digits. */
  readonly hash: string;
  /** How many events this anchor and all before it cover. */
  readonly events: number;
  readonly heads: number;
}

/** Names the lock of who makes an anchor, among the advisory locks of the database. */
const lockKey = 7_412_027;

const DAY_MS = 86_400_000;

/**
 * Makes as many anchors as it takes to cover what readers of the log may see; none when nothing has been recorded since
 * the last one. One process makes anchors at a time, others wait for it.
 * @throws Problem `anchor.broken` or `anchor.key-unknown` when the last anchor is none to go on from
 */
export async function makeAnchors(pool: pg.Pool, options: AnchorOptions): Promise<MadeAnchor[]> {
  await settled(pool, options.patienceMs ?? 0);
  const { successor, ...plain } = options;
  const made: MadeAnchor[] = [];
  const add = async (making: Making): Promise<boolean> => {
    const { anchor, isBehind } = await makeAnchor(pool, making);
    if (anchor !== undefined) made.push(anchor);
    return isBehind;
  };
  if (successor === undefined) {
    while (await add(plain));
    return made;
  }
  await add({ ...plain, successor, hasToBe: true });
  const following = { ...plain, key: successor, trusted: [plain.key.fingerprint] };
  await add({ ...following, hasToBe: true });
  while (await add(following));
  return made;
}

/** Waits until what has been recorded by now can be read. */
async function settled(pool: pg.Pool, patienceMs: number): Promise<void> {
  if (patienceMs === 0) return;
  const end = performance.now() + patienceMs;
  const { rows } = await pool.query<{ next: string }>('select pg_snapshot_xmax(pg_current_snapshot())::text as next');
  const next = BigInt(rows[0]?.next ?? '0');
  while (BigInt(await currentHorizon(pool)) < next && performance.now() < end) await pause(10);
}

interface Making extends AnchorOptions {
  /** Makes one although nothing is to be covered. */
  readonly hasToBe?: boolean;
}

interface Made {
  readonly anchor: MadeAnchor | undefined;
  /** True when more was recorded than fits. */
  readonly isBehind: boolean;
}

async function makeAnchor(pool: pg.Pool, options: Making): Promise<Made> {
  const client = await pool.connect();
  let broken = false;
  try {
    await client.query('begin');
    // Before everything else, so that what is read afterwards is what the holder before has left.
    await client.query('select pg_advisory_xact_lock($1)', [lockKey]);
    const made = await addAnchor(client, options);
    await client.query('commit');
    return made;
  } catch (error) {
    await client.query('rollback').catch(() => {
      broken = true;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

async function addAnchor(client: pg.ClientBase, options: Making): Promise<Made> {
  const { key, successor, hasToBe = false, heartbeatMs = DAY_MS } = options;
  const last = await lastAnchor(client);
  if (last !== undefined) mayFollow(last, options);
  const { upTo, now, isBehind } = await upToWhere(client, last?.upTo ?? '0', options.eventsAtMost ?? 10_000);
  const { heads, events } = await headsBetween(client, last?.upTo ?? '0', upTo);
  const silent = last === undefined || Date.parse(now) - Date.parse(last.content.madeAt) < heartbeatMs;
  if (heads.length === 0 && silent && !hasToBe) return { anchor: undefined, isBehind };

  const content: AnchorContent = {
    format: anchorFormat,
    number: (last?.number ?? 0) + 1,
    madeAt: now,
    publicKey: key.publicKey.toString('base64'),
    ...(successor === undefined ? {} : { successor: successor.publicKey.toString('base64') }),
    events: (last?.content.events ?? 0) + events,
    heads,
  };
  const text = canonicalJson(content);
  const hash = anchorHash(last?.hash ?? Buffer.alloc(0), text);
  await client.query(
    `insert into log.anchors (number, made_at, content, hash, signature, public_key, up_to, heads) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [content.number, content.madeAt, text, hash, signHash(key, hash), key.publicKey, upTo, heads.length],
  );
  const anchor = { number: content.number, madeAt: now, hash: hash.toString('hex'), events: content.events, heads: heads.length };
  return { anchor, isBehind };
}

interface LastAnchor extends SealedAnchor {
  readonly content: AnchorContent;
  readonly previous: Buffer;
  readonly upTo: string;
}

async function lastAnchor(client: pg.ClientBase): Promise<LastAnchor | undefined> {
  const { rows } = await client.query<Omit<LastAnchor, 'content' | 'number'> & { number: string }>(
    `select a.number, ${moment('a.made_at')} as "madeAt", a.content as text, a.hash, a.signature, a.public_key as "publicKey", a.up_to::text as "upTo", coalesce(b.hash, '') as previous
     from log.anchors a left join log.anchors b on b.stream_id = a.stream_id and b.number = a.number - 1
     where a.stream_id = 'anchors' order by a.number desc limit 1`,
  );
  const [row] = rows;
  if (row === undefined) return undefined;
  const number = Number(row.number);
  if (!anchorHash(row.previous, row.text).equals(row.hash) || !isSigned(row.hash, row.signature, row.publicKey)) {
    throw problem('anchor.broken', `Anchor ${number} is not as it was made; no further one is made on top of it. Verify the log.`, {
      number,
    });
  }
  return { ...row, number, content: JSON.parse(row.text) as AnchorContent };
}

/**
 * That an anchor names the key to follow is not enough: anybody can name it, in anchors of their own.
 * @throws Problem `anchor.key-unknown`
 */
function mayFollow({ number, publicKey }: LastAnchor, { key, trusted = [] }: Making): void {
  const fingerprint = fingerprintOf(publicKey);
  if (fingerprint === key.fingerprint || trusted.includes(fingerprint)) return;
  throw problem(
    'anchor.key-unknown',
    `Anchor ${number} was signed with the key ${fingerprint}, not with ${key.fingerprint}. Set ANCHOR_KEY to that key, or, if it was yours and is lost, ANCHOR_KEYS_TRUSTED to its fingerprint.`,
    { number, fingerprint, own: key.fingerprint },
  );
}

/**
 * The transaction up to which, itself left out, an anchor is made: the horizon of readers, or an earlier one when more
 * events than fit have been recorded since.
 */
async function upToWhere(client: pg.ClientBase, from: string, atMost: number): Promise<{ upTo: string; now: string; isBehind: boolean }> {
  const { rows } = await client.query<{ horizon: string; now: string; first: string | null; beyond: string | null }>(
    `with waiting as materialized (
       select w.transaction_id from generate_series(0, 7) p cross join lateral (
         select e.transaction_id from log.events e
         where e.partition = p and e.transaction_id >= $1::xid8 and e.transaction_id < ${horizon}
         order by e.transaction_id, e.position limit $2::bigint + 1) w)
     select ${horizon}::text as horizon, ${moment('clock_timestamp()')} as now,
       (select w.transaction_id::text from waiting w order by w.transaction_id limit 1) as first,
       (select w.transaction_id::text from waiting w order by w.transaction_id offset $2::bigint limit 1) as beyond`,
    [from, atMost],
  );
  const [row] = rows;
  if (row === undefined) throw new Error('the database did not tell its horizon');
  const { horizon: newest, now, first, beyond } = row;
  // A transaction is covered whole.
  const upTo = beyond === null ? newest : beyond === first ? (BigInt(first) + 1n).toString() : beyond;
  return { upTo, now, isBehind: beyond !== null };
}

/** The last event of each stream that transactions from one to another, that left out, have added to. */
async function headsBetween(client: pg.ClientBase, from: string, to: string): Promise<{ heads: StreamHead[]; events: number }> {
  const tuples = await queryTuples<[streamId: string, version: string, hash: string, events: string]>(
    client,
    undefined,
    `select distinct on (e.stream_id) e.stream_id, e.stream_version, encode(e.hash, 'hex'), count(*) over (partition by e.stream_id)
     from generate_series(0, 7) p cross join lateral (
       select e.stream_id, e.stream_version, e.hash from log.events e
       where e.partition = p and e.transaction_id >= $1::xid8 and e.transaction_id < $2::xid8) e
     order by e.stream_id, e.stream_version desc`,
    [from, to],
  );
  return {
    heads: tuples.map(([streamId, version, hash]) => ({ streamId, streamVersion: Number(version), hash })),
    events: tuples.reduce((sum, [, , , events]) => sum + Number(events), 0),
  };
}
