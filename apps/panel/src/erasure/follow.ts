import { type SubjectKeys, type Subscription, type SubscriptionOptions, subscribe } from '@tumor-board/event-store';
import type { PersonErasure } from './person-erasure.js';

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

/** What the workflow follows the log with. */
export interface PersonFollowOptions extends Pick<FollowOptions, 'pool' | 'onError' | 'idlePollMs'> {
  readonly erasure: PersonErasure;
}

/**
 * The workflow of the erasure of a person. It has a checkpoint of its own, so that keys are destroyed without delay
 * whatever it waits for. Nothing is written in the transaction of the checkpoint: what is done twice is done once.
 */
export const followPersonErasure = ({ erasure, ...options }: PersonFollowOptions): Subscription =>
  subscribe({
    ...options,
    name: 'person-erasure',
    categories: ['case', 'patient'],
    types: ['PatientErased', 'PatientLinked', 'PatientIdentified'],
    handle: (events) => erasure.follow(events),
  });
