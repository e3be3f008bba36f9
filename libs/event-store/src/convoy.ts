import type pg from 'pg';
import { isTransient } from './database-error.js';
import { advanced, type Cursor, eventsAfter } from './follow.js';
import { Follower, type FollowerOptions, type Found } from './follower.js';
import { type Held, LostLease } from './lease.js';
import type { EventTuple } from './recorded.js';
import { commit, hasMore, type Step, shareOf } from './step.js';
import type { Subscription, SubscriptionOptions } from './subscription-options.js';
import { Bell, listenForAppends } from './wake-up.js';

const shortestPollMs = 10;

/** Followers of one process that take their turns together where they can. It begins with the first and ends with the last. */
export class Convoy<Tables> {
  readonly #pool: pg.Pool;
  readonly #batchSize: number;
  readonly #idlePollMs: number;
  readonly #bell = new Bell();
  readonly #members = new Set<Follower<Tables>>();
  /** Those that catch up by themselves. */
  readonly #behind = new Map<Follower<Tables>, Promise<void>>();
  #ahead: { readonly after: string; readonly tuples: Promise<EventTuple[]> } | undefined;
  #running: Promise<void> | undefined;
  #round: Promise<unknown> = Promise.resolve();

  constructor({ pool, batchSize = 800, idlePollMs = 200 }: Pick<SubscriptionOptions<Tables>, 'pool' | 'batchSize' | 'idlePollMs'>) {
    this.#pool = pool;
    this.#batchSize = batchSize;
    this.#idlePollMs = idlePollMs;
  }

