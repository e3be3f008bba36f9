import type { RecordedEvent } from '@tumor-board/kernel';
import { appendOf, createTestDatabase, newStream, type TestDatabase } from '@tumor-board/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEventStore } from './create-event-store.js';
import { deadLetters } from './dead-letters.js';
import type { EventStore } from './event-store.js';
import { currentHorizon, forget, startFrom, subscriptionLags, succeed, waitForPosition } from './progress.js';
import { scanStreams } from './scan.js';
import { subscribe } from './subscription.js';

let database: TestDatabase;
let store: EventStore;

beforeAll(async () => {
  database = await createTestDatabase();
  store = createEventStore({ pool: database.pool });
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

const keyOf = ({ streamId, streamVersion }: RecordedEvent): string => `${streamId} ${streamVersion}`;

describe('a scan', () => {
  it.each([1, 7, 1000])('gives every event once, stream by stream and in order, in pages of %i', async (pageSize) => {
    const category = `scan${pageSize}`;
    const streams = Array.from({ length: 25 }, () => newStream(category));
    await Promise.all(streams.map((stream, index) => store.append(appendOf(stream, 0, 1 + (index % 4)))));
    await store.append(appendOf(newStream(`${category}a`), 0));
    const seen: string[] = [];
    for await (const page of scanStreams(database.pool, { category, upTo: await currentHorizon(database.pool), pageSize })) {
      expect(page.length).toBeLessThanOrEqual(pageSize);
      seen.push(...page.map(keyOf));
    }
    const expected = streams.flatMap((stream, index) => Array.from({ length: 1 + (index % 4) }, (_, n) => `${stream} ${n + 1}`));
    expect(seen).toEqual(expected.toSorted());
  });

  it('leaves types out, and still goes through all pages', async () => {
    const streams = Array.from({ length: 9 }, () => newStream('types'));
    const other = (streamId: string) => ({ ...appendOf(streamId, 2), events: [{ type: 'Weighed', data: {} }] });
    for (const stream of streams) await store.append(appendOf(stream, 0, 2));
    for (const stream of streams) await store.append(other(stream));
    const scan = async (except: string[]) => {
      const seen: string[] = [];
      const options = { category: 'types', upTo: await currentHorizon(database.pool), pageSize: 4, except };
      for await (const page of scanStreams(database.pool, options)) seen.push(...page.map(({ type }) => type));
      return seen;
    };
    expect(await scan(['Weighed'])).toEqual(Array.from({ length: 18 }, () => 'Noted'));
    expect(await scan(['Noted', 'Unheard'])).toEqual(streams.map(() => 'Weighed'));
    expect(await scan([])).toHaveLength(27);
  });

  it('gives nothing where there is nothing', async () => {
    for await (const page of scanStreams(database.pool, { category: 'nothing', upTo: await currentHorizon(database.pool) })) {
      expect.unreachable(`a page of ${page.length}`);
    }
    expect.assertions(0);
  });

  it('lifts old shapes', async () => {
    const stream = newStream('old');
    await store.append(appendOf(stream, 0));
    const shapes = { schemaVersions: { Noted: 2 }, upcasters: { Noted: { 1: (data: object) => ({ ...data, lifted: true }) } } };
    for await (const page of scanStreams(database.pool, { category: 'old', upTo: await currentHorizon(database.pool), ...shapes })) {
      expect(page).toMatchObject([{ schemaVersion: 2, data: { n: 0, lifted: true } }]);
    }
    expect(await createEventStore({ pool: database.pool, ...shapes }).read(stream)).toMatchObject([{ data: { lifted: true } }]);
  });

  it('and a subscription from its horizon share the log without gap or overlap, also around a late commit', async () => {
    const category = 'halves';
    const late = newStream(category);
    const holder = await database.pool.connect();
    await holder.query('begin');
    await holder.query('select log.append($1::json, 1, 1)', [
      JSON.stringify([{ i: 0, s: late, v: 1, c: crypto.randomUUID(), e: crypto.randomUUID(), t: 'Noted', n: 1, d: {}, m: {} }]),
    ]);
    const before = newStream(category);
    await store.append(appendOf(before, 0, 2));
    const upTo = await currentHorizon(database.pool);
    await startFrom(database.pool, 'halves', upTo);
    await holder.query('commit');
    holder.release();
    const after = await store.append(appendOf(before, 2));

    const scanned: string[] = [];
    for await (const page of scanStreams(database.pool, { category, upTo })) scanned.push(...page.map(keyOf));
    const followed: string[] = [];
    const subscription = subscribe({
      name: 'halves',
      pool: database.pool,
      categories: [category],
      handle: async (events) => void followed.push(...events.map(keyOf)),
    });
    await waitForPosition(database.pool, 'halves', after.position, 60_000);
    const { position } = await store.append(appendOf(late, 1));
    await waitForPosition(database.pool, 'halves', position, 60_000);
    await subscription.stop();
    expect([...scanned, ...followed].toSorted()).toEqual(
      [`${before} 1`, `${before} 2`, `${before} 3`, `${late} 1`, `${late} 2`].toSorted(),
    );
  });
});

describe('a rebuilt read model', () => {
  it('takes the place of the live one with its checkpoint, and the live one lets go', async () => {
    const taken: string[] = [];
    const pool = database.pool;
    const live = subscribe({ name: 'live', pool, leaseMs: 60_000, handle: async () => undefined });
    const first = await store.append(appendOf(newStream('swap'), 0));
    await waitForPosition(pool, 'live', first.position, 60_000);
    await live.stop();

    await startFrom(pool, 'live@rebuilt', '0');
    const client = await pool.connect();
    await client.query('begin');
    await succeed(client, 'live', 'live@rebuilt');
    await client.query('commit');
    client.release();
    expect((await subscriptionLags(pool)).map((lag) => lag.subscription)).not.toContain('live@rebuilt');

    const again = subscribe({
      name: 'live',
      pool,
      categories: ['swap'],
      handle: async (events) => void taken.push(...events.map((event) => event.position)),
    });
    await waitForPosition(pool, 'live', first.position, 60_000);
    await again.stop();
    expect(taken).toEqual([first.position]);
    await forget(pool, 'live');
    expect(await deadLetters(pool, { subscription: 'live' })).toEqual([]);
    expect((await subscriptionLags(pool)).map((lag) => lag.subscription)).not.toContain('live');
  });
});
