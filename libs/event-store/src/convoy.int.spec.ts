import { appendOf, createTestDatabase, newStream, type TestDatabase } from '@tumor-board/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEventStore } from './create-event-store.js';
import { deadLetters } from './dead-letters.js';
import type { EventStore } from './event-store.js';
import { headPositions, waitForPosition } from './progress.js';
import { type Companion, subscribeTogether } from './subscription.js';
import type { Subscription } from './subscription-options.js';

let database: TestDatabase;
let store: EventStore;
let running: Subscription[];

beforeEach(async () => {
  database = await createTestDatabase();
  await database.owner.query(
    'create table read_model.seen (by_name text, stream_id text, version integer, transaction_id text, primary key (by_name, stream_id, version))',
  );
  store = createEventStore({ pool: database.pool });
  running = [];
});
afterEach(async () => {
  await Promise.all(running.map((subscription) => subscription.stop()));
  await store.close();
  await database.drop();
});

/** Notes each event that it takes, and in which transaction; one that is taken twice fails. */
const noting = (name: string, more: Partial<Companion> = {}): Companion => ({
  name,
  prepare: (events, { client }) =>
    Promise.resolve(async () => {
      for (const { streamId, streamVersion } of events)
        await client.query('insert into read_model.seen values ($1, $2, $3, pg_current_xact_id()::text)', [name, streamId, streamVersion]);
    }),
  ...more,
});

const go = (...companions: readonly Companion[]): Subscription[] => {
  const started = subscribeTogether(companions, { pool: database.pool, retryDelayMs: 1, leaseMs: 1_000, batchSize: 16 });
  running.push(...started);
  return started;
};

const caughtUp = async (...names: readonly string[]): Promise<void> => {
  for (const position of (await headPositions(database.pool)).values())
    for (const name of names) await waitForPosition(database.pool, name, position, 60_000);
};

const seen = async (name: string): Promise<string[]> =>
  (
    await database.pool.query<{ event: string }>(
      `select stream_id || ' ' || version as event from read_model.seen where by_name = $1 order by stream_id, version`,
      [name],
    )
  ).rows.map(({ event }) => event);

const recorded = async (): Promise<string[]> =>
  (
    await database.pool.query<{ event: string }>(
      `select stream_id || ' ' || stream_version as event from log.events order by stream_id, stream_version`,
    )
  ).rows.map(({ event }) => event);

const record = async (streams: readonly string[], version: number): Promise<void> => {
  await Promise.all(streams.map((streamId) => store.append(appendOf(streamId, version, 1))));
};

describe('subscriptions that go together', () => {
  it('each take each event once, in one transaction', async () => {
    const streams = Array.from({ length: 6 }, () => newStream());
    go(noting('a'), noting('b'), noting('c'));
    for (let version = 0; version < 5; version += 1) {
      await record(streams, version);
      await caughtUp('a', 'b', 'c');
    }
    for (const name of ['a', 'b', 'c']) expect(await seen(name)).toEqual(await recorded());
    const { rows } = await database.pool.query<{ together: number }>(
      `select count(*)::integer as together from (
         select from read_model.seen where version > 1 group by stream_id, version having count(distinct transaction_id) = 1) s`,
    );
    // The first events may come before all of them have their leases, and a slow machine may lose one for a while.
    expect(rows[0]?.together).toBeGreaterThan(0);
  });

  it('are not stopped by one that fails, which puts aside what it cannot take and goes on', async () => {
    const [good, bad] = [newStream(), newStream()];
    const failing = noting('fails');
    go(noting('a'), {
      ...failing,
      prepare: async (events, tx) => {
        if (events.some(({ streamId }) => streamId === bad)) throw new Error('not this one');
        return await failing.prepare(events, tx);
      },
    });
    for (let version = 0; version < 3; version += 1) await record([good, bad], version);
    await caughtUp('a', 'fails');
    expect(await seen('a')).toEqual(await recorded());
    expect(await seen('fails')).toEqual((await recorded()).filter((event) => event.startsWith(good)));
    const dead = await deadLetters(database.pool);
    expect(dead.map(({ subscription, streamId, state }) => [subscription, streamId, state])).toEqual([
      ['fails', bad, 'failed'],
      ['fails', bad, 'parked'],
      ['fails', bad, 'parked'],
    ]);
  });

  it('take only the categories that each asks for', async () => {
    go(noting('cases', { categories: ['case'] }), noting('meetings', { categories: ['meeting'] }));
    const [one, other] = [newStream('case'), newStream('meeting')];
    await record([one, other], 0);
    await caughtUp('cases', 'meetings');
    expect(await seen('cases')).toEqual([`${one} 1`]);
    expect(await seen('meetings')).toEqual([`${other} 1`]);
  });

  it('go on when one of them is new and far behind, and when one ends', async () => {
    const streams = Array.from({ length: 10 }, () => newStream());
    const [first] = go(noting('old'));
    for (let version = 0; version < 30; version += 1) await record(streams, version);
    await caughtUp('old');
    await first?.stop();
    const [old] = go(noting('old'), noting('new'));
    await record(streams, 30);
    await caughtUp('old', 'new');
    await old?.stop();
    await record(streams, 31);
    await caughtUp('new');
    expect(await seen('new')).toEqual(await recorded());
    go(noting('old'));
    await caughtUp('old');
    expect(await seen('old')).toEqual(await recorded());
    expect(await seen('new')).toEqual(await recorded());
  });

  it('share the work with other processes, which come and go', async () => {
    const streams = Array.from({ length: 8 }, () => newStream());
    const group = () => [noting('a'), noting('b')];
    go(...group());
    for (let version = 0; version < 20; version += 1) {
      if (version === 5) go(...group());
      if (version === 12) await Promise.all(running.splice(0, 2).map((subscription) => subscription.stop()));
      await record(streams, version);
    }
    await caughtUp('a', 'b');
    for (const name of ['a', 'b']) expect(await seen(name)).toEqual(await recorded());
    expect(await deadLetters(database.pool)).toEqual([]);
  });
});
