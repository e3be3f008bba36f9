import { type Subscription, type SubscriptionOptions, subscribe, subscribeTogether } from '@tumor-board/event-store';
import type pg from 'pg';
import { prepareBatch, projectBatch } from './project.js';
import type { AnyReadModel } from './read-model.js';

/** How projections run. */
export interface ProjectionOptions extends Pick<SubscriptionOptions<unknown>, 'onError' | 'leaseMs' | 'idlePollMs' | 'batchSize'> {
  readonly pool: pg.Pool;
  readonly readModels: readonly AnyReadModel[];
}

/** Running projections. */
export interface RunningProjections {
  readonly subscriptions: readonly Subscription[];
  /** Ends after the batches under way. */
  stop(): Promise<void>;
}

/**
 * Keeps read models up to date, each by a subscription and a checkpoint of its own, which go together as far as they can.
 * Any number of processes may do so at the same time; they share the partitions.
 */
export function startProjections({ pool, readModels, ...options }: ProjectionOptions): RunningProjections {
  const subscriptions = subscribeTogether(
    readModels.map((model) => ({
      name: model.name,
      categories: [model.category],
      prepare: (events, { client }) => prepareBatch(client, model, model.table, events),
    })),
    { pool, ...options },
  );
  return {
    subscriptions,
    async stop() {
      await Promise.all(subscriptions.map((subscription) => subscription.stop()));
    },
  };
}

/** Follows the log into a table under a name. */
export const followInto = (
  pool: pg.Pool,
  model: AnyReadModel,
  table: string,
  name: string,
  options: Omit<ProjectionOptions, 'pool' | 'readModels'> = {},
): Subscription =>
  subscribe({
    ...options,
    name,
    pool,
    categories: [model.category],
    handle: (events, { client }) => projectBatch(client, model, table, events),
  });
