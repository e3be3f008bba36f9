import type { RecordedEvent } from '@tumor-board/kernel';
import type pg from 'pg';
import { bury } from './dead-letters.js';
import { inTransaction } from './in-transaction.js';
import { type Held, type Move, moveAllCheckpoints } from './lease.js';
import { partitionCount } from './position.js';
import type { EventTuple } from './recorded.js';

/** What a follower does with some events: what it hands to its handler, what waits behind a dead letter, where it then stands. */
export interface Step {
  readonly tuples: readonly EventTuple[];
  readonly held: readonly Held[];
  readonly next: readonly Held[];
  readonly ready: readonly EventTuple[];
  readonly parked: readonly EventTuple[];
  readonly moves: readonly Move[];
}

/** Who takes events. */
export interface Taking {
  readonly name: string;
  /** Reads the events of rows. */
  eventsOf(tuples: readonly EventTuple[]): Promise<RecordedEvent[]>;
  /** Computes what is to be written for events, and answers how to write it. */
  prepare(events: readonly RecordedEvent[], client: pg.ClientBase): Promise<() => Promise<void>>;
  /** Keeps in mind where it stands after a transaction. */
  remember(moves: readonly Move[]): void;
}

/**
 * Handles events and moves the checkpoints over them, for one or for several in one transaction; those read events alike.
 * Everything is computed before the first write, because an open write transaction holds back every reader of the log.
 */
export async function commit(pool: pg.Pool, parts: readonly { readonly by: Taking; readonly step: Step }[]): Promise<void> {
  const [first] = parts;
  if (first === undefined) return;
  const tuples = [...new Set(parts.flatMap(({ step }) => step.ready))];
  const events = new Map((await first.by.eventsOf(tuples)).map((event, index) => [tuples[index], event]));
  await inTransaction(pool, async (client) => {
    const writes: (() => Promise<void>)[] = [];
    for (const { by, step } of parts) {
      const given = step.ready.flatMap((tuple) => events.get(tuple) ?? []);
      if (given.length > 0) writes.push(await by.prepare(given, client));
    }
    for (const write of writes) await write();
    for (const { by, step } of parts) await bury(client, by.name, step.parked);
    await moveAllCheckpoints(
      client,
      parts.flatMap(({ by, step }) => step.moves.map((move) => ({ ...move, subscription: by.name }))),
    );
  });
  for (const { by, step } of parts) by.remember(step.moves);
}

/** The steps of the checkpoints from some places to others. */
export const movesOf = (held: readonly Held[], next: readonly Held[]): Move[] =>
  held.flatMap((from, index) => {
    const to = next[index];
    return to === undefined || to === from ? [] : [{ from, to }];
  });

/** How many events of a partition are asked for at once. */
export const shareOf = (batchSize: number, held: readonly unknown[]): number =>
  Math.max(Math.ceil(batchSize / held.length), Math.ceil(batchSize / partitionCount));

/** True when more may be had of some partition. */
export function hasMore(tuples: readonly EventTuple[], each: number): boolean {
  const counts = new Map<string, number>();
  for (const tuple of tuples) {
    const count = (counts.get(tuple[9]) ?? 0) + 1;
    if (count >= each) return true;
    counts.set(tuple[9], count);
  }
  return false;
}
