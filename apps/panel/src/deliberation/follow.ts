import { type Subscription, type SubscriptionOptions, subscribe } from '@tumor-board/event-store';
import type { Deliberation } from './deliberation.js';

/** What the workflow follows the log with. */
export interface FollowDeliberationsOptions extends Pick<SubscriptionOptions<unknown>, 'pool' | 'onError' | 'idlePollMs'> {
  readonly deliberation: Pick<Deliberation, 'follow'>;
}

/** Asks the panel about each case that waits for the board, and begins each run. Any number of processes may follow; they share the partitions. */
export const followDeliberations = ({ deliberation, ...options }: FollowDeliberationsOptions): Subscription =>
  subscribe({
    ...options,
    name: 'deliberation',
    categories: ['case'],
    types: ['CaseListed', 'CaseScheduled', 'DecisionNeedsReview', 'DeliberationRequested', 'DeliberationSuperseded'],
    // Nothing is written in the transaction of the checkpoint: whatever is asked for twice is one and the same.
    async handle(events) {
      for (const event of events) await deliberation.follow(event);
    },
  });
