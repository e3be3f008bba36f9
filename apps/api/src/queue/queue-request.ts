import { QUEUE_REASONS } from '@tumor-board/board';
import { DISCIPLINES } from '@tumor-board/knowledge';
import { isoDate } from '@tumor-board/oncology';
import { QUEUE_ORDERS, READINESS_STATES } from '@tumor-board/read-side';
import { z } from 'zod';
import { caseListQuery } from '../cases/case-requests.js';

const { limit, after, atLeast } = caseListQuery.shape;

/** The questions of the queue. */
export const queueQuery = z.strictObject({
  order: z.enum(QUEUE_ORDERS).optional().describe('By urgency (the default), by due date, by how long a case has waited, or by reference.'),
  reason: z.enum(QUEUE_REASONS).optional().describe('Only cases that wait for this reason.'),
  discipline: z.enum(DISCIPLINES).optional().describe('Only cases that need this discipline.'),
  dueBefore: isoDate.optional().describe('Only cases due before this day.'),
  readiness: z.enum(READINESS_STATES).optional().describe('Only cases that are so far.'),
  meetingId: z.uuid().optional().describe('Only cases on the agenda of this meeting.'),
  search: z
    .string()
    .max(200)
    .optional()
    .describe('Texts, apart by spaces, that must all stand in the reference. Titles are searched by `POST /api/cases/search`.'),
  limit,
  after,
  atLeast,
});
export type QueueRequest = z.infer<typeof queueQuery>;
