import { type QueueCountsView, type QueueView, queueCountsView, queueEntry, queueView } from '@tumor-board/read-side';
import { z } from 'zod';

const { caseId, ...entry } = queueEntry.shape;

/** A page of the queue. */
export const queueAnswer = z.strictObject({
  ...queueView.shape,
  cases: z.array(z.strictObject({ id: caseId, ...entry })),
  /** How many cases wait in all, whatever was asked for; with the first page only. */
  counts: queueCountsView.nullable(),
});
export type QueueAnswer = z.infer<typeof queueAnswer>;

export const toQueue = ({ cases, next }: QueueView, counts: QueueCountsView | null): QueueAnswer => ({
  cases: cases.map(({ caseId: id, ...rest }) => ({ id, ...rest })),
  next,
  counts,
});
