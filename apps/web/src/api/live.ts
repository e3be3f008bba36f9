import { type QueryClient, type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { components } from './schema.js';

/** A notice that a case, a meeting or a series has a new version. */
export type Change = components['schemas']['LiveChange'];

/** How the page hears of changes; `not-live` when what it shows is not followed. */
export type LiveState = 'not-live' | 'connecting' | 'live' | 'lost';

let state: LiveState = 'not-live';
let sources = 0;
const watchers = new Set<() => void>();
const become = (next: LiveState): void => {
  if (next === state) return;
  state = next;
  for (const watcher of watchers) watcher();
};

/** Whether the page hears of changes as they happen. */
export const useLiveState = (): LiveState =>
  useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => state,
  );

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

/**
 * Keeps what the page shows of some topics up to date: each notice makes the questions under its key stale. The browser
 * reconnects by itself and says where it had come to, so that nothing is missed.
 *
 * True once the page listens: what is asked for then cannot change unheard, and what was known from before is asked for
 * again. So a screen waits with its questions until then; where listening fails, it asks all the same.
 */
export function useLive(topics: string, keyOf: (change: Change) => QueryKey): boolean {
  const client = useQueryClient();
  const [heard, setHeard] = useState<string | null>(null);
  useEffect(() => {
    let listens = false;
    const goOn = (): void => setHeard(topics);
    const late = setTimeout(goOn, LISTENED_AT_LATEST);
    const source = new EventSource(`/api/live?topics=${encodeURIComponent(topics)}`);
    sources += 1;
    if (state === 'not-live') become('connecting');
    source.addEventListener('ready', () => {
      become('live');
      if (listens) return;
      listens = true;
      void client.invalidateQueries({ predicate: isOfScreen });
      goOn();
    });
    source.addEventListener('changed', (event) => noticed(client, JSON.parse((event as MessageEvent<string>).data) as Change, keyOf));
    source.addEventListener('reset', () => void client.invalidateQueries());
    source.addEventListener('error', () => {
      become('lost');
      goOn();
      // Closed for good where the service refuses: then the session may have ended, which another question finds out.
      if (source.readyState === EventSource.CLOSED) void client.invalidateQueries({ queryKey: ['session'] });
    });
    return () => {
      clearTimeout(late);
      source.close();
      sources -= 1;
      if (sources === 0) become('not-live');
    };
  }, [topics, client, keyOf]);
  return heard === topics;
}

function noticed(client: QueryClient, change: Change, keyOf: (change: Change) => QueryKey): void {
  for (const topic of change.topics) positions.set(topic, change.position);
  makeStale(client, keyOf(change));
}

/** In milliseconds. A change of the rules changes every case at once: the first notice is heeded at once, the rest of the burst together. */
const BURST = 500;
const resting = new Map<string, { heardMore: boolean }>();

function makeStale(client: QueryClient, queryKey: QueryKey): void {
  const name = JSON.stringify(queryKey);
  const before = resting.get(name);
  if (before !== undefined) {
    before.heardMore = true;
    return;
  }
  const rest = { heardMore: false };
  resting.set(name, rest);
  setTimeout(() => {
    resting.delete(name);
    if (rest.heardMore) makeStale(client, queryKey);
  }, BURST);
  void client.invalidateQueries({ queryKey });
}
