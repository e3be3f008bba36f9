import { QUEUE_REASONS } from '@tumor-board/board';
import { NEXT_STEP_CODES } from '@tumor-board/knowledge';
import { z } from 'zod';
import { instant } from '../instant.js';

/** One case that waits for the board. */
export const queueEntry = z.strictObject({
  caseId: z.uuid(),
  reference: z.string(),
  title: z.string().nullable(),
  source: z.enum(['synthetic', 'published']).nullable(),
  /** Why it waits, most urgent first. */
  reason: z.enum(QUEUE_REASONS),
  nextStep: z.enum(NEXT_STEP_CODES),
  stage: z.string().nullable(),
  response: z.string().nullable(),
  /** Since when the next step has been this one. */
  waitingSince: instant,
  version: z.int(),
});
export type QueueEntry = z.infer<typeof queueEntry>;

/** One page of the queue. */
export const queueView = z.strictObject({
  cases: z.array(queueEntry),
  /** Ask for the next page with it; null on the last page. */
  next: z.string().nullable(),
});
export type QueueView = z.infer<typeof queueView>;
