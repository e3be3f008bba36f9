import type { RecordedEvent } from '@tumor-board/kernel';
import { appendOf, createTestDatabase, newStream, type TestDatabase } from '@tumor-board/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createEventStore } from './create-event-store.js';
import { deadLetters, retryDeadLetters } from './dead-letters.js';
import type { EventStore } from './event-store.js';
import { LostLease, lease, moveCheckpoints } from './lease.js';
import { parsePosition } from './position.js';
import { headPositions, heldBack, subscriptionLags, waitForPosition } from './progress.js';
import { subscribe } from './subscription.js';
import type { Subscription, SubscriptionOptions } from './subscription-options.js';

let database: TestDatabase;
let store: EventStore;
let running: Subscription[];

beforeEach(async () => {
  database = await createTestDatabase();
  await database.owner.query(`
    create table read_model.tally (stream_id text primary key, events integer not null, versions integer[] not null);
    create table read_model.naive (position bigint primary key);`);
  store = createEventStore({ pool: database.pool });
  running = [];
});
afterEach(async () => {
  await Promise.all(running.map((subscription) => subscription.stop()));
  await store.close();
  await database.drop();
});

/** Counts each event of each stream in a table: what is counted twice or out of order shows. */
const tally: SubscriptionOptions<unknown>['handle'] = async (events, { client }) => {
  for (const { streamId, streamVersion } of events) {
    await client.query(
      `insert into read_model.tally values ($1, 1, array[$2::integer]) on conflict (stream_id) do update
       set events = tally.events + 1, versions = tally.versions || excluded.versions`,
      [streamId, streamVersion],
    );
  }
};

const follow = (options: Partial<SubscriptionOptions<unknown>> = {}): Subscription => {
  const subscription = subscribe({ name: 'tally', pool: database.pool, handle: tally, retryDelayMs: 1, ...options });
  running.push(subscription);
  return subscription;
};

const tallied = async (): Promise<Record<string, number[]>> => {
  const { rows } = await database.pool.query<{ stream_id: string; versions: number[] }>('select stream_id, versions from read_model.tally');
  return Object.fromEntries(rows.map((row) => [row.stream_id, row.versions]));
};

const upTo = (version: number): number[] => Array.from({ length: version }, (_, index) => index + 1);
const soon = { timeout: 60_000, interval: 10 };

