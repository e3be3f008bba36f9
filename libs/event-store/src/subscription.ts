import { randomUUID } from 'node:crypto';
import { kyselyOn } from '@tumor-board/database';
import type { RecordedEvent } from '@tumor-board/kernel';
import type pg from 'pg';
import { isTransient } from './database-error.js';
import { bury, buryAgain, exhumed, parkedStreams, raise } from './dead-letters.js';
import { advanced, eventsAfter } from './follow.js';
import { inTransaction } from './in-transaction.js';
import { type Held, LostLease, lease, type Move, moveCheckpoints, release } from './lease.js';
import { partitionCount } from './position.js';
import { type EventTuple, recordedEvents } from './recorded.js';
import type { Subscription, SubscriptionOptions } from './subscription-options.js';
import { createUpcaster, type Upcaster } from './upcast.js';
import { Bell, listenForAppends } from './wake-up.js';

/** Follows the log from where this subscription's checkpoint stands, the beginning for a new one. */
export const subscribe = <Tables = unknown>(options: SubscriptionOptions<Tables>): Subscription => new Follower(options);

const shortestPollMs = 10;

class Follower<Tables> implements Subscription {
  readonly #options: SubscriptionOptions<Tables>;
  readonly #holder = randomUUID();
  readonly #upcaster: Upcaster;
  readonly #bell = new Bell();
  readonly #leaseBell = new Bell();
  readonly #closeListener: () => Promise<void>;
  readonly #running: Promise<unknown>;
  #held = new Map<number, Held>();
  #retry: readonly number[] = [];
  /** Streams whose events must wait behind a dead letter, with their partitions. */
  readonly #parked = new Map<string, number>();
  #ahead: { readonly after: string; readonly tuples: Promise<EventTuple[]> } | undefined;
  #stopping = false;

  constructor(options: SubscriptionOptions<Tables>) {
    this.#options = options;
    this.#upcaster = createUpcaster(options);
    this.#closeListener = listenForAppends(options.pool, this.#bell);
    this.#running = Promise.all([this.#keepLease(), this.#follow()]);
  }

  get name(): string {
    return this.#options.name;
  }

