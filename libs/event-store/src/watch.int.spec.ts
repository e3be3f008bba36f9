import { appendOf, createTestDatabase, newStream, type TestDatabase } from '@tumor-board/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createEventStore } from './create-event-store.js';
import type { EventStore } from './event-store.js';
import type { Notice } from './notice.js';
import { comparePositions } from './position.js';
import { cursorOfSubscriptions, waitForPosition } from './progress.js';
import { subscribe } from './subscription.js';
import { type Lost, type Watch, type WatchOptions, watch } from './watch.js';

let database: TestDatabase;
let store: EventStore;
let watches: Watch[];

beforeEach(async () => {
  database = await createTestDatabase();
  store = createEventStore({ pool: database.pool });
  watches = [];
});
afterEach(async () => {
  await Promise.all(watches.map((one) => one.close()));
  await store.close();
  await database.drop();
});

const soon = { timeout: 60_000, interval: 10 };

const watching = (options: Partial<WatchOptions> = {}): Watch => {
  const opened = watch({ pool: database.pool, ...options });
  watches.push(opened);
  return opened;
};

/** A listener that writes down what it is told. */
interface Ear {
  readonly begun: string[];
  readonly notices: Notice[];
  /** The cursor behind each notice. */
  readonly cursors: string[];
  readonly lost: Lost[];
  readonly heard: () => string[];
  readonly cursor: () => string | undefined;
  readonly stop: () => void;
}

const listen = (to: Watch, after?: string, isWanted: (notice: Notice) => boolean = () => true): Ear => {
  const [begun, notices, cursors, lost]: [string[], Notice[], string[], Lost[]] = [[], [], [], []];
  const listening = to.listen(
    {
      isWanted,
      begin: (cursor) => void begun.push(cursor),
      take: (notice, cursor) => {
        notices.push(notice);
        cursors.push(cursor);
      },
      lost: (reason) => void lost.push(reason),
    },
    after,
  );
  const heard = () => notices.map(({ streamId, streamVersion }) => `${streamId}@${streamVersion}`);
  return { begun, notices, cursors, lost, heard, cursor: () => listening.cursor, stop: () => listening.stop() };
};

const begun = async (ear: Ear): Promise<string> => {
  await vi.waitFor(() => expect(ear.begun).toHaveLength(1), soon);
  return ear.begun[0] ?? '';
};

/** Appends an event to each of so many new streams. */
const appended = async (count: number): Promise<string[]> => {
  const streams = Array.from({ length: count }, () => newStream());
  for (const stream of streams) await store.append(appendOf(stream, 0));
  return streams.map((stream) => `${stream}@1`);
};

/** An append whose transaction is not committed yet. */
const slowAppend = async (stream: string) => {
  const client = await database.pool.connect();
  await client.query('begin');
  await client.query('select log.append($1::json, 1, 1)', [
    JSON.stringify([
      { i: 0, s: stream, v: 1, c: crypto.randomUUID(), e: crypto.randomUUID(), t: 'Noted', n: 1, d: {}, m: { site: 'here' } },
    ]),
  ]);
  return async () => {
    await client.query('commit');
    client.release();
  };
};

