import { MEETING_EVENT_TYPES, TOLD_TO_MEETINGS } from '@tumor-board/board';
import { type Subscription, type SubscriptionOptions, subscribe } from '@tumor-board/event-store';
import type { MeetingWorkflow } from './meeting-workflow.js';

/** What the workflow follows the log with. */
export interface FollowOptions extends Pick<SubscriptionOptions<unknown>, 'pool' | 'onError' | 'idlePollMs' | 'leaseMs'> {
  readonly workflow: Pick<MeetingWorkflow, 'handle'>;
}

/** Carries word between meetings and cases. Any number of processes may follow; they share the partitions. */
export const followMeetings = ({ workflow, ...options }: FollowOptions): Subscription =>
  subscribe({
    ...options,
    name: 'meetings',
    categories: ['meeting', 'series', 'case'],
    types: [...MEETING_EVENT_TYPES, 'SeriesMeetingsPlanned', ...TOLD_TO_MEETINGS],
    // Nothing is written in the transaction of the checkpoint: whatever is asked for twice is one and the same.
    async handle(events) {
      for (const event of events) await workflow.handle(event);
    },
  });
