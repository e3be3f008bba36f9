import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { become, type Change, liveState, noticed } from './live.js';

describe('how live a page is', () => {
  const [meeting, oneCase] = [{}, {}];
  afterEach(() => {
    become(meeting, 'not-live');
    become(oneCase, 'not-live');
  });

  it('is how live the worst of its streams is', () => {
    become(meeting, 'connecting');
    become(oneCase, 'connecting');
    become(meeting, 'lost');
    become(oneCase, 'live');
    expect(liveState()).toBe('lost');
    become(meeting, 'connecting');
    expect(liveState()).toBe('connecting');
    become(meeting, 'live');
    expect(liveState()).toBe('live');
  });

  it('is said of nothing that is not followed any more', () => {
    become(meeting, 'lost');
    become(oneCase, 'live');
    become(meeting, 'not-live');
    expect(liveState()).toBe('live');
    become(oneCase, 'not-live');
    expect(liveState()).toBe('not-live');
  });
});

describe('notices that come in a burst', () => {
  let client: QueryClient;
  /** What was asked for, each to be answered by the test. */
  let asked: (() => void)[];
  let unwatch: () => void;
  const change = { topics: ['queue'], position: '9' } as unknown as Change;
  const notice = (): void => noticed(client, change, () => ['queue']);

  beforeEach(async () => {
    vi.useFakeTimers();
    client = new QueryClient();
    asked = [];
    const queryFn = (): Promise<number> =>
      new Promise((answer) => {
        asked.push(() => answer(asked.length));
      });
    unwatch = new QueryObserver(client, { queryKey: ['queue'], queryFn }).subscribe(() => undefined);
    asked[0]?.();
    await vi.advanceTimersByTimeAsync(0);
  });
  afterEach(async () => {
    await vi.advanceTimersByTimeAsync(60_000);
    unwatch();
    client.clear();
    vi.useRealTimers();
  });

  it('let finish what is being asked for, and have it asked for once more', async () => {
    notice();
    expect(asked).toHaveLength(2);
    for (let heard = 0; heard < 4; heard += 1) {
      await vi.advanceTimersByTimeAsync(400);
      notice();
    }
    expect(asked).toHaveLength(2);
    asked[1]?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).toHaveLength(3);
    asked[2]?.();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(asked).toHaveLength(3);
  });

  it('do not wait for good for an answer that does not come', async () => {
    notice();
    notice();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(asked).toHaveLength(3);
  });
});
