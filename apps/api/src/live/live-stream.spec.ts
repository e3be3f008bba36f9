import type { Notice } from '@tumor-board/event-store';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LIVE_LIMITS, LiveStream } from './live-stream.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const caseId = (n: number) => `3f1e9c52-0b5f-4d0c-9f57-${String(n).padStart(12, '0')}`;
const notice = (n: number, version: number, site = 'default', kind = 'case'): Notice => ({
  streamId: `${kind}-${caseId(n)}`,
  streamVersion: version,
  type: 'Noted',
  site,
  recordedAt: '2025-01-06T08:00:00.000000Z',
  position: `0.1.${version}`,
});
const opened = (topics = ['queue'], limits = LIVE_LIMITS) => new LiveStream({ topics, site: 'default' }, limits);

/** What a client has received by now. */
const received = (stream: LiveStream): string => {
  let text = '';
  for (;;) {
    const chunk = stream.body.read() as Buffer | null;
    if (chunk === null) break;
    text += chunk.toString();
  }
  return text;
};
const changes = (text: string): string[] =>
  [...text.matchAll(/event: changed\nid: (\S+)\ndata: (.+)\n\n/g)].map(([, cursor, data]) => {
    const { id, version } = JSON.parse(data ?? '') as { id: string; version: number };
    return `${cursor}: ${Number(id.slice(-12))}@${version}`;
  });

describe('what happens within a moment', () => {
  it('is told once of each case, by its last, and in the order of the last', () => {
    const stream = opened();
    stream.take(notice(1, 1), 'a');
    stream.take(notice(2, 1), 'b');
    stream.take(notice(1, 2), 'c');
    expect(changes(received(stream))).toEqual([]);
    vi.advanceTimersByTime(LIVE_LIMITS.gatherMs);
    expect(changes(received(stream))).toEqual(['b: 2@1', 'c: 1@2']);
    stream.take(notice(1, 3), 'd');
    vi.advanceTimersByTime(LIVE_LIMITS.gatherMs);
    expect(changes(received(stream))).toEqual(['d: 1@3']);
  });

  it('is told in one message under all topics that it concerns', () => {
    const stream = opened(['queue', `case:${caseId(7)}`, 'meetings']);
    stream.take(notice(7, 4), 'a');
    vi.advanceTimersByTime(LIVE_LIMITS.gatherMs);
    expect(received(stream)).toContain(
      `data: {"topic":"queue","topics":["queue","case:${caseId(7)}"],"kind":"case","id":"${caseId(7)}","version":4,"position":"0.1.4","type":"Noted"}\n\n`,
    );
  });
});

describe('a stream', () => {
  it('wants what its topics name, of its own site only', () => {
    const stream = opened(['cases']);
    expect(stream.isWanted(notice(1, 1))).toBe(true);
    expect(stream.isWanted(notice(1, 1, 'elsewhere'))).toBe(false);
    expect(stream.isWanted({ ...notice(1, 1), site: null })).toBe(false);
    expect(stream.isWanted(notice(1, 1, 'default', 'meeting'))).toBe(false);
  });

  it('beats while nothing happens, and moves the cursor of the client on', () => {
    const stream = opened();
    stream.attach({ cursor: 'quiet', stop: () => undefined });
    received(stream);
    vi.advanceTimersByTime(LIVE_LIMITS.heartbeatMs - 1);
    expect(received(stream)).toBe('');
    vi.advanceTimersByTime(1);
    expect(received(stream)).toBe(': still here\nid: quiet\n\n');
  });

  it('never sends a cursor beyond a change that still waits', () => {
    const stream = opened(['queue'], { ...LIVE_LIMITS, gatherMs: LIVE_LIMITS.heartbeatMs + 1 });
    stream.attach({ cursor: 'beyond', stop: () => undefined });
    stream.take(notice(1, 1), 'behind');
    vi.advanceTimersByTime(LIVE_LIMITS.heartbeatMs);
    expect(received(stream)).not.toContain('beyond');
  });

  it('sends what waits before it ends', async () => {
    const stream = opened();
    stream.take(notice(1, 1), 'a');
    stream.end();
    expect(stream.isOpen).toBe(false);
    expect(changes(received(stream))).toEqual(['a: 1@1']);
    stream.take(notice(1, 2), 'b');
    vi.advanceTimersByTime(LIVE_LIMITS.gatherMs);
    expect(received(stream)).toBe('');
  });

  it('stops listening when the client goes', async () => {
    const stream = opened();
    const stop = vi.fn<() => void>();
    stream.attach({ cursor: undefined, stop });
    stream.cut();
    await vi.waitFor(() => expect(stop).toHaveBeenCalledOnce());
  });
});

describe('a client that does not read', () => {
  /** A stream whose buffer is full. */
  const stuck = (limits = LIVE_LIMITS) => {
    const stream = opened(['queue'], limits);
    for (let n = 0; n < 800; n++) stream.take(notice(n, 1), `c${n}`);
    vi.advanceTimersByTime(limits.gatherMs);
    expect(stream.body.readableLength).toBeLessThan(66 * 1024);
    return stream;
  };

  it('gets the rest when it reads again, each case once by its last', () => {
    const stream = stuck();
    for (let version = 2; version <= 50; version++) stream.take(notice(799, version), `v${version}`);
    vi.advanceTimersByTime(LIVE_LIMITS.gatherMs);
    let text = '';
    for (let more = received(stream); more !== ''; more = received(stream)) text += more;
    const told = changes(text);
    expect(told).toHaveLength(800);
    expect(told.slice(0, 3)).toEqual(['c0: 0@1', 'c1: 1@1', 'c2: 2@1']);
    expect(told.at(-1)).toBe('v50: 799@50');
  });

  it('is disconnected when too much waits for it', () => {
    const stream = stuck({ ...LIVE_LIMITS, waitingAtMost: 300 });
    for (let n = 1000; stream.isOpen && n < 2000; n++) stream.take(notice(n, 1), 'x');
    expect(stream.isOpen).toBe(false);
  });

  it('is disconnected at the second heartbeat', () => {
    const stream = stuck();
    vi.advanceTimersByTime(LIVE_LIMITS.heartbeatMs);
    expect(stream.isOpen).toBe(true);
    vi.advanceTimersByTime(LIVE_LIMITS.heartbeatMs);
    expect(stream.isOpen).toBe(false);
  });

  it('is cut off when the service ends', () => {
    const stream = stuck();
    stream.end();
    expect(stream.body.destroyed).toBe(true);
  });
});
