import type { Listener, Watch } from '@tumor-board/event-store';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveStreams } from './live-streams.js';

const cursor = (n: number) => Array.from({ length: 8 }, () => `${n}`).join('_');

/** A watch that does what a test says. */
const scripted = () => {
  const listening: { listener: Listener; after: string | undefined; stopped: boolean }[] = [];
  const watch: Watch = {
    listen(listener, after) {
      const one = { listener, after, stopped: false };
      listening.push(one);
      return { cursor: after, stop: () => void (one.stopped = true) };
    },
    close: async () => undefined,
  };
  return { watch, listening };
};

const client = { topics: ['queue'], site: 'default', after: undefined, session: 's', stillAllowed: async () => true };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a stream that is opened', () => {
  it('begins where the read models stand, so that what they do not know yet is told', async () => {
    const { watch, listening } = scripted();
    const stream = new LiveStreams({ watch, readModels: async () => cursor(5) }).open(client);
    await vi.advanceTimersByTimeAsync(0);
    expect(listening.map(({ after }) => after)).toEqual([cursor(5)]);
    listening[0]?.listener.begin(cursor(5));
    expect(String(stream.body.read())).toContain(`event: ready\nid: ${cursor(5)}\n`);
  });

  it('waits while the database is away, and while the read models are far behind', async () => {
    const { watch, listening } = scripted();
    const readModels = vi.fn<() => Promise<string>>(async () => cursor(5)).mockRejectedValueOnce(new Error('away'));
    const stream = new LiveStreams({ watch, readModels }).open(client);
    await vi.advanceTimersByTimeAsync(1_000);
    for (let round = 0; round < 20; round++) {
      listening.at(-1)?.listener.lost('too-old');
      await vi.advanceTimersByTimeAsync(1_000);
    }
    listening.at(-1)?.listener.begin(cursor(9));
    expect(String(stream.body.read())).toContain(`event: ready\nid: ${cursor(9)}\n`);
    expect(listening).toHaveLength(21);
  });

  it('goes on from the cursor of the client', async () => {
    const { watch, listening } = scripted();
    new LiveStreams({ watch, readModels: async () => cursor(5) }).open({ ...client, after: cursor(3) });
    await vi.advanceTimersByTimeAsync(0);
    expect(listening.map(({ after }) => after)).toEqual([cursor(3)]);
  });

  it.each([
    ['is too old', cursor(3), true],
    ['cannot be read', 'yesterday', false],
  ])('tells the client to read anew when its cursor %s', async (_what, after, isTried) => {
    const { watch, listening } = scripted();
    const stream = new LiveStreams({ watch, readModels: async () => cursor(5) }).open({ ...client, after });
    if (isTried) listening[0]?.listener.lost('too-old');
    await vi.advanceTimersByTimeAsync(0);
    expect(listening.at(-1)?.after).toBe(cursor(5));
    listening.at(-1)?.listener.begin(cursor(5));
    expect(String(stream.body.read())).toMatch(new RegExp(`event: reset\nid: ${cursor(5)}\n.+\n\nevent: ready\nid: ${cursor(5)}\n`));
  });
});

describe('an open stream', () => {
  it('ends within a minute when the client may not listen any more', async () => {
    const { watch, listening } = scripted();
    let allowed = true;
    const streams = new LiveStreams({ watch, readModels: async () => cursor(5) });
    const stream = streams.open({ ...client, stillAllowed: async () => allowed });
    stream.body.resume();
    await vi.advanceTimersByTimeAsync(180_000);
    expect([stream.isOpen, streams.count]).toEqual([true, 1]);
    allowed = false;
    await vi.advanceTimersByTimeAsync(61_000);
    expect([stream.isOpen, streams.count, listening[0]?.stopped]).toEqual([false, 0, true]);
  });

  it('goes on while it cannot be found out whether the client may', async () => {
    const { watch } = scripted();
    const streams = new LiveStreams({ watch, readModels: async () => cursor(5) });
    const stream = streams.open({ ...client, stillAllowed: async () => await Promise.reject(new Error('away')) });
    stream.body.resume();
    await vi.advanceTimersByTimeAsync(61_000);
    expect(stream.isOpen).toBe(true);
  });

  it('ends when its session opens more than twenty, the oldest first, and those of others go on', () => {
    const { watch } = scripted();
    const streams = new LiveStreams({ watch, readModels: async () => cursor(5) });
    const other = streams.open({ ...client, session: 'other' });
    const own = Array.from({ length: 22 }, () => streams.open(client));
    expect(own.map(({ isOpen }) => isOpen)).toEqual([false, false, ...Array.from({ length: 20 }, () => true)]);
    expect(other.isOpen).toBe(true);
  });

  it('ends with the service, which then opens no more', async () => {
    const { watch } = scripted();
    const streams = new LiveStreams({ watch, readModels: async () => cursor(5) });
    const open = Array.from({ length: 3 }, () => streams.open(client));
    await streams.onModuleDestroy();
    expect(open.map(({ isOpen }) => isOpen)).toEqual([false, false, false]);
    expect(() => streams.open(client)).toThrow(expect.objectContaining({ code: 'log.closed' }));
  });
});