describe('who listens', () => {
  it('hears of what happens from then on, with all that it needs to read it, and not of what was before', async () => {
    await appended(3);
    const ear = listen(watching());
    await begun(ear);
    const stream = newStream();
    const { position, recordedAt } = await store.append(appendOf(stream, 0, 2));
    await vi.waitFor(() => expect(ear.notices).toHaveLength(2), soon);
    expect(ear.notices[1]).toEqual({ streamId: stream, streamVersion: 2, type: 'Noted', site: 'default', recordedAt, position });
  });

  it('hears of an event that is committed late', async () => {
    const ear = listen(watching());
    await begun(ear);
    const [late, early] = [newStream(), newStream()];
    const commit = await slowAppend(late);
    await store.append(appendOf(early, 0));
    await commit();
    await vi.waitFor(() => expect(ear.heard()).toEqual([`${late}@1`, `${early}@1`]), soon);
    expect(ear.notices[0]?.site).toBe('here');
  });

  it('hears of an event that was begun before it came and committed after', async () => {
    const late = newStream();
    const commit = await slowAppend(late);
    const ear = listen(watching());
    await begun(ear);
    await commit();
    await vi.waitFor(() => expect(ear.heard()).toEqual([`${late}@1`]), soon);
  });

  it('is woken by an append, long before it would have looked again', async () => {
    const ear = listen(watching({ idlePollMs: 600_000 }));
    await begun(ear);
    for (let round = 1; round <= 3; round++) {
      await appended(1);
      await vi.waitFor(() => expect(ear.notices).toHaveLength(round), soon);
    }
  });

  it('hears only of what it wants, and comes further all the same', async () => {
    const ear = listen(watching(), undefined, ({ streamId }) => streamId.startsWith('meeting-'));
    const first = await begun(ear);
    await appended(5);
    const meeting = newStream('meeting');
    await store.append(appendOf(meeting, 0));
    await vi.waitFor(() => expect(ear.heard()).toEqual([`${meeting}@1`]), soon);
    await appended(1);
    await vi.waitFor(() => expect(ear.cursor()).not.toBe(ear.cursors[0]), soon);
    expect(ear.cursor()).not.toBe(first);
  });

  it('hears nothing after it has stopped', async () => {
    const opened = watching();
    const [gone, other] = [listen(opened), listen(opened)];
    await Promise.all([begun(gone), begun(other)]);
    gone.stop();
    await appended(1);
    await vi.waitFor(() => expect(other.notices).toHaveLength(1), soon);
    expect(gone.notices).toEqual([]);
  });

  it('does not keep others from hearing when it fails', async () => {
    const errors: unknown[] = [];
    const opened = watching({ onError: (error) => errors.push(error) });
    const deaf = listen(opened, undefined, () => {
      throw new Error('I cannot hear this');
    });
    const ear = listen(opened);
    await Promise.all([begun(deaf), begun(ear)]);
    await appended(2);
    await vi.waitFor(() => expect(ear.notices).toHaveLength(2), soon);
    expect(errors).toHaveLength(1);
  });
});

describe('two hundred who listen', () => {
  it('hear the same in the same order, each once, from one reader', async () => {
    const opened = watching();
    const ears = Array.from({ length: 200 }, () => listen(opened));
    await Promise.all(ears.map(begun));
    const streams = Array.from({ length: 12 }, () => newStream());
    await Promise.all(
      streams.map(async (stream) => {
        for (let version = 0; version < 10; version++) await store.append(appendOf(stream, version));
      }),
    );
    await vi.waitFor(() => expect(ears.every((ear) => ear.notices.length === 120)).toBe(true), soon);
    const [first] = ears;
    for (const stream of streams) {
      const positions = first?.notices.filter(({ streamId }) => streamId === stream) ?? [];
      expect(positions.map(({ streamVersion }) => streamVersion)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
      for (const [index, notice] of positions.slice(1).entries())
        expect(comparePositions(positions[index]?.position ?? '', notice.position)).toBeLessThan(0);
    }
    for (const ear of ears) expect(ear.heard()).toEqual(first?.heard());
    const { rows } = await database.owner.query<{ count: number }>(
      `select count(*)::integer as count from pg_stat_activity where datname = current_database() and query = 'listen tumor_board_appended'`,
    );
    expect(rows[0]?.count).toBe(1);
  });
});

describe('who comes back with a cursor', () => {
  it('hears exactly what followed, whichever notice it was that it had heard last', async () => {
    const opened = watching();
    const ear = listen(opened);
    const start = await begun(ear);
    const all = await appended(12);
    await vi.waitFor(() => expect(ear.heard()).toEqual(all), soon);
    const back = [start, ...ear.cursors].map((cursor) => listen(opened, cursor));
    const more = await appended(2);
    for (const [heard, again] of back.entries())
      await vi.waitFor(() => expect(again.heard()).toEqual([...all.slice(heard), ...more]), soon);
  });

  it('hears exactly what followed from another process, which started later', async () => {
    const ear = listen(watching());
    await begun(ear);
    const first = await appended(3);
    await vi.waitFor(() => expect(ear.heard()).toEqual(first), soon);
    const missed = await appended(4);
    const again = listen(watching(), ear.cursors[2]);
    const more = await appended(1);
    await vi.waitFor(() => expect(again.heard()).toEqual([...missed, ...more]), soon);
  });

  it('misses nothing and hears nothing twice while others write and commit slowly', async () => {
    const opened = watching();
    const ear = listen(opened);
    await begun(ear);
    const backs: { at: number; ear: Ear }[] = [];
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      for (let round = 0; round < 12; round++) {
        if ((round + writer) % 3 === 0) await (await slowAppend(newStream()))();
        else await store.append(appendOf(newStream(), 0));
        if (writer !== 0) continue;
        await vi.waitFor(() => expect(ear.cursors).not.toEqual([]), soon);
        const at = ear.cursors.length - 1;
        backs.push({ at, ear: listen(round % 2 === 0 ? opened : watching(), ear.cursors[at]) });
      }
    });
    await Promise.all(writers);
    await vi.waitFor(() => expect(ear.notices).toHaveLength(96), soon);
    expect(new Set(ear.heard()).size).toBe(96);
    for (const back of backs) {
      await vi.waitFor(() => expect(back.ear.notices).toHaveLength(95 - back.at), soon);
      expect(back.ear.heard()).toEqual(ear.heard().slice(back.at + 1));
    }
  });

  it('is told to read anew when more has happened than is told again, and not one event earlier', async () => {
    const opened = watching({ againAtMost: 10 });
    const ear = listen(opened);
    const start = await begun(ear);
    const ten = await appended(10);
    await vi.waitFor(() => expect(ear.heard()).toEqual(ten), soon);
    const within = listen(opened, start);
    await vi.waitFor(() => expect(within.heard()).toEqual(ten), soon);
    await appended(1);
    await vi.waitFor(() => expect(ear.notices).toHaveLength(11), soon);
    const beyond = listen(opened, start);
    await vi.waitFor(() => expect(beyond.lost).toEqual(['too-old']), soon);
    expect([beyond.begun, beyond.notices]).toEqual([[], []]);
  });

  it('is told to read anew when its cursor is from ahead of this log', async () => {
    const ahead = Array.from({ length: 8 }, () => 'zzzzzzzz.1').join('_');
    const ear = listen(watching(), ahead);
    await vi.waitFor(() => expect(ear.lost).toEqual(['not-of-this-log']), soon);
  });

  it('is refused with what is no cursor', () => {
    expect(() => listen(watching(), 'yesterday')).toThrow(expect.objectContaining({ code: 'cursor.invalid' }));
  });
});