  get partitions(): readonly number[] {
    return [...this.#held.keys()];
  }

  wake(): void {
    this.#leaseBell.ring();
    this.#bell.ring();
  }

  async stop(): Promise<void> {
    if (!this.#stopping) {
      this.#stopping = true;
      this.wake();
    }
    await this.#running;
    await this.#closeListener();
    await release(this.#options.pool, this.name, this.#holder).catch(() => undefined);
  }

  #report(error: unknown, tuple?: EventTuple): void {
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
        this.#report(error);
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
    if (claimed.length > 0 || leased.retry.length > 0) this.#bell.ring();
  }

  async #follow(): Promise<void> {
    const { idlePollMs = 200 } = this.#options;
    let pause = shortestPollMs;
    let backoff = 100;
    while (!this.#stopping) {
      try {
        await this.#retryDead();
        const busy = await this.#turn();
        backoff = 100;
        if (busy === 'more') continue;
        pause = busy === 'some' ? shortestPollMs : Math.min(pause * 2, idlePollMs);
        // What was announced may have to wait for an older transaction: look again soon.
        if (await this.#bell.wait(pause)) pause = shortestPollMs;
      } catch (error) {
        if (error instanceof LostLease) {
          this.#held.clear();
          this.#leaseBell.ring();
          await this.#bell.wait(shortestPollMs);
          continue;
        }
        this.#report(error);
        await this.#bell.wait(backoff);
        backoff = Math.min(backoff * 2, 2000);
      }
    }
    await this.#ahead?.tuples.catch(() => undefined);
  }

  /** Takes what is there now. */
  async #turn(): Promise<'none' | 'some' | 'more'> {
    const { pool, batchSize = 800 } = this.#options;
    const held = [...this.#held.values()];
    if (held.length === 0) return 'none';
    const each = Math.max(Math.ceil(batchSize / held.length), Math.ceil(batchSize / partitionCount));
    const after = JSON.stringify(held);
    const tuples = await (this.#ahead?.after === after ? this.#ahead.tuples : eventsAfter(pool, held, each));
    this.#ahead = undefined;
    if (tuples.length === 0) return 'none';
    const next = advanced(held, tuples);
    const more = tuples.length >= each && anyFull(tuples, each);
    if (more) {
      // Read ahead while these are handled; it counts only if they are.
      const ahead = eventsAfter(pool, next, each);
      ahead.catch(() => undefined);
      this.#ahead = { after: JSON.stringify(next), tuples: ahead };
    }
    await this.#take(tuples, held, next);
    return more ? 'more' : 'some';
  }

  async #take(tuples: readonly EventTuple[], held: readonly Held[], next: readonly Held[]): Promise<void> {
    try {
      await this.#commit(tuples, held, next);
    } catch (error) {
      if (error instanceof LostLease || isTransient(error)) throw error;
      if (tuples.length > 1) this.#report(error);
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
        this.#report(error, tuple);
        if (attempt >= attempts) {
          await this.#bury(tuple, held, next, error, attempt);
          return;
        }
        await new Promise((resolve) => setTimeout(resolve, Math.min(retryDelayMs * 2 ** (attempt - 1), 2000)));
        if (this.#stopping) throw error;
      }
    }
  }

  /** Handles events and moves the checkpoints over them, in one transaction. */
  async #commit(tuples: readonly EventTuple[], held: readonly Held[], next: readonly Held[]): Promise<void> {
    const wanted = tuples.filter((tuple) => this.#isWanted(tuple));
    const parked = wanted.filter((tuple) => this.#parked.has(tuple[0]));
    const ready = wanted.filter((tuple) => !this.#parked.has(tuple[0]));
    const moves = movesOf(held, next);
    const events = await this.#eventsOf(ready);
    await inTransaction(this.#options.pool, async (client) => {
      if (events.length > 0) await this.#handle(events, client);
      await bury(client, this.name, parked);
      await moveCheckpoints(client, this.name, moves);
    });
    this.#remember(moves);
  }

  async #bury(tuple: EventTuple, held: readonly Held[], next: readonly Held[], error: unknown, attempts: number): Promise<void> {
    const moves = movesOf(held, next);
    await inTransaction(this.#options.pool, async (client) => {
      await bury(client, this.name, [tuple], { error, attempts });
      await moveCheckpoints(client, this.name, moves);
    });
    this.#parked.set(tuple[0], Number(tuple[9]));
    this.#remember(moves);
  }

  async #retryDead(): Promise<void> {
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
          const events = await this.#eventsOf([tuple]);
          await inTransaction(pool, async (client) => {
            await this.#handle(events, client);
            await raise(client, this.name, tuple);
            await moveCheckpoints(client, this.name, [{ from: held, to: held }]);
          });
        } catch (error) {
          if (error instanceof LostLease || isTransient(error)) throw error;
          this.#report(error, tuple);
          await buryAgain(pool, this.name, tuple, error);
          failed = true;
          break;
        }
      }
      if (!failed) this.#parked.delete(streamId);
    }
  }

  #eventsOf(tuples: readonly EventTuple[]): Promise<RecordedEvent[]> {
    return recordedEvents(tuples, this.#upcaster, this.#options.protection);
  }

  async #handle(events: readonly RecordedEvent[], client: pg.ClientBase): Promise<void> {
    await this.#options.handle(events, { client, db: kyselyOn<Tables>(client) });
  }

  #isWanted([streamId, , , , type]: EventTuple): boolean {
    const { categories, types } = this.#options;
    if (types !== undefined && !types.includes(type)) return false;
    return categories === undefined || categories.includes(streamId.slice(0, streamId.indexOf('-')));
  }

  #remember(moves: readonly Move[]): void {
    for (const { to } of moves) {
      if (this.#held.get(to.partition)?.fence === to.fence) this.#held.set(to.partition, to);
    }
  }
}

const movesOf = (held: readonly Held[], next: readonly Held[]): Move[] =>
  held.flatMap((from, index) => {
    const to = next[index];
    return to === undefined || to === from ? [] : [{ from, to }];
  });

function anyFull(tuples: readonly EventTuple[], each: number): boolean {
  const counts = new Map<string, number>();
  for (const tuple of tuples) {
    const count = (counts.get(tuple[9]) ?? 0) + 1;
    if (count >= each) return true;
    counts.set(tuple[9], count);
  }
  return false;
}
