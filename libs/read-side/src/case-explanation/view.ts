import { type Trace, traceSchema, type WhatWouldChange, whatWouldChangeSchema } from '@tumor-board/knowledge';
import { z } from 'zod';
import { type HorizonView, horizonView } from '../case-at-horizon.js';

/** Why one part of an assessment is what it is, and what would make it another. */
export interface CaseExplanationView extends HorizonView {
  /** The fingerprint of the assessment that is explained. */
  readonly fingerprint: string;
  readonly trace: Trace;
  readonly whatWouldChange: WhatWouldChange;
}

export const caseExplanationView = z.strictObject({
  ...horizonView,
  fingerprint: z.string(),
  trace: traceSchema,
  whatWouldChange: whatWouldChangeSchema,
}) satisfies z.ZodType<CaseExplanationView>;
