import { randomBytes, randomUUID } from 'node:crypto';
import { ERASED } from '@tumor-board/kernel';
import { createTestDatabase, type TestDatabase } from '@tumor-board/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEventStore } from '../create-event-store.js';
import type { EventStore } from '../event-store.js';
import { currentHorizon } from '../progress.js';
import { scanStreams } from '../scan.js';
import { subscribe } from '../subscription.js';
import { readSealed, verifyStream } from '../verify.js';
import { openProtection, type Protection, reveal } from './protection.js';

const fields = { NoteWritten: ['title', 'inner.note', 'parts[].text'] };
const masterKey = randomBytes(32);
const secret = 'Frau Beispiel aus Musterstadt';

let database: TestDatabase;
let protection: Protection;
let store: EventStore;
const stores: EventStore[] = [];

const open = async (): Promise<{ store: EventStore; protection: Protection }> => {
  const own = await openProtection({ pool: database.pool, masterKey, fields });
  const opened = createEventStore({ pool: database.pool, protection: own });
  stores.push(opened);
  return { store: opened, protection: own };
};

beforeAll(async () => {
  database = await createTestDatabase();
  ({ store, protection } = await open());
});
afterAll(async () => {
  await Promise.all(stores.map((one) => one.close()));
  await database.drop();
});

const newStream = (): string => `case-${randomUUID()}`;
const context = () => ({ commandId: randomUUID(), metadata: { site: 'a', actor: 'dr-a' }, receivedAt: '2025-01-06T09:00:00Z' });
const write = (streamId: string, data: Record<string, unknown>, expectedVersion = 0, by = store, type = 'NoteWritten') =>
  by.append({ streamId, expectedVersion, events: [{ type, data }], context: context() });
const dataOf = async (streamId: string, by = store) => (await by.read(streamId)).map(({ data }) => data);
const stored = async (streamId: string): Promise<string> => JSON.stringify(await readSealed(database.pool, streamId));

describe('a protected text', () => {
  it('is read as it was written, and stands nowhere in the log', async () => {
    const streamId = newStream();
    const data = {
      title: secret,
      inner: { note: '', kept: 1 },
      parts: [{ text: `${secret} 2` }, { other: true }, { text: '{$protected:x' }],
    };
    await write(streamId, data);
    expect(await dataOf(streamId)).toEqual([data]);
    expect(await stored(streamId)).not.toContain('Beispiel');
    expect(await verifyStream(database.pool, streamId)).toMatchObject({ events: 1, broken: [] });
  });

  it('of any wording comes back unchanged', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed()),
          { maxLength: 4 },
        ),
        async (texts) => {
          const streamId = newStream();
          const data = { parts: texts.map((text) => ({ text })) };
          await write(streamId, data);
          expect(await dataOf(streamId)).toEqual([data]);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('is encrypted differently each time', async () => {
    const [one, other] = [newStream(), newStream()];
    await write(one, { title: secret, inner: { note: secret } });
    await write(other, { title: secret });
    const texts = [
      ...(await stored(one)).matchAll(/"\$protected":"([^"]+)"/g),
      ...(await stored(other)).matchAll(/"\$protected":"([^"]+)"/g),
    ];
    expect(new Set(texts.map(([, text]) => text)).size).toBe(3);
  });

  it('stays sealed without keys, in a scan and in a subscription, and can be revealed from wherever it was put', async () => {
    const streamId = newStream();
    await write(streamId, { title: secret, parts: [{ text: 'second' }] });
    const [event] = await store.read(streamId, { sealed: true });
    const sealed = event?.data as { title: string; parts: { text: string }[] };
    expect(sealed.title).toMatch(/^\{\$protected:NoteWritten\/title:[\w-]+\}$/);
    expect(await dataOf(streamId, createEventStore({ pool: database.pool }))).toEqual([sealed]);
    const row = { line: `Noted (${sealed.title}), ${sealed.parts[0]?.text}`, count: 2 };
    expect(await reveal(protection, [{ streamId, value: row }])).toEqual([{ line: `Noted (${secret}), second`, count: 2 }]);
    expect(await reveal(undefined, [{ streamId, value: row }])).toEqual([row]);
    await expect(reveal(protection, [{ streamId: newStream(), value: row }])).rejects.toMatchObject({ code: 'protection.unreadable' });

    const scanned = async (given?: Protection) => {
      for await (const page of scanStreams(database.pool, { upTo: await currentHorizon(database.pool), protection: given })) {
        const found = page.find((one) => one.streamId === streamId);
        if (found !== undefined) return found.data;
      }
      return undefined;
    };
    await expect.poll(() => scanned()).toEqual(sealed);
    expect(await scanned(protection)).toEqual({ title: secret, parts: [{ text: 'second' }] });

    const seen: unknown[] = [];
    const subscriptions = [undefined, protection].map((given, index) =>
      subscribe({
        name: `protected-${index}`,
        pool: database.pool,
        protection: given,
        types: ['NoteWritten'],
        handle: async (events) => void seen.push(...events.filter((one) => one.streamId === streamId).map(({ data }) => data['title'])),
      }),
    );
    await expect.poll(() => new Set(seen), { timeout: 60_000 }).toEqual(new Set([secret, sealed.title]));
    await Promise.all(subscriptions.map((subscription) => subscription.stop()));
  });

  it('must be a text', async () => {
    await expect(write(newStream(), { title: { deep: 1 } })).rejects.toMatchObject({
      code: 'protection.not-text',
      data: { path: 'title' },
    });
  });

  it.each([
    ['in a protected event', 'NoteWritten', { inner: { $protected: 'AAAA' } }],
    ['in another event', 'OtherHappened', { deep: [{ $protected: 'AAAA' }] }],
    ['as a sealed text', 'OtherHappened', { word: 'see {$protected:NoteWritten/title:AAAA}' }],
    ['in the place of a protected text', 'NoteWritten', { title: { $protected: 'AAAA' } }],
  ])('cannot be smuggled in: %s', async (_, type, data) => {
    await expect(write(newStream(), data, 0, store, type)).rejects.toMatchObject({
      code: expect.stringMatching(/^protection\.(foreign|not-text)$/),
    });
  });

  it('that was changed, moved or copied is told, not taken for erased', async () => {
    const [streamId, other] = [newStream(), newStream()];
    await write(streamId, { title: secret, inner: { note: 'n' } });
    await write(other, { title: 'another' });
    await database.owner.query('alter table log.events disable trigger events_stay');
    try {
      const move = (from: string, to: string) =>
        database.owner.query(
          `update log.events e set data = jsonb_set(e.data, $3, f.data #> $2) from log.events f where e.stream_id = $1 and f.stream_id = $4`,
          [streamId, from.split('.'), to.split('.'), from === 'title' && to === 'title' ? other : streamId],
        );
      await move('title', 'inner.note');
      await expect(store.read(streamId)).rejects.toMatchObject({ code: 'protection.unreadable', data: { path: 'inner.note' } });
      await database.owner.query(`update log.events set data = data - 'inner' where stream_id = $1`, [streamId]);
      expect(await dataOf(streamId)).toEqual([{ title: secret }]);
      await move('title', 'title');
      await expect(store.read(streamId)).rejects.toMatchObject({ code: 'protection.unreadable', data: { path: 'title' } });
    } finally {
      await database.owner.query(`delete from log.events where stream_id = $1`, [streamId]);
      await database.owner.query('alter table log.events enable trigger events_stay');
    }
  });
});

