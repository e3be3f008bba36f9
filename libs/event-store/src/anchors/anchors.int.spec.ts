import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { canonicalJson } from '@tumor-board/kernel';
import { appendOf, createTestDatabase, newStream, type TestDatabase } from '@tumor-board/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEventStore } from '../create-event-store.js';
import type { EventStore } from '../event-store.js';
import { recordVerification, sealState } from '../verifications.js';
import { type AnchorContent, anchorHash } from './anchor.js';
import { type AnchorKey, anchorKeyOf, signHash } from './anchor-key.js';
import { keepAnchoring } from './keep-anchoring.js';
import { type AnchorOptions, makeAnchors } from './make-anchors.js';
import { listAnchors, sealedAnchors } from './read-anchors.js';
import { type AnchorChecks, type AnchorFault, lastAnchorNumber, verifyAnchors } from './verify-anchors.js';

let database: TestDatabase;
let store: EventStore;
let key: AnchorKey;

beforeEach(async () => {
  database = await createTestDatabase();
  store = createEventStore({ pool: database.pool });
  key = newKey();
});
afterEach(async () => {
  await store.close();
  await database.drop();
});

const newKey = (): AnchorKey => anchorKeyOf(generateKeyPairSync('ed25519').privateKey);
const anchor = (options: Partial<AnchorOptions> = {}) => makeAnchors(database.pool, { key, patienceMs: 5_000, ...options });
const contents = async (): Promise<AnchorContent[]> => {
  const all: AnchorContent[] = [];
  for await (const { text } of sealedAnchors(database.pool, 1_000)) all.push(JSON.parse(text) as AnchorContent);
  return all;
};
const covered = async () =>
  (await contents()).map(({ heads }) => heads.map(({ streamId, streamVersion }) => `${streamId} ${streamVersion}`));
const verified = async (checks: Partial<AnchorChecks> = {}) => {
  const faults: AnchorFault[] = [];
  const upTo = await lastAnchorNumber(database.pool);
  const found = await verifyAnchors(database.pool, {
    upTo,
    onFault: (fault) => void faults.push(fault),
    trusted: [key.fingerprint],
    ...checks,
  });
  return { ...found, faults };
};
const faultsOf = async (checks: Partial<AnchorChecks> = {}) =>
  (await verified(checks)).faults.map(({ anchor: number, fault, streamId, streamVersion }) => [number, fault, streamId, streamVersion]);

/** What somebody can do who owns the database. */
const tamper = async (text: string, values: unknown[] = []): Promise<void> => {
  const client = await database.owner.connect();
  try {
    await client.query('begin; alter table log.events disable trigger events_stay; alter table log.anchors disable trigger anchors_stay');
    await client.query(text, values);
    await client.query('alter table log.events enable trigger events_stay; alter table log.anchors enable trigger anchors_stay; commit');
  } finally {
    client.release();
  }
};

