import type { RecordedEvent } from '@tumor-board/kernel';
import type { Kysely } from 'kysely';
import type pg from 'pg';
import type { Protection } from './protection/protection.js';
import type { EventShapes } from './upcast.js';

/** The transaction of a batch: what is written with it is committed together with the checkpoint, or not at all. */
export interface BatchTransaction<Tables> {
  readonly db: Kysely<Tables>;
  /** The same connection, for prepared statements. */
  readonly client: pg.ClientBase;
}

/** What a subscription does, and how. Times in ms. */
export interface SubscriptionOptions<Tables> extends EventShapes {
  /** Names the checkpoint. Processes that subscribe under the same name share its partitions. */
  readonly name: string;
  readonly pool: pg.Pool;
  /**
   * Takes events, each stream's in order, at least once; what it writes through `tx` takes effect exactly once.
   * When it throws, the events are given again one by one; an event that fails `attempts` times becomes a dead letter.
   */
  readonly handle: (events: readonly RecordedEvent[], tx: BatchTransaction<Tables>) => Promise<void>;
  /** Only streams of these categories, e.g. `case`; default all. */
  readonly categories?: readonly string[];
  /** Only events of these types; default all. */
  readonly types?: readonly string[];
  /** To be given protected texts in clear; without it they stay sealed, see `reveal`. */
  readonly protection?: Protection | undefined;
  /** Events at most in a batch, about; default 800. */
  readonly batchSize?: number;
  /** Default 3. */
  readonly attempts?: number;
  /** Before an event is tried again, doubled each time; default 50. */
  readonly retryDelayMs?: number;
  /** A process that is not heard of for so long loses its partitions to others; default 5000. */
  readonly leaseMs?: number;
  /** How often to look without being told; default 200. */
  readonly idlePollMs?: number;
  /** Told of each failure: of the database (tried again for ever) and of events (see `attempts`). */
  readonly onError?: (
    error: unknown,
    about: { readonly subscription: string; readonly streamId?: string; readonly streamVersion?: number },
  ) => void;
}

/** A running subscription. */
export interface Subscription {
  readonly name: string;
  /** The partitions that this process follows now. */
  readonly partitions: readonly number[];
  /** Looks at once: for new events, dead letters to be tried again, partitions to be had. */
  wake(): void;
  /** Ends after the batch under way and gives the partitions up. */
  stop(): Promise<void>;
}
