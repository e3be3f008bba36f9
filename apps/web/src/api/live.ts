import { type QueryClient, type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';

/** A notice that something has changed; the cursor of where it stands in the log goes with it. */
interface Change {
  readonly topic: string;
  readonly id: string;
  readonly version: number;
  readonly position: string;
}

/** How the page hears of changes. */
export type LiveState = 'connecting' | 'live' | 'lost';

let state: LiveState = 'connecting';
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

/** The newest position that was heard of by topic and id, for questions that must not be answered with less. */
const positions = new Map<string, string>();
export const heardOf = (topic: string, id: string): string | undefined => positions.get(`${topic} ${id}`);

/**
 * Keeps what the page shows of some topics up to date: each notice makes the questions under its key stale. The browser
 * reconnects by itself and says where it had come to, so that nothing is missed.
 */
export function useLive(topics: string, keyOf: (change: Change) => QueryKey): void {
  const client = useQueryClient();
  useEffect(() => {
    const source = new EventSource(`/api/live?topics=${encodeURIComponent(topics)}`);
    source.addEventListener('ready', () => become('live'));
    source.addEventListener('changed', (event) => noticed(client, JSON.parse((event as MessageEvent<string>).data) as Change, keyOf));
    source.addEventListener('reset', () => void client.invalidateQueries());
    source.addEventListener('error', () => become('lost'));
    return () => source.close();
  }, [topics, client, keyOf]);
}

function noticed(client: QueryClient, change: Change, keyOf: (change: Change) => QueryKey): void {
  positions.set(`${change.topic} ${change.id}`, change.position);
  void client.invalidateQueries({ queryKey: keyOf(change) });
}
