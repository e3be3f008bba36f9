import { z } from 'zod';
import { instant } from '../instant.js';

/** How far the re-assessment of a site's cases after one change has come. */
export const reassessmentEntry = z.strictObject({
  /** Id of the report that the change rests on. */
  activation: z.uuid(),
  change: z.enum(['release', 'policy']),
  /** Id of the release, or the version of the policy. */
  to: z.string(),
  effectiveFrom: z.iso.date(),
  activatedAt: instant,
  /** `scheduled` before its day, `superseded` when it was dropped before it. */
  state: z.enum(['scheduled', 'running', 'done', 'superseded']),
  /** Cases that were reached. */
  done: z.int(),
  /** Cases that there were when it began; null before. */
  total: z.int().nullable(),
  /** Cases whose assessment says something else. */
  changed: z.int(),
  /** Cases that the board should look at again. */
  relist: z.int(),
  /** Cases that could not be assessed anew; the last of them is told in `error`. */
  failed: z.int(),
  startedAt: instant.nullable(),
  finishedAt: instant.nullable(),
  /** What went wrong last. */
  error: z.string().nullable(),
});
export type ReassessmentEntry = z.infer<typeof reassessmentEntry>;

/** The re-assessments of a site. */
export const reassessmentsView = z.strictObject({ reassessments: z.array(reassessmentEntry) });
export type ReassessmentsView = z.infer<typeof reassessmentsView>;
