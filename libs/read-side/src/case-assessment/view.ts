import type { Assessment } from '@tumor-board/knowledge';
import { z } from 'zod';
import { instant } from '../instant.js';

/** What a case amounts to, asked at a horizon or not. */
export const caseAssessmentView = z.strictObject({
  caseId: z.uuid(),
  /** The version of the case up to which events were read. */
  version: z.int(),
  /** The horizon that was asked for; null where it was not. */
  validOn: z.iso.date().nullable(),
  knownOn: z.iso.date().nullable(),
  recordedBefore: instant.nullable(),
  /** Id of the knowledge release it was assessed under. */
  release: z.string(),
  assessment: z.custom<Assessment>((value) => typeof value === 'object' && value !== null),
  /** True when this is the advice that stands: its fingerprint is that of the whole record under what it was last assessed under. */
  current: z.boolean(),
});
export type CaseAssessmentView = z.infer<typeof caseAssessmentView>;