describe('the key of a subject', () => {
  const keysOf = async (streamId: string) =>
    (await database.pool.query('select state, wrapped_key from log.subject_keys where stream_id = $1', [streamId])).rows;

  it('is one, however many write first at once', async () => {
    const streamId = newStream();
    const several = await Promise.all(Array.from({ length: 4 }, open));
    const keys = await Promise.all(several.map((one) => one.protection.keys.keyFor(streamId)));
    expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(1);
    expect(await keysOf(streamId)).toHaveLength(1);
  });

  it('is not made for events without protected texts', async () => {
    const streamId = newStream();
    await write(streamId, { inner: { kept: 1 } });
    await write(streamId, { note: secret }, 1, store, 'OtherHappened');
    expect(await keysOf(streamId)).toEqual([]);
  });

  it('takes every text with it when it is destroyed, and the chain still verifies', async () => {
    const streamId = newStream();
    await write(streamId, { title: secret, inner: { note: secret, kept: 1 }, parts: [{ text: secret }] });
    await protection.keys.destroy(streamId);
    await protection.keys.destroy(streamId);
    expect(await dataOf(streamId)).toEqual([{ title: ERASED, inner: { note: ERASED, kept: 1 }, parts: [{ text: ERASED }] }]);
    expect(await keysOf(streamId)).toEqual([{ state: 'destroyed', wrapped_key: null }]);
    expect(await protection.keys.destroyed([streamId, newStream()])).toEqual(new Set([streamId]));
    expect(await verifyStream(database.pool, streamId)).toMatchObject({ events: 1, broken: [] });
  });

  it('that was destroyed elsewhere writes nothing more, at once, and reads nothing more after a second', async () => {
    const streamId = newStream();
    const elsewhere = await open();
    await write(streamId, { title: secret });
    await write(streamId, { title: secret }, 1, elsewhere.store);
    expect(await dataOf(streamId, elsewhere.store)).toHaveLength(2);
    await protection.keys.destroy(streamId);
    await expect(write(streamId, { title: secret }, 2, elsewhere.store)).rejects.toMatchObject({ code: 'protection.destroyed' });
    await expect(write(streamId, { title: secret }, 2)).rejects.toMatchObject({ code: 'protection.destroyed' });
    await write(streamId, { inner: { kept: 1 } }, 2, elsewhere.store);
    await expect
      .poll(() => dataOf(streamId, elsewhere.store), { timeout: 60_000 })
      .toEqual([{ title: ERASED }, { title: ERASED }, { inner: { kept: 1 } }]);
  });

  it('that was destroyed holds up no other append of the same batch', async () => {
    const streams = Array.from({ length: 6 }, newStream);
    await Promise.all(streams.map((streamId) => write(streamId, { title: 'first' })));
    const elsewhere = await open();
    await elsewhere.protection.keys.destroy(String(streams[2]));
    const outcomes = await Promise.allSettled(streams.map((streamId) => write(streamId, { title: 'second' }, 1)));
    expect(outcomes.map(({ status }) => status)).toEqual(streams.map((_, index) => (index === 2 ? 'rejected' : 'fulfilled')));
  });

  it('cannot be destroyed between an append and its commit', async () => {
    const streamId = newStream();
    await protection.keys.keyFor(streamId);
    const client = await database.pool.connect();
    try {
      await client.query('begin');
      await client.query('select log.hold_keys($1)', [[streamId]]);
      const destroying = protection.keys.destroy(streamId);
      await expect
        .poll(
          async () =>
            (
              await database.owner.query(
                `select from pg_stat_activity where query like 'select log.destroy_key%' and datname = current_database() and wait_event_type = 'Lock'`,
              )
            ).rowCount,
        )
        .toBe(1);
      await client.query('commit');
      await destroying;
    } finally {
      client.release();
    }
    expect(await keysOf(streamId)).toMatchObject([{ state: 'destroyed' }]);
  });

  it('that is being destroyed lets an append wait, and then refuses it', async () => {
    const streamId = newStream();
    await write(streamId, { title: secret });
    const client = await database.pool.connect();
    try {
      await client.query('begin');
      await client.query('select log.destroy_key($1)', [streamId]);
      const appending = write(streamId, { title: secret }, 1).catch((error: unknown) => error);
      await expect
        .poll(
          async () =>
            (
              await database.owner.query(
                `select from pg_stat_activity where query like '%log.append_protected%' and datname = current_database() and wait_event_type = 'Lock'`,
              )
            ).rowCount,
        )
        .toBe(1);
      await client.query('commit');
      expect(await appending).toMatchObject({ code: 'protection.destroyed' });
    } finally {
      client.release();
    }
    expect(await store.read(streamId)).toHaveLength(1);
  });

  it('that was destroyed does not come back, and one that was never made is never made', async () => {
    const streamId = newStream();
    await protection.keys.destroy(streamId);
    await expect(write(streamId, { title: secret })).rejects.toMatchObject({ code: 'protection.destroyed' });
    await expect((await open()).protection.keys.keyFor(streamId)).rejects.toMatchObject({ code: 'protection.destroyed' });
    const revive = `update log.subject_keys set state = 'active', wrapped_key = '\\x00', destroyed_at = null where stream_id = $1`;
    for (const pool of [database.pool, database.owner]) {
      await expect(pool.query(revive, [streamId])).rejects.toThrow(/refused|denied/);
      await expect(pool.query('delete from log.subject_keys')).rejects.toThrow(/refused|denied/);
      await expect(pool.query('truncate log.subject_keys')).rejects.toThrow(/refused|denied/);
      await expect(pool.query('delete from log.protection_check')).rejects.toThrow(/refused|denied/);
    }
    const again = `insert into log.subject_keys (stream_id, state, wrapped_key) values ($1, 'active', '\\x00')`;
    await expect(database.pool.query(again, [streamId])).rejects.toThrow(/duplicate key/);
  });

  it('cannot be changed by the application', async () => {
    const streamId = newStream();
    await protection.keys.keyFor(streamId);
    const change = `update log.subject_keys set wrapped_key = '\\x00' where stream_id = $1`;
    await expect(database.pool.query(change, [streamId])).rejects.toThrow(/denied/);
    await expect(database.owner.query(change, [streamId])).rejects.toThrow(/refused/);
  });

  it('that was put in the place of another is told', async () => {
    const [one, other] = [newStream(), newStream()];
    await protection.keys.keyFor(one);
    await database.owner.query(
      `insert into log.subject_keys (stream_id, state, wrapped_key) select $1, 'active', wrapped_key from log.subject_keys where stream_id = $2`,
      [other, one],
    );
    await expect(protection.keys.find([other])).rejects.toMatchObject({ code: 'protection.unreadable' });
  });
});

describe('the master key', () => {
  it('must be the one that the database was begun with', async () => {
    const another = openProtection({ pool: database.pool, masterKey: randomBytes(32), fields });
    await expect(another).rejects.toMatchObject({ code: 'protection.wrong-key', message: expect.stringContaining('PROTECTION_KEY') });
    await expect(openProtection({ pool: database.pool, masterKey: randomBytes(16), fields })).rejects.toMatchObject({
      code: 'protection.key-invalid',
    });
  });
});
