import { NEXT_STEP_CODES } from '@tumor-board/knowledge';
import { z } from 'zod';
import { instant } from '../instant.js';

/** One case in the list. */
export const caseListEntry = z.strictObject({
  caseId: z.uuid(),
  reference: z.string(),
  title: z.string().nullable(),
  /** Set where the case is not a patient's own record. */
  source: z.enum(['synthetic', 'published']).nullable(),
  patient: z.strictObject({ ageYears: z.number(), sex: z.enum(['female', 'male']) }),
  /** Code of the recommended next step; null before the first fact. */
  nextStep: z.enum(NEXT_STEP_CODES).nullable(),
  /** Stage group, or the groups still possible, with the TNM edition. */
  stage: z.string().nullable(),
  /** The latest response and its day. */
  response: z.string().nullable(),
  /** Codes of the alerts, each once. */
  alerts: z.array(z.string()),
  facts: z.int(),
  lastFactOn: z.iso.date().nullable(),
  version: z.int(),
  openedAt: instant,
  changedAt: instant,
});
export type CaseListEntry = z.infer<typeof caseListEntry>;

/** One page of the list of cases. */
export const caseListView = z.strictObject({
  cases: z.array(caseListEntry),
  /** Ask for the next page with it; null on the last page. */
  next: z.string().nullable(),
});
export type CaseListView = z.infer<typeof caseListView>;
