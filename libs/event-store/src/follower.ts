import { randomUUID } from 'node:crypto';
import { kyselyOn } from '@tumor-board/database';
import type { RecordedEvent } from '@tumor-board/kernel';
import type pg from 'pg';
import { isTransient } from './database-error.js';
import { bury, buryAgain, exhumed, parkedStreams, raise } from './dead-letters.js';
import { advanced, eventsAfter } from './follow.js';
import { inTransaction } from './in-transaction.js';
import { type Held, LostLease, lease, type Move, moveCheckpoints, release } from './lease.js';
import { type EventTuple, recordedEvents } from './recorded.js';
import { commit, hasMore, movesOf, type Step, shareOf, type Taking } from './step.js';
import type { SubscriptionOptions } from './subscription-options.js';
import { createUpcaster, type Upcaster } from './upcast.js';
import { Bell } from './wake-up.js';

/** What a turn came to: nothing was there, all of it was taken, or there is more to be had at once. */
export type Found = 'none' | 'some' | 'more';

/** The options of a follower: its handler computes first and answers what then is to be written. */
export interface FollowerOptions<Tables> extends Omit<SubscriptionOptions<Tables>, 'handle'> {
  readonly prepare: (...given: Parameters<SubscriptionOptions<Tables>['handle']>) => Promise<() => Promise<void>>;
}

/**
 * One subscription in one process: its lease, its places, its dead letters. It takes a turn when it is told to.
 */
export class Follower<Tables> implements Taking {
  readonly #options: FollowerOptions<Tables>;
  readonly #onNews: () => void;
  readonly #holder = randomUUID();
  readonly #upcaster: Upcaster;
  readonly #leaseBell = new Bell();
  readonly #leasing: Promise<void>;
  #held = new Map<number, Held>();
  #retry: readonly number[] = [];
  /** Streams whose events must wait behind a dead letter, with their partitions. */
  readonly #parked = new Map<string, number>();
  #ahead: { readonly after: string; readonly tuples: Promise<EventTuple[]> } | undefined;
  #stopping = false;

  /** Begins to hold partitions; `onNews` is told when there are others. */
  constructor(options: FollowerOptions<Tables>, onNews: () => void) {
    this.#options = options;
    this.#onNews = onNews;
    this.#upcaster = createUpcaster(options);
    this.#leasing = this.#keepLease();
  }

  get name(): string {
    return this.#options.name;
  }

  /** The partitions that it holds, and how far it has come there. */
  get held(): readonly Held[] {
    return [...this.#held.values()];
  }

  get isStopping(): boolean {
    return this.#stopping;
  }

  /** Renews its lease at once. */
  wake(): void {
    this.#leaseBell.ring();
  }

  /** Takes no more turns. */
  stop(): void {
    this.#stopping = true;
    this.wake();
  }

  /** Gives its partitions up, after its last turn. */
  async release(): Promise<void> {
    await this.#leasing;
    await this.#ahead?.tuples.catch(() => undefined);
    await release(this.#options.pool, this.name, this.#holder).catch(() => undefined);
  }

  /** What it holds is held by somebody else by now: asks anew. */
  forgetLease(): void {
    this.#held.clear();
    this.wake();
  }

  report(error: unknown, tuple?: EventTuple): void {
    this.#options.onError?.(error, {
      subscription: this.name,
      ...(tuple ? { streamId: tuple[0], streamVersion: Number(tuple[1]) } : {}),
    });
  }

