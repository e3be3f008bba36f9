import { QUEUE_REASONS } from '@tumor-board/board';
import { z } from 'zod';
import { caseListQuery } from '../cases/case-requests.js';

const { limit, after, atLeast } = caseListQuery.shape;

/** The questions of the queue. */
export const queueQuery = z.strictObject({
  reason: z.enum(QUEUE_REASONS).optional().describe('Only cases that wait for this reason.'),
  limit,
  after,
  atLeast,
});
export type QueueRequest = z.infer<typeof queueQuery>;
