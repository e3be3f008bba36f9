import { defineJob, type JobRequest, request } from '@tumor-board/job-queue';
import type { Progress } from '@tumor-board/read-side';
import { z } from 'zod';

/** Assess a page of a site's cases anew, beginning behind a stream. */
export const reassessBatch = defineJob(
  'reassess.batch',
  z.strictObject({
    site: z.string(),
    activation: z.uuid(),
    /** The last stream of the page before; empty for the first page. */
    cursor: z.string(),
  }),
  { attempts: 8, backoffMs: 500 },
);

/** Assess one case anew that was assessed under something else after a change had come into force. */
export const reassessCase = defineJob(
  'reassess.case',
  z.strictObject({
    site: z.string(),
    caseId: z.uuid(),
    /** The event that recorded the assessment. */
    event: z.uuid(),
  }),
  { attempts: 8, backoffMs: 500 },
);

/** The job that goes on where a re-assessment stands. */
export const nextBatch = ({ site, activation, cursor }: Pick<Progress, 'site' | 'activation' | 'cursor'>): JobRequest =>
  request(reassessBatch, `reassess.batch ${activation} ${cursor}`, { site, activation, cursor });