describe('the cursor of subscriptions', () => {
  it('stands behind what all of them have taken, so that the rest is heard of', async () => {
    const taken = await appended(3);
    const last = await store.append(appendOf(newStream(), 0));
    const handle = async () => undefined;
    const [slow, fast] = ['slow', 'fast'].map((name) => subscribe({ name, pool: database.pool, handle }));
    for (const name of ['slow', 'fast']) {
      await waitForPosition(database.pool, name, last.position, 60_000);
      for (const stream of taken) {
        const [event] = await store.read(stream.replace('@1', ''));
        await waitForPosition(database.pool, name, event?.position ?? '', 60_000);
      }
    }
    await slow?.stop();
    const rest = await appended(6);
    for (const stream of rest) {
      const [event] = await store.read(stream.replace('@1', ''));
      await waitForPosition(database.pool, 'fast', event?.position ?? '', 60_000);
    }
    await fast?.stop();
    const opened = watching();
    const ear = listen(opened, await cursorOfSubscriptions(database.pool, ['slow', 'fast']));
    await vi.waitFor(() => expect(ear.heard()).toEqual(rest), soon);
    const quick = listen(opened, await cursorOfSubscriptions(database.pool, ['fast']));
    await begun(quick);
    expect(quick.notices).toEqual([]);
    const all = listen(opened, await cursorOfSubscriptions(database.pool, ['fast', 'not yet there']));
    await vi.waitFor(() => expect(all.notices).toHaveLength(10), soon);
  });
});

describe('a database that goes away', () => {
  it('is found again: those who listen, and who comes back meanwhile, miss nothing', async () => {
    const opened = watching();
    const ear = listen(opened);
    const start = await begun(ear);
    const first = await appended(3);
    await vi.waitFor(() => expect(ear.heard()).toEqual(first), soon);
    const again: Ear[] = [];
    for (let round = 0; round < 3; round++) {
      await database.owner.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
      );
      again.push(listen(opened, start));
    }
    const rest = Array.from({ length: 3 }, () => appendOf(newStream(), 0));
    for (const one of rest) await vi.waitFor(() => store.append(one), soon);
    const heard = [...first, ...rest.map(({ streamId }) => `${streamId}@1`)];
    for (const one of [ear, ...again]) await vi.waitFor(() => expect(one.heard()).toEqual(heard), soon);
  });
});

describe('the end', () => {
  it('comes at once, whoever listens', async () => {
    const opened = watching({ idlePollMs: 600_000 });
    await Promise.all(Array.from({ length: 5 }, () => begun(listen(opened))));
    const since = performance.now();
    await opened.close();
    expect(performance.now() - since).toBeLessThan(3000);
  });
});
