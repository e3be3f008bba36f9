import { type Subscription, type SubscriptionOptions, subscribe } from '@tumor-board/event-store';
import type { Expectations } from './expectations.js';

/** What the workflow follows the log with. */
export interface FollowExpectationsOptions extends Pick<SubscriptionOptions<unknown>, 'pool' | 'onError' | 'idlePollMs'> {
  readonly expectations: Expectations;
}

/** Plans the checks of each decision when it is recorded. Any number of processes may follow; they share the partitions. */
export const followExpectations = ({ expectations, ...options }: FollowExpectationsOptions): Subscription =>
  subscribe({
    ...options,
    name: 'expectations',
    categories: ['case'],
    // Nothing is written in the transaction of the checkpoint: a job that is asked for twice is one and the same.
    handle: (events) => expectations.plan(events.filter(({ type }) => type === 'DecisionRecorded')),
  });
