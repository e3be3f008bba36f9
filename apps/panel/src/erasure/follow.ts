import { type SubjectKeys, type Subscription, type SubscriptionOptions, subscribe } from '@tumor-board/event-store';

/** What the workflow follows the log with. */
export interface FollowOptions extends Pick<SubscriptionOptions<unknown>, 'pool' | 'onError' | 'idlePollMs'> {
  readonly keys: Pick<SubjectKeys, 'destroy'>;
}

/**
 * The workflow of erasure: after a tombstone the key of its stream is destroyed. Who recorded the tombstone does so too,
 * and destroying a key twice changes nothing; this is for where it ended in between.
 */
export const followErasure = ({ keys, ...options }: FollowOptions): Subscription =>
  subscribe({
    ...options,
    name: 'erasure',
    categories: ['case', 'patient'],
    types: ['CaseErased', 'PatientErased'],
    async handle(events) {
      for (const { streamId } of events) await keys.destroy(streamId);
    },
  });
