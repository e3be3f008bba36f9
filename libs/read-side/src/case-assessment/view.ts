import type { Assessment } from '@tumor-board/knowledge';
import { z } from 'zod';
import { horizonView } from '../case-at-horizon.js';

/** What a case amounts to, asked at a horizon or not. */
export const caseAssessmentView = z.strictObject({
  ...horizonView,
  assessment: z.custom<Assessment>((value) => typeof value === 'object' && value !== null),
});
export type CaseAssessmentView = z.infer<typeof caseAssessmentView>;
