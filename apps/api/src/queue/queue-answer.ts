import { type QueueView, queueEntry, queueView } from '@tumor-board/read-side';
import { z } from 'zod';

const { caseId, ...entry } = queueEntry.shape;

/** A page of the queue. */
export const queueAnswer = z.strictObject({ ...queueView.shape, cases: z.array(z.strictObject({ id: caseId, ...entry })) });

export type QueueAnswer = z.infer<typeof queueAnswer>;

export const toQueue = ({ cases, next }: QueueView) => ({ cases: cases.map(({ caseId: id, ...rest }) => ({ id, ...rest })), next });
