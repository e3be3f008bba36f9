import { type Query, type QueryClient, type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { type Change, openStream } from './live-stream.js';

export type { Change } from './live-stream.js';

/** How the page hears of changes; `not-live` when what it shows is not followed. */
export type LiveState = 'not-live' | 'connecting' | 'live' | 'lost';

/** The state of each stream of the page. */
const states = new Map<object, LiveState>();
let state: LiveState = 'not-live';
const watchers = new Set<() => void>();

/** A page is no more live than the worst of its streams. */
const WORST_FIRST = ['lost', 'connecting', 'live'] as const satisfies readonly LiveState[];

/** Notes the state of a stream, or that it is no more. */
export function become(stream: object, next: LiveState): void {
  if (next === 'not-live') states.delete(stream);
  else states.set(stream, next);
  const all = new Set(states.values());
  const worst = WORST_FIRST.find((one) => all.has(one)) ?? 'not-live';
  if (worst === state) return;
  state = worst;
  for (const watcher of watchers) watcher();
}

export const liveState = (): LiveState => state;

/** Whether the page hears of changes as they happen. */
export const useLiveState = (): LiveState =>
  useSyncExternalStore((watcher) => {
    watchers.add(watcher);
    return () => watchers.delete(watcher);
  }, liveState);

/** The position of the newest change that was heard of, by topic: what is asked for after it must not be older. */
const positions = new Map<string, string>();
export const newestPosition = (topic: string): string | undefined => positions.get(topic);

/** Takes note of what the page itself recorded: what is asked for next must hold it. */
export const notePosition = (position: string, ...topics: readonly string[]): void => {
  for (const topic of topics) positions.set(topic, position);
};

/** Forgets what was heard of, when somebody else comes. */
export const forgetPositions = (): void => positions.clear();

/** In milliseconds. Whoever does not get to listen by then asks without. */
const LISTENED_AT_LATEST = 3_000;
/** Who is signed in is asked once for all screens. */
const isOfScreen = ({ queryKey }: { readonly queryKey: QueryKey }): boolean => queryKey[0] !== 'session';
const hasFailed = (query: Query): boolean => isOfScreen(query) && query.state.status === 'error';

/**
 * Keeps what the page shows of some topics up to date: each notice makes the questions under its key stale. Nothing is
 * missed while the connection is lost.
 *
 * True once the page listens: what is asked for then cannot change unheard, and what was known from before is asked for
 * again. So a screen waits with its questions until then; where listening fails, it asks all the same.
 */
export function useLive(topics: string, keyOf: (change: Change) => QueryKey): boolean {
  const client = useQueryClient();
  const [heard, setHeard] = useState<string | null>(null);
  useEffect(() => {
    const stream = {};
    let listens = false;
    const goOn = (): void => setHeard(topics);
    const late = setTimeout(goOn, LISTENED_AT_LATEST);
    become(stream, 'connecting');
    const close = openStream(topics, {
      ready: () => {
        become(stream, 'live');
        // What is told from here on follows on what was heard before, but a question may have failed in between.
        const isStale = listens ? hasFailed : isOfScreen;
        listens = true;
        void client.invalidateQueries({ predicate: isStale });
        goOn();
      },
      changed: (change) => noticed(client, change, keyOf),
      reset: () => void client.invalidateQueries(),
      lost: () => {
        become(stream, 'lost');
        goOn();
      },
      // The session may have ended, which another question finds out.
      refused: () => void client.invalidateQueries({ queryKey: ['session'] }),
    });
    return () => {
      clearTimeout(late);
      close();
      become(stream, 'not-live');
    };
  }, [topics, client, keyOf]);
  return heard === topics;
}

/** Takes a notice to heart: what is asked for under its key must hold it. */
export function noticed(client: QueryClient, change: Change, keyOf: (change: Change) => QueryKey): void {
  for (const topic of change.topics) positions.set(topic, change.position);
  makeStale(client, keyOf(change));
}

/** In milliseconds. A change of the rules changes every case at once: the first notice is heeded at once, the rest of the burst together. */
const BURST = 500;
/** In milliseconds. What is being asked for is let finish, or a long burst would begin it again and again; but not for good. */
const ASKED_AT_LONGEST = 5_000;
const resting = new Map<string, { heardMore: boolean }>();

const pause = (ms: number): Promise<void> => new Promise((goOn) => setTimeout(goOn, ms));

function makeStale(client: QueryClient, queryKey: QueryKey): void {
  const name = JSON.stringify(queryKey);
  const before = resting.get(name);
  if (before !== undefined) {
    before.heardMore = true;
    return;
  }
  const rest = { heardMore: false };
  resting.set(name, rest);
  const asked = client.invalidateQueries({ queryKey });
  void Promise.all([pause(BURST), Promise.race([asked, pause(ASKED_AT_LONGEST)])]).then(() => {
    resting.delete(name);
    if (rest.heardMore) makeStale(client, queryKey);
  });
}