describe('a reader of the log', () => {
  it('waits for an event that is committed late, where one that goes by position alone loses it', async () => {
    const [late, early] = [newStream(), newStream()];
    const taken: string[] = [];
    follow({ handle: async (events) => void taken.push(...events.map((event) => event.streamId)) });
    const naive: string[] = [];
    let last = '0';
    const readNaively = async () => {
      const { rows } = await database.pool.query<{ stream_id: string; position: string }>(
        'select stream_id, position from log.events where position > $1 order by position',
        [last],
      );
      for (const row of rows) naive.push(row.stream_id);
      last = rows.at(-1)?.position ?? last;
    };

    const holder = await database.pool.connect();
    await holder.query('begin');
    await holder.query('select log.append($1::json, 1, 1)', [
      JSON.stringify([{ i: 0, s: late, v: 1, c: crypto.randomUUID(), e: crypto.randomUUID(), t: 'Noted', n: 1, d: {}, m: {} }]),
    ]);
    await store.append(appendOf(early, 0));
    await readNaively();
    expect(naive).toEqual([early]);
    await vi.waitFor(async () => expect(await heldBack(database.pool)).toMatchObject({ events: 1, since: expect.any(Date) }), soon);
    expect(taken).toEqual([]);

    await holder.query('commit');
    holder.release();
    await vi.waitFor(() => expect(taken).toHaveLength(2), soon);
    expect(taken).toEqual([late, early]);
    await readNaively();
    expect(naive).toEqual([early]);
    expect(await heldBack(database.pool)).toMatchObject({ events: 0, since: null });
  });

  it('loses nothing and takes nothing twice against writers that commit slowly', async () => {
    follow({ batchSize: 16 });
    const writers = Array.from({ length: 16 }, async (_, writer) => {
      const stream = newStream();
      for (let version = 0; version < 20; version++) {
        if ((version + writer) % 5 === 0) {
          const client = await database.pool.connect();
          await client.query('begin');
          await client.query('select log.append($1::json, 1, 1)', [
            JSON.stringify([
              { i: 0, s: stream, v: version + 1, c: crypto.randomUUID(), e: crypto.randomUUID(), t: 'Noted', n: 1, d: {}, m: {} },
            ]),
          ]);
          await client.query('select pg_sleep(0.01)');
          await client.query('commit');
          client.release();
        } else {
          await store.append(appendOf(stream, version));
        }
      }
      return stream;
    });
    const streams = await Promise.all(writers);
    const all = Object.fromEntries(streams.map((stream) => [stream, upTo(20)]));
    await vi.waitFor(async () => expect(await tallied()).toEqual(all), soon);
  });

  it('is woken by an append, long before it would have looked again', async () => {
    const subscription = follow({ idlePollMs: 600_000, leaseMs: 600_000 });
    await vi.waitFor(() => expect(subscription.partitions).toHaveLength(8), soon);
    for (let round = 0; round < 3; round++) {
      const { position } = await store.append(appendOf(newStream(), 0));
      await waitForPosition(database.pool, 'tally', position, 60_000);
    }
  });

  it('takes only the categories asked for, and moves on over the others', async () => {
    follow({ categories: ['meeting'] });
    const meeting = newStream('meeting');
    await store.append(appendOf(newStream('case'), 0));
    await store.append(appendOf(meeting, 0));
    const { position } = await store.append(appendOf(newStream('case'), 0));
    await waitForPosition(database.pool, 'tally', position, 60_000);
    await vi.waitFor(async () => expect(await tallied()).toEqual({ [meeting]: [1] }), soon);
  });
});