describe('an anchor', () => {
  it('holds the heads of the streams that have grown since the one before, and none is made when nothing has', async () => {
    expect(await anchor()).toEqual([]);
    const [a, b, c] = ['case', 'case', 'meeting'].map((category) => newStream(category)).toSorted() as [string, string, string];
    for (const stream of [a, b]) await store.append(appendOf(stream, 0, 3));
    expect(await anchor()).toMatchObject([{ number: 1, events: 6, heads: 2 }]);
    expect(await anchor()).toEqual([]);
    await store.append(appendOf(b, 3, 1));
    await store.append(appendOf(c, 0, 1));
    expect(await anchor()).toMatchObject([{ number: 2, events: 8, heads: 2 }]);
    expect(await covered()).toEqual([
      [`${a} 3`, `${b} 3`],
      [`${b} 4`, `${c} 1`],
    ]);
    expect(await verified()).toEqual({ anchors: 2, events: 8, keys: [key.fingerprint], faults: [] });
  });

  it('leaves nothing out and takes nothing twice when a transaction commits late', async () => {
    const [late, early] = [newStream(), newStream()];
    const client = await database.pool.connect();
    await client.query('begin');
    await client.query('select pg_current_xact_id()');
    await store.append(appendOf(early, 0, 1));
    expect(await anchor({ patienceMs: 0 })).toEqual([]);
    const metadata = '{"actor":"a","site":"s"}';
    const row = `[{"i":0,"s":"${late}","v":1,"c":"${randomUUID()}","e":"${randomUUID()}","t":"Late","n":1,"d":{},"m":${metadata}}]`;
    await client.query('select * from log.append($1::json, 1, 1)', [row]);
    await client.query('commit');
    client.release();
    await anchor();
    expect(await covered()).toEqual([[late, early].toSorted().map((stream) => `${stream} 1`)]);
  });

  it('waits for what is being committed when it is told to', async () => {
    const client = await database.pool.connect();
    await client.query('begin');
    await client.query('select pg_current_xact_id()');
    await store.append(appendOf(newStream(), 0, 1));
    const making = anchor();
    await client.query('commit');
    client.release();
    expect(await making).toHaveLength(1);
  });

  it('is one of several when more was recorded than one may hold, each ending between two transactions', async () => {
    const streams = Array.from({ length: 25 }, () => newStream());
    for (const stream of streams) await store.append(appendOf(stream, 0, 3));
    const made = await anchor({ eventsAtMost: 10 });
    expect(made.length).toBeGreaterThanOrEqual(8);
    expect(made.at(-1)).toMatchObject({ events: 75 });
    expect((await covered()).flat().toSorted()).toEqual(streams.map((stream) => `${stream} 3`).toSorted());
    // One transaction that is larger is not cut.
    await store.append(appendOf(newStream(), 0, 30));
    expect(await anchor({ eventsAtMost: 10 })).toMatchObject([{ events: 105, heads: 1 }]);
    expect(await faultsOf()).toEqual([]);
  });

  it('is made by one process at a time, while others append', async () => {
    const appending = Promise.all(
      Array.from({ length: 200 }, async (_, n) => {
        const stream = newStream();
        await store.append(appendOf(stream, 0, (n % 3) + 1));
        await store.append(appendOf(stream, (n % 3) + 1, 1));
      }),
    );
    const making = Promise.all(Array.from({ length: 5 }, () => anchor({ patienceMs: 0 })));
    await appending;
    await making;
    await anchor();
    const { faults, events } = await verified();
    expect([faults, events]).toEqual([[], (await database.pool.query('select from log.events')).rowCount]);
  });

  it('is made after a day of silence, as a sign of life', async () => {
    await store.append(appendOf(newStream(), 0, 1));
    await anchor();
    expect(await anchor({ heartbeatMs: 60_000 })).toEqual([]);
    expect(await anchor({ heartbeatMs: 0 })).toMatchObject([{ number: 2, events: 1, heads: 0 }]);
    expect(await faultsOf()).toEqual([]);
  });

  it.each(['update log.anchors set made_at = now()', 'delete from log.anchors', 'truncate log.anchors'])('stays: %s', async (statement) => {
    await store.append(appendOf(newStream(), 0, 1));
    await anchor();
    await expect(database.owner.query(statement)).rejects.toThrow('never changed or removed');
    await expect(database.pool.query(statement)).rejects.toThrow('permission denied');
  });
});

describe('the key', () => {
  it('may be followed by one that it has named', async () => {
    const next = newKey();
    await store.append(appendOf(newStream(), 0, 1));
    await anchor();
    await store.append(appendOf(newStream(), 0, 1));
    expect(await anchor({ successor: next })).toMatchObject([
      { number: 2, heads: 1 },
      { number: 3, heads: 0 },
    ]);
    await store.append(appendOf(newStream(), 0, 1));
    await expect(anchor()).rejects.toMatchObject({ code: 'anchor.key-unknown' });
    expect(await anchor({ key: next })).toMatchObject([{ number: 4 }]);
    expect(await faultsOf()).toEqual([]);
    expect(await faultsOf({ trusted: [] })).toEqual([]);
    expect(await faultsOf({ trusted: [next.fingerprint] })).toEqual([]);
    expect(await faultsOf({ trusted: [newKey().fingerprint] })).toEqual([[4, 'key', undefined, undefined]]);
  });

  it('is not followed by any other, unless it is told to be lost', async () => {
    const other = newKey();
    await store.append(appendOf(newStream(), 0, 1));
    await anchor();
    await store.append(appendOf(newStream(), 0, 1));
    await expect(anchor({ key: other })).rejects.toMatchObject({
      code: 'anchor.key-unknown',
      message: expect.stringContaining(key.fingerprint),
    });
    expect(await anchor({ key: other, trusted: [key.fingerprint] })).toHaveLength(1);
    expect(await faultsOf()).toEqual([[2, 'key', undefined, undefined]]);
    expect(await faultsOf({ trusted: [key.fingerprint, other.fingerprint] })).toEqual([]);
  });
});

