import { defineJob, type JobRequest, request } from '@tumor-board/job-queue';
import type { DueCheck } from '@tumor-board/read-side';
import { z } from 'zod';

/** Look whether what a decision counts on has come. */
export const checkExpectations = defineJob(
  'expectations.check',
  z.strictObject({
    site: z.string(),
    caseId: z.uuid(),
    decisionId: z.uuid(),
    /** The first day on which there is something to be found. */
    checkOn: z.iso.date(),
  }),
  { attempts: 8, backoffMs: 500 },
);

/** The job that waits for the day on which to look at a case; a decision and a day are one job, however often it is asked for. */
export const plannedCheck = ({ site, caseId, decisionId, checkOn }: DueCheck, delayMs: number): JobRequest =>
  request(checkExpectations, `expectations.check ${decisionId} ${checkOn}`, { site, caseId, decisionId, checkOn }, delayMs);

/** The job that looks at a case now. Another than the planned one, which may still wait where clocks differ. */
export const dueCheck = ({ site, caseId, decisionId, checkOn }: DueCheck): JobRequest =>
  request(checkExpectations, `expectations.due ${decisionId} ${checkOn}`, { site, caseId, decisionId, checkOn });
