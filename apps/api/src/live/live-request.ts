import { isLogCursor } from '@tumor-board/event-store';
import { z } from 'zod';
import { liveTopics } from './live-topics.js';

/** What a client wants to hear of. */
export const liveQuery = z.strictObject({
  topics: liveTopics,
  after: z
    .string()
    .max(300)
    .refine(isLogCursor, { error: 'expected a cursor, as the `id` of an earlier message' })
    .optional()
    .describe('The `id` of the last message that was received, for a client that cannot send `Last-Event-ID`.'),
});
export type LiveRequest = z.infer<typeof liveQuery>;

/** A browser sends this by itself when it connects again. */
export const liveHeaders = z.object({
  'last-event-id': z.string().max(300).optional().describe('The `id` of the last message that was received; goes before `after`.'),
});
export type LiveHeaders = z.infer<typeof liveHeaders>;