describe('the checkpoint', () => {
  it('moves with the work, so that each event counts once whatever is interrupted', async () => {
    const streams = Array.from({ length: 12 }, () => newStream());
    const appending = (async () => {
      for (let version = 0; version < 15; version++) await Promise.all(streams.map((stream) => store.append(appendOf(stream, version))));
    })();
    for (let restart = 0; restart < 6; restart++) {
      const subscription = follow({ batchSize: 8, leaseMs: 300 });
      await vi.waitFor(() => expect(subscription.partitions).not.toEqual([]), soon);
      // Connections are cut while batches are under way: what they did must be as if it had never been.
      await database.owner.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`,
      );
      await subscription.stop();
    }
    await appending;
    follow();
    const all = Object.fromEntries(streams.map((stream) => [stream, upTo(15)]));
    await vi.waitFor(async () => expect(await tallied()).toEqual(all), soon);
  });

  it('does not move when the handler fails', async () => {
    const { position } = await store.append(appendOf(newStream(), 0));
    let refusals = 0;
    follow({
      attempts: 1_000_000,
      handle: async (events, tx) => {
        await tally(events, tx);
        refusals++;
        throw new Error('not today');
      },
    });
    await vi.waitFor(() => expect(refusals).toBeGreaterThan(2), soon);
    expect(await tallied()).toEqual({});
    await expect(waitForPosition(database.pool, 'tally', position, 0)).rejects.toMatchObject({ code: 'projection.behind' });
  });

  it('says how far it has come, and by how much it is behind', async () => {
    await store.append(appendOf(newStream(), 0, 3));
    const subscription = follow({ name: 'early' });
    const { position } = await store.append(appendOf(newStream(), 0));
    await waitForPosition(database.pool, 'early', position, 60_000);
    await vi.waitFor(
      async () => expect(await subscriptionLags(database.pool)).toMatchObject([{ events: 0, since: null, holders: 1 }]),
      soon,
    );
    await subscription.stop();
    const last = await store.append(appendOf(newStream(), 0, 5));
    expect(await subscriptionLags(database.pool)).toEqual([
      { subscription: 'early', events: 5, since: expect.any(Date), deadLetters: 0, holders: 0 },
    ]);
    expect((await headPositions(database.pool)).get(parsePosition(last.position).partition)).toBe(last.position);
    await expect(waitForPosition(database.pool, 'early', last.position, 30)).rejects.toMatchObject({ code: 'projection.behind' });
  });
});

describe('an event that cannot be handled', () => {
  let poison: string;
  let broken: boolean;
  const refusing: SubscriptionOptions<unknown>['handle'] = async (events, tx) => {
    await tally(events, tx);
    if (broken && events.some((event) => event.streamId === poison && event.streamVersion >= 2)) throw new Error('cannot take this');
  };
  beforeEach(() => {
    poison = newStream();
    broken = true;
  });

  it('is put aside after some tries, with what follows in its stream, and the others go on', async () => {
    const other = newStream();
    await store.append(appendOf(poison, 0, 3));
    await store.append(appendOf(other, 0, 3));
    const told: unknown[] = [];
    follow({ handle: refusing, onError: (error, about) => told.push([String(error), about.streamVersion]) });
    await vi.waitFor(async () => expect(await tallied()).toEqual({ [poison]: [1], [other]: [1, 2, 3] }), soon);
    await vi.waitFor(
      async () =>
        expect(await deadLetters(database.pool, { subscription: 'tally' })).toMatchObject([
          { streamId: poison, streamVersion: 2, state: 'failed', attempts: 3, error: 'Error: cannot take this' },
          { streamId: poison, streamVersion: 3, state: 'parked', attempts: 0, error: null },
        ]),
      soon,
    );
    expect(told.filter((one) => Array.isArray(one) && one[1] === 2)).toHaveLength(3);
  });

  it('keeps its stream in order: later events wait behind it, also after a restart', async () => {
    await store.append(appendOf(poison, 0, 2));
    const first = follow({ handle: refusing });
    await vi.waitFor(async () => expect(await deadLetters(database.pool)).toHaveLength(1), soon);
    await store.append(appendOf(poison, 2));
    await vi.waitFor(async () => expect(await deadLetters(database.pool)).toHaveLength(2), soon);
    await first.stop();
    broken = false;
    follow({ handle: refusing });
    await store.append(appendOf(poison, 3));
    await vi.waitFor(async () => expect(await deadLetters(database.pool)).toHaveLength(3), soon);
    expect(await tallied()).toEqual({ [poison]: [1] });
  });

  it('is tried again on request, in order, and then its stream goes on', async () => {
    await store.append(appendOf(poison, 0, 4));
    const subscription = follow({ handle: refusing });
    await vi.waitFor(async () => expect(await deadLetters(database.pool)).toHaveLength(3), soon);
    expect(await retryDeadLetters(database.pool, 'tally')).toBe(3);
    subscription.wake();
    await vi.waitFor(
      async () => expect(await deadLetters(database.pool)).toMatchObject([{ attempts: 4, retryRequested: false }, {}, {}]),
      soon,
    );

    broken = false;
    await retryDeadLetters(database.pool, 'tally', poison);
    subscription.wake();
    await vi.waitFor(async () => expect(await deadLetters(database.pool)).toEqual([]), soon);
    await store.append(appendOf(poison, 4));
    await vi.waitFor(async () => expect(await tallied()).toEqual({ [poison]: upTo(5) }), soon);
  });

  it('may be one that this program does not know the shape of', async () => {
    await database.pool.query('select log.append($1::json, 1, 1)', [
      JSON.stringify([{ i: 0, s: poison, v: 1, c: crypto.randomUUID(), e: crypto.randomUUID(), t: 'Noted', n: 7, d: {}, m: {} }]),
    ]);
    follow();
    await vi.waitFor(
      async () => expect(await deadLetters(database.pool)).toMatchObject([{ error: expect.stringMatching(/newer program/) }]),
      soon,
    );
  });
});

describe('processes that share a subscription', () => {
  it('divide the partitions and take each event once', async () => {
    const seen: RecordedEvent[][] = [[], [], []];
    const members = seen.map((own) =>
      follow({
        leaseMs: 900,
        handle: async (events, tx) => {
          await tally(events, tx);
          own.push(...events);
        },
      }),
    );
    await vi.waitFor(() => expect(members.map((member) => member.partitions.length).toSorted((a, b) => a - b)).toEqual([2, 3, 3]), soon);
    const streams = Array.from({ length: 40 }, () => newStream());
    await Promise.all(streams.map((stream) => store.append(appendOf(stream, 0, 2))));
    const all = Object.fromEntries(streams.map((stream) => [stream, [1, 2]]));
    await vi.waitFor(async () => expect(await tallied()).toEqual(all), soon);
    expect(seen.filter((own) => own.length > 0).length).toBeGreaterThan(1);
  });

  it('take each event once while members come and go', async () => {
    const streams = Array.from({ length: 30 }, () => newStream());
    let last = 0;
    const appending = (async () => {
      for (; last < 40; last++) await Promise.all(streams.map((stream) => store.append(appendOf(stream, last))));
    })();
    const coming = Array.from({ length: 12 }, async (_, index) => {
      await vi.waitFor(() => expect(last).toBeGreaterThanOrEqual(index * 3), soon);
      const member = follow({ leaseMs: 60, batchSize: 8 });
      await vi.waitFor(() => expect(last).toBeGreaterThanOrEqual(index * 3 + 6), soon);
      if (index < 10) await member.stop();
    });
    await Promise.all([appending, ...coming]);
    const all = Object.fromEntries(streams.map((stream) => [stream, upTo(40)]));
    await vi.waitFor(async () => expect(await tallied()).toEqual(all), soon);
  });

  it('hand over at once when one of them stops', async () => {
    const first = follow({ leaseMs: 600_000 });
    await vi.waitFor(() => expect(first.partitions).toHaveLength(8), soon);
    await first.stop();
    const second = follow({ leaseMs: 600_000 });
    await vi.waitFor(() => expect(second.partitions).toHaveLength(8), soon);
  });

  it('take over from one that died when its lease runs out, and it cannot move the checkpoint any more', async () => {
    const dead = await lease(database.pool, 'tally', 'a process that died', 1000);
    expect(dead.held).toHaveLength(8);
    const { position } = await store.append(appendOf(newStream(), 0));
    const heir = follow({ leaseMs: 1000 });
    await waitForPosition(database.pool, 'tally', position, 60_000);
    await vi.waitFor(() => expect(heir.partitions).toHaveLength(8), soon);
    const client = await database.pool.connect();
    const moves = dead.held.map((held) => ({ from: held, to: { ...held, position: '1' } }));
    await expect(moveCheckpoints(client, 'tally', moves)).rejects.toThrow(LostLease);
    client.release();
  });

  it('cannot move a checkpoint from where it no longer stands, even under the right fence', async () => {
    const { held } = await lease(database.pool, 'tally', 'a process', 60_000);
    const moves = held.map((from) => ({ from, to: { ...from, transactionId: '7', position: '1' } }));
    const client = await database.pool.connect();
    await moveCheckpoints(client, 'tally', moves);
    await expect(moveCheckpoints(client, 'tally', moves)).rejects.toThrow(LostLease);
    client.release();
    const now = await lease(database.pool, 'tally', 'a process', 60_000);
    expect(now.held).toEqual(moves.map(({ to }) => to));
  });
});

describe('a server that goes away', () => {
  it('is found again, and is listened to again', async () => {
    const errors: unknown[] = [];
    const subscription = follow({ idlePollMs: 600_000, onError: (error) => errors.push(error) });
    await vi.waitFor(() => expect(subscription.partitions).toHaveLength(8), soon);
    await database.owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
    );
    await vi.waitFor(async () => {
      const { rows } = await database.owner.query(
        `select from pg_stat_activity where datname = current_database() and query = 'listen tumor_board_appended'`,
      );
      expect(rows).toHaveLength(1);
    }, soon);
    const { position } = await store.append(appendOf(newStream(), 0));
    await waitForPosition(database.pool, 'tally', position, 60_000);
  });
});
