import type { components } from './schema.js';

/** A notice that a case, a meeting or a series has a new version. */
export type Change = components['schemas']['LiveChange'];

/** What a stream of changes tells. */
export interface Hears {
  /** It listens, for the first time or again. */
  readonly ready: () => void;
  readonly changed: (change: Change) => void;
  /** So much has happened that everything that is shown should be asked for anew. */
  readonly reset: () => void;
  /** The connection is lost; it is tried again. */
  readonly lost: () => void;
  /** The service, or a proxy before it, answered with something else than a stream. */
  readonly refused: () => void;
}

/** In milliseconds, at first and at most. */
const AGAIN_AFTER = 1_000;
const AGAIN_AT_LATEST = 30_000;

/** How long to wait after some failures in a row: longer each time, and not all browsers of a house at once. */
const waitAfter = (failures: number): number => Math.min(AGAIN_AFTER * 2 ** failures, AGAIN_AT_LATEST) * (0.5 + Math.random() / 2);

/**
 * Listens for changes until it is closed. A browser connects again by itself where the network failed, but never where
 * it was answered, as by a service that is about to stop or a proxy that does not reach one; then this does, and says as
 * the browser would where it had come to.
 */
export function openStream(topics: string, hears: Hears): () => void {
  let after: string | undefined;
  let failures = 0;
  let again: ReturnType<typeof setTimeout> | undefined;
  const connect = (): EventSource => {
    const asked = new URLSearchParams({ topics, ...(after === undefined ? {} : { after }) });
    const next = new EventSource(`/api/live?${asked.toString()}`);
    const listen = (name: string, heard: (data: string) => void): void =>
      next.addEventListener(name, ({ data, lastEventId }: MessageEvent<string>) => {
        if (lastEventId !== '') after = lastEventId;
        failures = 0;
        heard(data);
      });
    listen('ready', () => hears.ready());
    listen('changed', (data) => hears.changed(JSON.parse(data) as Change));
    listen('reset', () => hears.reset());
    next.addEventListener('error', () => {
      hears.lost();
      if (next.readyState !== EventSource.CLOSED) return;
      hears.refused();
      again = setTimeout(() => {
        source = connect();
      }, waitAfter(failures));
      failures += 1;
    });
    return next;
  };
  let source = connect();
  return () => {
    clearTimeout(again);
    source.close();
  };
}
