import type pg from 'pg';
import { type Notice, noticesAfter, noticesBetween, type PlacedNotice } from './notice.js';
import { Places } from './places.js';
import { currentHorizon } from './progress.js';
import { Bell, listenForAppends } from './wake-up.js';

/** Why a listener is told nothing more: it must read anew what it shows, and then listen again. */
export type Lost =
  /** More has happened since its cursor than is told again. */
  | 'too-old'
  /** Its cursor is of another log, or of a later state of a log that was restored. */
  | 'not-of-this-log';

/** Who wants to hear what happens. Its methods are called one at a time; they must not wait and must not throw. */
export interface Listener {
  isWanted(notice: Notice): boolean;
  /** Told first, when it is certain that everything wanted after this cursor will be told. */
  begin(cursor: string): void;
  /** Told of each wanted notice once, each stream's in order. Who listens again after `cursor` is told what follows it. */
  take(notice: Notice, cursor: string): void;
  /** Told last. */
  lost(reason: Lost): void;
}

/** A listener that is being told. */
export interface Listening {
  /** The newest cursor: what it left out was not wanted. Undefined before `begin`. */
  readonly cursor: string | undefined;
  /** Nothing is told any more. */
  stop(): void;
}

/** What watching takes. Times in ms. */
export interface WatchOptions {
  readonly pool: pg.Pool;
  /** Events that are told again at most to a listener with an older cursor, wanted or not; default 5000. */
  readonly againAtMost?: number;
  /** How often to look without being told; default 200. */
  readonly idlePollMs?: number;
  /** Told of each failure of the database; it is tried again for ever. */
  readonly onError?: (error: unknown) => void;
}

/** One reader of the log for many listeners in this process. Keeps no checkpoint. */
export interface Watch {
  /**
   * Tells of everything after a cursor; of what happens from now on when none is given.
   * @throws Problem `cursor.invalid`
   */
  listen(listener: Listener, after?: string): Listening;
  close(): Promise<void>;
}

/** Follows the log from now on for whoever listens. While nobody listens nothing is read. */
export const watch = (options: WatchOptions): Watch => new Watcher(options);

const shortestPollMs = 10;
const longestBackoffMs = 2000;
const pageOfPartition = 500;

/** A listener and how far it has been told. */
interface Member {
  readonly listener: Listener;
  /** From where on it wants to be told, until it has been told of the past. */
  readonly after: Places | undefined;
  /** Undefined until it has begun. */
  told: Places | undefined;
  /** What happened while its past was being read. */
  readonly meanwhile: PlacedNotice[];
}

class Watcher implements Watch {
  readonly #options: WatchOptions;
  readonly #againAtMost: number;
  readonly #bell = new Bell();
  readonly #members = new Set<Member>();
  /** Those who wait for the reader to know where it stands. */
  readonly #newcomers = new Set<Member>();
  readonly #catchingUp = new Set<Promise<void>>();
  #reading: { readonly ended: Promise<void>; readonly closeListener: () => Promise<void> } | undefined;
  #closed = false;

  constructor(options: WatchOptions) {
    this.#options = options;
    this.#againAtMost = options.againAtMost ?? 5000;
  }

  listen(listener: Listener, after?: string): Listening {
    const member: Member = { listener, after: after === undefined ? undefined : Places.ofCursor(after), told: undefined, meanwhile: [] };
    if (!this.#closed) {
      this.#newcomers.add(member);
      this.#reading ??= { closeListener: listenForAppends(this.#options.pool, this.#bell), ended: this.#read() };
      this.#bell.ring();
    }
    return {
      get cursor() {
        return member.told?.cursor;
      },
      stop: () => this.#remove(member),
    };
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#members.clear();
    this.#newcomers.clear();
    this.#bell.ring();
    await this.#reading?.ended;
    await this.#reading?.closeListener();
    await Promise.all(this.#catchingUp);
  }

  #remove(member: Member): void {
    this.#members.delete(member);
    this.#newcomers.delete(member);
  }

