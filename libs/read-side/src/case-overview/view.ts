import type { Assessment } from '@tumor-board/knowledge';
import { caseHead } from '@tumor-board/oncology';
import { z } from 'zod';
import { instant } from '../instant.js';

const { format: _format, ...head } = caseHead.shape;

/** How fresh a view of a case is: the last event it knows of. */
export const freshness = z.strictObject({ position: z.string(), recordedAt: instant });

/** A case and the assessment that stands. */
export const caseOverviewView = z.strictObject({
  caseId: z.uuid(),
  site: z.string(),
  version: z.int(),
  ...head,
  /** The values that a person looks at, by part. */
  headline: z.record(z.string(), z.string()),
  assessment: z.custom<Assessment>((value) => typeof value === 'object' && value !== null),
  fingerprint: z.string(),
  /** False when the program no longer computes what it recorded; null when facts followed the last recorded assessment. */
  digestMatches: z.boolean().nullable(),
  freshness,
});
export type CaseOverviewView = z.infer<typeof caseOverviewView>;
