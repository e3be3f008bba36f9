import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Hears, openStream } from './live-stream.js';

/** The browser's end of a stream, told what happens to it. */
class Source extends EventTarget {
  static readonly CLOSED = 2;
  static readonly all: Source[] = [];
  readyState = 0;
  constructor(readonly address: string) {
    super();
    Source.all.push(this);
  }
  tell(name: string, lastEventId: string, data = '{}'): void {
    this.readyState = 1;
    this.dispatchEvent(new MessageEvent(name, { data, lastEventId }));
  }
  /** The network failed: a browser tries again by itself. */
  fail(): void {
    this.readyState = 0;
    this.dispatchEvent(new Event('error'));
  }
  /** It was answered with something else than a stream: for a browser that is the end. */
  refuse(): void {
    this.readyState = 2;
    this.dispatchEvent(new Event('error'));
  }
  close(): void {
    this.readyState = 2;
  }
}

const LATEST = 30_000;

describe('a stream of changes', () => {
  const hears = {
    ready: vi.fn<Hears['ready']>(),
    changed: vi.fn<Hears['changed']>(),
    reset: vi.fn<Hears['reset']>(),
    lost: vi.fn<Hears['lost']>(),
    refused: vi.fn<Hears['refused']>(),
  };
  const newest = (): Source => Source.all.at(-1) as Source;
  let close: () => void;

  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('EventSource', Source);
    Source.all.length = 0;
    close = openStream('case:1,queue', hears);
  });
  afterEach(() => {
    close();
    vi.useRealTimers();
    vi.unstubAllGlobals();
    vi.clearAllMocks();
  });

  it('asks for its topics and tells what it hears', () => {
    expect(newest().address).toBe('/api/live?topics=case%3A1%2Cqueue');
    newest().tell('ready', 'a');
    newest().tell('changed', 'b', '{"version":7}');
    newest().tell('reset', 'c');
    expect(hears.ready).toHaveBeenCalledOnce();
    expect(hears.changed).toHaveBeenCalledWith({ version: 7 });
    expect(hears.reset).toHaveBeenCalledOnce();
  });

  it('leaves it to the browser to connect again where the network failed', () => {
    newest().fail();
    vi.advanceTimersByTime(LATEST);
    expect(hears.lost).toHaveBeenCalledOnce();
    expect(hears.refused).not.toHaveBeenCalled();
    expect(Source.all).toHaveLength(1);
  });

  it('connects again from where it had come to, when the service refused', () => {
    newest().tell('ready', 'a');
    newest().tell('changed', 'b');
    newest().refuse();
    expect(hears.refused).toHaveBeenCalledOnce();
    vi.advanceTimersByTime(1_000);
    expect(Source.all).toHaveLength(2);
    expect(newest().address).toBe('/api/live?topics=case%3A1%2Cqueue&after=b');
    newest().tell('ready', 'b');
    expect(hears.ready).toHaveBeenCalledTimes(2);
  });

  it('tries ever more seldom while it is refused, and soon again once it was heard', () => {
    const until = (): number => {
      const before = Source.all.length;
      let waited = 0;
      for (; Source.all.length === before; waited += 100) vi.advanceTimersByTime(100);
      return waited;
    };
    const waits = Array.from({ length: 8 }, () => {
      newest().refuse();
      return until();
    });
    expect(waits[0]).toBeLessThanOrEqual(1_000);
    expect(waits[4]).toBeGreaterThanOrEqual(8_000);
    expect(waits[7]).toBeGreaterThanOrEqual(LATEST / 2);
    expect(Math.max(...waits)).toBeLessThanOrEqual(LATEST);
    newest().tell('ready', 'a');
    newest().refuse();
    expect(until()).toBeLessThanOrEqual(1_000);
  });

  it('does not come back after it was closed', () => {
    newest().refuse();
    close();
    vi.advanceTimersByTime(LATEST);
    expect(Source.all).toHaveLength(1);
  });
});
