import { Readable } from 'node:stream';
import type { Listening, Notice } from '@tumor-board/event-store';
import { GREETING, heartbeat, message, toChange } from './live-message.js';
import { changedOf, topicsAbout } from './live-topics.js';

/** Who is told, and what of. */
export interface LiveClient {
  readonly topics: readonly string[];
  /** Nothing of other sites is told. */
  readonly site: string;
}

/** How patient a stream is. Times in ms. */
export interface LiveLimits {
  /** What happens to one case or meeting within this time is told once. */
  readonly gatherMs: number;
  readonly heartbeatMs: number;
  /** A client that has so many changes waiting does not keep up. */
  readonly waitingAtMost: number;
  /** How long a client has to take the last words. */
  readonly farewellMs: number;
}

export const LIVE_LIMITS: LiveLimits = { gatherMs: 20, heartbeatMs: 15_000, waitingAtMost: 10_000, farewellMs: 1_000 };

const BUFFER_BYTES = 64 * 1024;

/**
 * What one client is sent. While the client does not read, changes wait, of each case or meeting only the last; a
 * client that does not keep up is disconnected and goes on from its cursor when it comes back.
 */
export class LiveStream {
  readonly body: Readable;
  readonly #client: LiveClient;
  readonly #limits: LiveLimits;
  readonly #topicsAbout: ReturnType<typeof topicsAbout>;
  /** By stream of the log, in the order of their last events. */
  readonly #waiting = new Map<string, { readonly notice: Notice; readonly cursor: string }>();
  readonly #beating: NodeJS.Timeout;
  #gathering: NodeJS.Timeout | undefined;
  #full = false;
  #missedBeat = false;
  #ended = false;
  #listening: Listening | undefined;

  constructor(client: LiveClient, limits: LiveLimits = LIVE_LIMITS) {
    this.#client = client;
    this.#limits = limits;
    this.#topicsAbout = topicsAbout(client.topics);
    this.body = new Readable({ highWaterMark: BUFFER_BYTES, read: () => this.#resume() });
    this.#beating = setInterval(() => this.#beat(), limits.heartbeatMs).unref();
    this.body.once('close', () => {
      clearInterval(this.#beating);
      clearTimeout(this.#gathering);
      this.#waiting.clear();
      this.#listening?.stop();
    });
    this.#push(GREETING);
  }

  get isOpen(): boolean {
    return !this.#ended && !this.body.destroyed;
  }

  /** Says by what it is told; that ends with the stream. */
  attach(listening: Listening): void {
    this.#listening = listening;
  }

  isWanted({ streamId, site }: Notice): boolean {
    return site === this.#client.site && this.#topicsAbout(changedOf(streamId)).length > 0;
  }

  /** From this cursor on everything is told. `reset`: what was before is not; the client reads it anew. */
  begin(event: 'ready' | 'reset', cursor: string): void {
    if (event === 'reset') this.#push(message('reset', cursor, { cursor }));
    this.#push(message('ready', cursor, { cursor }));
  }

  take(notice: Notice, cursor: string): void {
    // To the end of the line: a cursor may be sent only after everything before it.
    this.#waiting.delete(notice.streamId);
    this.#waiting.set(notice.streamId, { notice, cursor });
    if (this.#waiting.size > this.#limits.waitingAtMost && this.#full) return this.cut();
    this.#gathering ??= setTimeout(() => {
      this.#gathering = undefined;
      if (!this.#full) this.#send();
    }, this.#limits.gatherMs);
  }

  /** Ends the stream after what was sent; a client that does not read is cut off. */
  end(): void {
    if (!this.isOpen) return;
    if (this.#full) return this.cut();
    clearTimeout(this.#gathering);
    this.#send();
    this.#ended = true;
    this.body.push(null);
    const farewell = setTimeout(() => this.body.destroy(), this.#limits.farewellMs).unref();
    this.body.once('close', () => clearTimeout(farewell));
  }

  cut(): void {
    this.body.destroy();
  }

  #send(): void {
    for (const [streamId, { notice, cursor }] of this.#waiting) {
      if (this.#full) return;
      this.#waiting.delete(streamId);
      this.#push(message('changed', cursor, toChange(notice, this.#topicsAbout(changedOf(streamId)))));
    }
  }

  #push(text: string): void {
    if (this.isOpen && !this.body.push(text)) this.#full = true;
  }

  /** The client reads again. */
  #resume(): void {
    this.#missedBeat = false;
    if (!this.#full) return;
    this.#full = false;
    if (this.#gathering === undefined) this.#send();
  }

  #beat(): void {
    if (this.#full) {
      if (this.#missedBeat) return this.cut();
      this.#missedBeat = true;
      return;
    }
    this.#push(heartbeat(this.#waiting.size === 0 ? this.#listening?.cursor : undefined));
  }
}
