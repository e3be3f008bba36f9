import { Convoy } from './convoy.js';
import type { FollowerOptions } from './follower.js';
import type { Subscription, SubscriptionOptions } from './subscription-options.js';

/** Follows the log from where this subscription's checkpoint stands, the beginning for a new one. */
export function subscribe<Tables = unknown>({ handle, ...options }: SubscriptionOptions<Tables>): Subscription {
  const convoy = new Convoy<Tables>(options);
  return convoy.add({ ...options, prepare: (events, tx) => Promise.resolve(() => handle(events, tx)) });
}

/** One of several subscriptions that go together. */
export type Companion<Tables = unknown> = Pick<FollowerOptions<Tables>, 'name' | 'categories' | 'types' | 'prepare'>;

/**
 * Several subscriptions that a process follows together. Each has its checkpoint, its lease and its dead letters and ends
 * by itself; while they stand at about the same place they share what is read and one transaction, which spares as many
 * round trips as they are. One that is far behind catches up apart from the others. When they cannot take events together
 * each takes them alone, so that one that fails stops no other.
 */
export function subscribeTogether<Tables = unknown>(
  companions: readonly Companion<Tables>[],
  options: Omit<SubscriptionOptions<Tables>, 'handle' | keyof Companion>,
): Subscription[] {
  const convoy = new Convoy<Tables>(options);
  return companions.map((companion) => convoy.add({ ...options, ...companion }));
}