describe('what somebody did who owns the database', () => {
  let [grown, once] = ['', ''];
  beforeEach(async () => {
    [grown, once] = [newStream('case'), newStream('case')];
    await store.append(appendOf(grown, 0, 3));
    await store.append(appendOf(once, 0, 2));
    await anchor();
    await store.append(appendOf(grown, 3, 2));
    await anchor();
  });

  /** The anchor anew with another content, sealed on the one before. */
  const forge = async (number: number, change: (content: AnchorContent) => AnchorContent, signer: AnchorKey): Promise<void> => {
    const content = change((await contents())[number - 1] as AnchorContent);
    const text = canonicalJson({ ...content, publicKey: signer.publicKey.toString('base64') });
    const { rows } = await database.owner.query<{ hash: Buffer }>('select hash from log.anchors where number = $1', [number - 1]);
    const hash = anchorHash(rows[0]?.hash ?? Buffer.alloc(0), text);
    await tamper('update log.anchors set content = $2, hash = $3, signature = $4, public_key = $5 where number = $1', [
      number,
      text,
      hash,
      signHash(signer, hash),
      signer.publicKey,
    ]);
  };

  it('cut off the last event of a stream', async () => {
    await tamper('delete from log.events where stream_id = $1 and stream_version = 5', [grown]);
    const { faults } = await verified();
    expect(faults).toEqual([
      { anchor: 2, fault: 'head', streamId: grown, streamVersion: 5, message: expect.stringContaining('ends at version 4') },
    ]);
  });

  it('removed a whole stream', async () => {
    await tamper('delete from log.events where stream_id = $1', [once]);
    const { faults } = await verified();
    expect(faults).toEqual([
      { anchor: 1, fault: 'head', streamId: once, streamVersion: 2, message: 'vouches for a stream that is not in the log' },
    ]);
  });

  it('wrote a stream anew with hashes that fit', async () => {
    await tamper(`update log.events set hash = sha256('forged') where stream_id = $1 and stream_version = 3`, [grown]);
    expect(await faultsOf()).toEqual([[1, 'head', grown, 3]]);
  });

  it('slipped an event in as if it had been there', async () => {
    await store.append(appendOf(once, 2, 1));
    await tamper(`update log.events set transaction_id = '3' where stream_id = $1 and stream_version = 3`, [once]);
    expect(await faultsOf()).toEqual([[2, 'count', undefined, undefined]]);
  });

  it('removed an anchor', async () => {
    await tamper('delete from log.anchors where number = 1');
    expect(await faultsOf()).toEqual([[1, 'missing', undefined, undefined]]);
  });

  it('removed the last anchor, where it was noted elsewhere', async () => {
    const noted = await listAnchors(database.pool, { limit: 1 });
    await tamper('delete from log.anchors where number = 2');
    expect(await faultsOf()).toEqual([]);
    expect(await faultsOf({ noted })).toEqual([[2, 'missing', undefined, undefined]]);
  });

  it.each([
    ['a digit of the content', `update log.anchors set content = replace(content, '"events":7', '"events":8') where number = 2`, 'content'],
    ['a space in the content', `update log.anchors set content = content || ' ' where number = 2`, 'content'],
    ['its time', `update log.anchors set made_at = made_at - interval '1 microsecond' where number = 2`, 'content'],
    [
      'its signature',
      'update log.anchors set signature = set_byte(signature, 0, get_byte(signature, 0) # 1) where number = 2',
      'signature',
    ],
    ['where it ends', `update log.anchors set up_to = '3' where number = 2`, 'count'],
  ])('changed %s', async (_, statement, fault) => {
    await tamper(statement);
    expect((await faultsOf()).filter(([, what]) => what === fault)).toEqual([[2, fault, undefined, undefined]]);
  });

  it('forged an anchor with a key of their own', async () => {
    const content = (one: AnchorContent) => ({ ...one, madeAt: one.madeAt });
    await forge(2, content, newKey());
    expect(await faultsOf()).toEqual([[2, 'key', undefined, undefined]]);
    expect(await faultsOf({ trusted: [] })).toEqual([[2, 'key', undefined, undefined]]);
  });

  it('forged all anchors with a key of their own', async () => {
    const own = newKey();
    await forge(1, (one) => one, own);
    await forge(2, (one) => one, own);
    expect(await faultsOf()).toEqual([[2, 'key', undefined, undefined]]);
    await expect(anchor()).rejects.toMatchObject({ code: 'anchor.key-unknown' });
  });

  it('forged all anchors with a key of their own that names ours to follow', async () => {
    const own = newKey();
    const successor = key.publicKey.toString('base64');
    await forge(1, (one) => ({ ...one, successor }), own);
    await forge(2, (one) => one, own);
    expect(await faultsOf()).toEqual([[2, 'key', undefined, undefined]]);
    await expect(anchor()).rejects.toMatchObject({ code: 'anchor.key-unknown' });
  });

  it('stole the key, where the anchor was noted elsewhere', async () => {
    const noted = (await listAnchors(database.pool, { limit: 10 })).filter(({ number }) => number === 2);
    await forge(2, (one) => ({ ...one, heads: [] }), key);
    expect(await faultsOf()).toEqual([]);
    expect(await faultsOf({ noted })).toEqual([[2, 'noted', undefined, undefined]]);
  });

  it('left a last anchor that nothing is built on', async () => {
    await tamper(`update log.anchors set content = content || ' ' where number = 2`);
    await expect(anchor()).rejects.toMatchObject({ code: 'anchor.broken' });
  });
});