  async #read(): Promise<void> {
    const { pool, idlePollMs = 200 } = this.#options;
    let places: Places | undefined;
    let pause = shortestPollMs;
    let backoff = shortestPollMs;
    while (!this.#closed) {
      if (this.#members.size + this.#newcomers.size === 0) {
        places = undefined;
        await this.#bell.wait(60_000);
        continue;
      }
      try {
        places ??= Places.atTransaction(await currentHorizon(pool));
        this.#admit(places);
        const page = await noticesAfter(pool, places, pageOfPartition);
        for (const placed of page) {
          places.take(placed.at);
          for (const member of this.#members) this.#tell(member, placed);
        }
        backoff = shortestPollMs;
        if (page.length >= pageOfPartition) continue;
        pause = page.length > 0 ? shortestPollMs : Math.min(pause * 2, idlePollMs);
        // What was announced may have to wait for an older transaction: look again soon.
        if (await this.#bell.wait(pause)) pause = shortestPollMs;
      } catch (error) {
        this.#options.onError?.(error);
        await this.#bell.wait(backoff);
        backoff = Math.min(backoff * 2, longestBackoffMs);
      }
    }
  }

  /** Takes those in who came since the last page: they hear what the reader reads from now on. */
  #admit(places: Places): void {
    for (const member of this.#newcomers) {
      this.#newcomers.delete(member);
      this.#members.add(member);
      if (member.after === undefined) {
        this.#begin(member, places);
        continue;
      }
      const catchingUp = this.#catchUp(member, member.after, places.copy()).finally(() => this.#catchingUp.delete(catchingUp));
      this.#catchingUp.add(catchingUp);
    }
  }

  /** Tells a member what it has missed up to where the reader stood when it came, then what was read meanwhile. */
  async #catchUp(member: Member, after: Places, to: Places): Promise<void> {
    const missed = await this.#missed(member, after, to);
    if (missed === undefined || !this.#members.has(member)) return;
    if (typeof missed === 'string') return this.#lose(member, missed);
    if (missed.length > this.#againAtMost) return this.#lose(member, 'too-old');
    this.#begin(member, after);
    for (const placed of missed) this.#tell(member, placed);
    for (const placed of member.meanwhile.splice(0)) this.#tell(member, placed);
  }

  /** Tried until the database answers; undefined when nobody waits for it any more. */
  async #missed(member: Member, after: Places, to: Places): Promise<PlacedNotice[] | Lost | undefined> {
    const { pool, onError } = this.#options;
    for (let backoff = shortestPollMs; this.#members.has(member); backoff = Math.min(backoff * 2, longestBackoffMs)) {
      try {
        // Another process may have come further than the reader here, but none beyond the horizon.
        if (to.isBehind(after) && after.isBeyond(await currentHorizon(pool))) return 'not-of-this-log';
        return after.isBehind(to) ? await noticesBetween(pool, after, to, this.#againAtMost + 1) : [];
      } catch (error) {
        onError?.(error);
        await new Promise((resolve) => setTimeout(resolve, backoff));
      }
    }
    return undefined;
  }

  #begin(member: Member, places: Places): void {
    member.told = places.copy();
    this.#guarded(member, () => member.listener.begin(places.cursor));
  }

  #tell(member: Member, placed: PlacedNotice): void {
    const { told, listener, meanwhile } = member;
    if (told === undefined) {
      meanwhile.push(placed);
      if (meanwhile.length > this.#againAtMost) this.#lose(member, 'too-old');
      return;
    }
    if (!this.#members.has(member) || told.hasTaken(placed.at)) return;
    told.take(placed.at);
    this.#guarded(member, () => {
      if (listener.isWanted(placed.notice)) listener.take(placed.notice, told.cursor);
    });
  }

  #lose(member: Member, reason: Lost): void {
    this.#remove(member);
    this.#guarded(member, () => member.listener.lost(reason));
  }

  /** One listener that fails must not keep the others from hearing. */
  #guarded(member: Member, call: () => void): void {
    try {
      call();
    } catch (error) {
      this.#remove(member);
      this.#options.onError?.(error);
    }
  }
}