  /** Has another subscription go with it. */
  add(options: FollowerOptions<Tables>): Subscription {
    const follower = new Follower<Tables>(options, () => this.#bell.ring());
    this.#members.add(follower);
    this.#running ??= this.#run();
    return {
      name: follower.name,
      get partitions() {
        return follower.held.map(({ partition }) => partition);
      },
      wake: () => {
        follower.wake();
        this.#bell.ring();
      },
      stop: () => this.#leave(follower),
    };
  }

  async #leave(follower: Follower<Tables>): Promise<void> {
    follower.stop();
    this.#members.delete(follower);
    this.#bell.ring();
    await this.#round;
    await this.#behind.get(follower);
    if (this.#members.size === 0) await this.#running;
    await follower.release();
  }

  async #run(): Promise<void> {
    const closeListener = listenForAppends(this.#pool, this.#bell);
    let pause = shortestPollMs;
    let backoff = 100;
    while (this.#members.size > 0) {
      const round = this.#turn();
      this.#round = round.catch(() => undefined);
      try {
        const busy = await round;
        backoff = 100;
        if (busy === 'more') continue;
        pause = busy === 'some' ? shortestPollMs : Math.min(pause * 2, this.#idlePollMs);
        // What was announced may have to wait for an older transaction: look again soon.
        if (await this.#bell.wait(pause)) pause = shortestPollMs;
      } catch {
        await this.#bell.wait(backoff);
        backoff = Math.min(backoff * 2, 2000);
      }
    }
    await this.#ahead?.tuples.catch(() => undefined);
    await closeListener();
  }

  /** A turn of all that are not catching up: together those that hold the same partitions, which are all of one process in the end. */
  async #turn(): Promise<Found> {
    const groups = new Map<string, Follower<Tables>[]>();
    for (const member of this.#members) {
      if (this.#behind.has(member)) continue;
      await this.#guarded(member, () => member.retryDead());
      const key = member.held.map(({ partition }) => partition).join(' ');
      if (key !== '') groups.set(key, [...(groups.get(key) ?? []), member]);
    }
    const found: Found[] = [];
    for (const group of groups.values()) {
      const [one, ...others] = group;
      if (one === undefined) continue;
      found.push(others.length === 0 ? await this.#alone(one) : await this.#together(group));
    }
    return found.includes('more') ? 'more' : found.includes('some') ? 'some' : 'none';
  }

  async #alone(member: Follower<Tables>): Promise<Found> {
    let found: Found = 'none';
    await this.#guarded(member, async () => {
      found = await member.turn();
    });
    return found;
  }

  async #together(group: readonly Follower<Tables>[]): Promise<Found> {
    const held = new Map(group.map((member) => [member, member.held]));
    const from = earliest([...held.values()]);
    const each = shareOf(this.#batchSize, from);
    const after = JSON.stringify(from);
    let tuples: EventTuple[];
    try {
      tuples = await (this.#ahead?.after === after ? this.#ahead.tuples : eventsAfter(this.#pool, from, each));
    } catch (error) {
      for (const member of group) member.report(error);
      throw error;
    } finally {
      this.#ahead = undefined;
    }
    if (tuples.length === 0) return 'none';
    const more = hasMore(tuples, each);
    const late = more ? group.filter((member) => group.some((other) => isBehind(held.get(member) ?? [], held.get(other) ?? []))) : [];
    if (late.length > 0) {
      for (const member of late) this.#behind.set(member, this.#catchUp(member));
      return 'more';
    }
    if (more) {
      // Read ahead while these are handled; it counts only if they are.
      const next = advanced(from, tuples);
      const ahead = eventsAfter(this.#pool, next, each);
      ahead.catch(() => undefined);
      this.#ahead = { after: JSON.stringify(next), tuples: ahead };
    }
    const parts = group.map((by) => {
      const places = held.get(by) ?? [];
      const own = tuples.filter((tuple) => places.some((place) => isAfter(tuple, place)));
      return { by, step: by.step(own, places, advanced(places, own)) };
    });
    try {
      await commit(this.#pool, parts);
    } catch (error) {
      if (isTransient(error)) {
        for (const member of group) member.report(error);
        throw error;
      }
      for (const part of parts) if (part.step.tuples.length > 0) await this.#apart(part);
    }
    return more ? 'more' : 'some';
  }

  /** Tries events with one alone; who cannot take them at once does not keep the others waiting. */
  async #apart(part: { readonly by: Follower<Tables>; readonly step: Step }): Promise<void> {
    const { by } = part;
    await this.#guarded(by, async () => {
      try {
        await commit(this.#pool, [part]);
      } catch (error) {
        if (error instanceof LostLease || isTransient(error)) throw error;
        this.#behind.set(by, this.#catchUp(by));
      }
    });
  }

  /** Lets one take its turns apart from the others until it has come up with the log. */
  async #catchUp(member: Follower<Tables>): Promise<void> {
    while (!member.isStopping) {
      try {
        if ((await this.#alone(member)) !== 'more') break;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
    }
    this.#behind.delete(member);
    this.#bell.ring();
  }

  /** Whoever has lost its lease begins anew from what it is given next; other failures are told and thrown. */
  async #guarded(member: Follower<Tables>, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof LostLease)) {
        member.report(error);
        throw error;
      }
      member.forgetLease();
    }
  }
}

const isEarlier = (a: Pick<Cursor, 'transactionId' | 'position'>, b: Pick<Cursor, 'transactionId' | 'position'>): boolean => {
  const [left, right] = [BigInt(a.transactionId), BigInt(b.transactionId)];
  return left < right || (left === right && BigInt(a.position) < BigInt(b.position));
};

/** Of places in the same partitions, the earliest in each. */
function earliest(all: readonly (readonly Held[])[]): Cursor[] {
  const [first = [], ...others] = all;
  return first.map(({ partition, transactionId, position }, index) => {
    let found: Cursor = { partition, transactionId, position };
    for (const other of others) {
      const place = other[index];
      if (place !== undefined && isEarlier(place, found))
        found = { partition, transactionId: place.transactionId, position: place.position };
    }
    return found;
  });
}

const isBehind = (held: readonly Held[], other: readonly Held[]): boolean =>
  held.some((place, index) => {
    const there = other[index];
    return there !== undefined && isEarlier(place, there);
  });

const isAfter = (tuple: EventTuple, place: Cursor): boolean =>
  Number(tuple[9]) === place.partition && isEarlier(place, { transactionId: tuple[10], position: tuple[11] });