describe('keeping anchors coming', () => {
  it('makes one when it is due, not earlier, whoever makes it, and a last one at the end', async () => {
    const errors: unknown[] = [];
    const start = (intervalMs: number) =>
      keepAnchoring({ pool: database.pool, key, intervalMs, lookMs: 20, onError: (error) => errors.push(error) });
    const count = () => lastAnchorNumber(database.pool);
    await store.append(appendOf(newStream(), 0, 1));
    const often = start(1);
    await expect.poll(count).toBe(1);
    await store.append(appendOf(newStream(), 0, 1));
    await expect.poll(count).toBe(2);
    await often.stop();
    const seldom = [start(3_600_000), start(3_600_000)];
    await store.append(appendOf(newStream(), 0, 1));
    for (const one of seldom) await one.stop();
    expect([await count(), await faultsOf(), errors]).toEqual([3, [], []]);
  });

  it('tells what keeps it from making one, and goes on', async () => {
    await store.append(appendOf(newStream(), 0, 1));
    await anchor({ key: newKey() });
    const codes: unknown[] = [];
    const onError = (error: unknown) => codes.push((error as { code?: string }).code);
    const anchoring = keepAnchoring({ pool: database.pool, key, intervalMs: 1, lookMs: 20, onError });
    await expect.poll(() => codes.length).toBeGreaterThan(1);
    await anchoring.stop();
    expect(new Set(codes)).toEqual(new Set(['anchor.key-unknown']));
  });
});

describe('the freshness of the proof', () => {
  it('is told by the ages of the last anchor and the last verification', async () => {
    expect(await sealState(database.pool)).toEqual({ anchorAgeSeconds: undefined, verification: undefined });
    await store.append(appendOf(newStream(), 0, 1));
    await anchor();
    const verification = { actor: 'tester', startedAt: new Date().toISOString(), result: {} };
    await recordVerification(database.pool, { ...verification, verificationId: randomUUID(), holds: true });
    await recordVerification(database.pool, { ...verification, verificationId: randomUUID(), holds: false });
    const { anchorAgeSeconds, verification: last } = await sealState(database.pool);
    expect([anchorAgeSeconds, last]).toEqual([expect.any(Number), { holds: false, ageSeconds: expect.any(Number) }]);
    expect(anchorAgeSeconds).toBeLessThan(60);
  });
});