  async #keepLease(): Promise<void> {
    const { leaseMs = 5000 } = this.#options;
    while (!this.#stopping) {
      try {
        await this.#renew();
        await this.#leaseBell.wait(leaseMs / 3);
      } catch (error) {
        this.report(error);
        await this.#leaseBell.wait(Math.min(leaseMs / 3, 500));
      }
    }
  }

  async #renew(): Promise<void> {
    const { pool, leaseMs = 5000 } = this.#options;
    const leased = await lease(pool, this.name, this.#holder, leaseMs);
    const claimed = leased.held.filter((held) => this.#held.get(held.partition)?.fence !== held.fence).map((held) => held.partition);
    const parked = claimed.length > 0 ? await parkedStreams(pool, this.name, claimed) : [];
    const kept = new Set(leased.held.map((held) => held.partition).filter((partition) => !claimed.includes(partition)));
    for (const [stream, partition] of this.#parked) if (!kept.has(partition)) this.#parked.delete(stream);
    for (const [stream, partition] of parked) this.#parked.set(stream, partition);
    // What was held before keeps its place here, which may be ahead of what the query saw.
    this.#held = new Map(
      leased.held.map((held) => {
        const before = this.#held.get(held.partition);
        return [held.partition, before?.fence === held.fence ? before : held];
      }),
    );
    this.#retry = leased.retry;
    if (claimed.length > 0 || leased.retry.length > 0) this.#onNews();
  }

  /** Takes what is there now. */
  async turn(): Promise<Found> {
    const { pool, batchSize = 800 } = this.#options;
    const held = [...this.#held.values()];
    if (held.length === 0) return 'none';
    const each = shareOf(batchSize, held);
    const after = JSON.stringify(held);
    const tuples = await (this.#ahead?.after === after ? this.#ahead.tuples : eventsAfter(pool, held, each));
    this.#ahead = undefined;
    if (tuples.length === 0) return 'none';
    const next = advanced(held, tuples);
    const more = hasMore(tuples, each);
    if (more) {
      // Read ahead while these are handled; it counts only if they are.
      const ahead = eventsAfter(pool, next, each);
      ahead.catch(() => undefined);
      this.#ahead = { after: JSON.stringify(next), tuples: ahead };
    }
    await this.take({ tuples, held, next });
    return more ? 'more' : 'some';
  }

  /** Takes events, one by one when they cannot be taken together. */
  async take({ tuples, held, next }: Pick<Step, 'tuples' | 'held' | 'next'>): Promise<void> {
    try {
      await this.#commit(tuples, held, next);
    } catch (error) {
      if (error instanceof LostLease || isTransient(error)) throw error;
      if (tuples.length > 1) this.report(error);
      let before = held;
      for (const tuple of tuples) {
        const behind = advanced(before, [tuple]);
        await this.#takeOne(tuple, before, behind);
        before = behind;
      }
    }
  }

  async #takeOne(tuple: EventTuple, held: readonly Held[], next: readonly Held[]): Promise<void> {
    const { attempts = 3, retryDelayMs = 50 } = this.#options;
    for (let attempt = 1; ; attempt++) {
      try {
        await this.#commit([tuple], held, next);
        return;
      } catch (error) {
        if (error instanceof LostLease || isTransient(error)) throw error;
        this.report(error, tuple);
        if (attempt >= attempts) {
          await this.#bury(tuple, held, next, error, attempt);
          return;
        }
        await new Promise((resolve) => setTimeout(resolve, Math.min(retryDelayMs * 2 ** (attempt - 1), 2000)));
        if (this.#stopping) throw error;
      }
    }
  }

  /** What it would do with events, of which it has taken none yet. */
  step(tuples: readonly EventTuple[], held: readonly Held[], next: readonly Held[]): Step {
    const wanted = tuples.filter((tuple) => this.#isWanted(tuple));
    return {
      tuples,
      held,
      next,
      ready: wanted.filter((tuple) => !this.#parked.has(tuple[0])),
      parked: wanted.filter((tuple) => this.#parked.has(tuple[0])),
      moves: movesOf(held, next),
    };
  }

  /** Reads the events of rows. */
  eventsOf(tuples: readonly EventTuple[]): Promise<RecordedEvent[]> {
    return recordedEvents(tuples, this.#upcaster, this.#options.protection);
  }

  /** Computes what is to be written for events, and answers how to write it. */
  async prepare(events: readonly RecordedEvent[], client: pg.ClientBase): Promise<() => Promise<void>> {
    return await this.#options.prepare(events, { client, db: kyselyOn<Tables>(client) });
  }

  /** Keeps in mind where it stands after a transaction. */
  remember(moves: readonly Move[]): void {
    for (const { to } of moves) {
      if (this.#held.get(to.partition)?.fence === to.fence) this.#held.set(to.partition, to);
    }
  }

  async #commit(tuples: readonly EventTuple[], held: readonly Held[], next: readonly Held[]): Promise<void> {
    const step = this.step(tuples, held, next);
    await commit(this.#options.pool, [{ by: this, step }]);
  }

  async #bury(tuple: EventTuple, held: readonly Held[], next: readonly Held[], error: unknown, attempts: number): Promise<void> {
    const moves = movesOf(held, next);
    await inTransaction(this.#options.pool, async (client) => {
      await bury(client, this.name, [tuple], { error, attempts });
      await moveCheckpoints(client, this.name, moves);
    });
    this.#parked.set(tuple[0], Number(tuple[9]));
    this.remember(moves);
  }

  /** Tries the dead letters again that somebody asks for. */
  async retryDead(): Promise<void> {
    const { pool } = this.#options;
    const partitions = this.#retry.filter((partition) => this.#held.has(partition));
    if (partitions.length === 0) return;
    this.#retry = [];
    for (const [streamId, tuples] of await exhumed(pool, this.name, partitions)) {
      let failed = false;
      for (const tuple of tuples) {
        const held = this.#held.get(Number(tuple[9]));
        if (!held) return;
        try {
          const events = await this.eventsOf([tuple]);
          await inTransaction(pool, async (client) => {
            await (await this.prepare(events, client))();
            await raise(client, this.name, tuple);
            await moveCheckpoints(client, this.name, [{ from: held, to: held }]);
          });
        } catch (error) {
          if (error instanceof LostLease || isTransient(error)) throw error;
          this.report(error, tuple);
          await buryAgain(pool, this.name, tuple, error);
          failed = true;
          break;
        }
      }
      if (!failed) this.#parked.delete(streamId);
    }
  }

  #isWanted([streamId, , , , type]: EventTuple): boolean {
    const { categories, types } = this.#options;
    if (types !== undefined && !types.includes(type)) return false;
    return categories === undefined || categories.includes(streamId.slice(0, streamId.indexOf('-')));
  }
}
