import { NEXT_STEP_CODES } from '@tumor-board/knowledge';
import { z } from 'zod';
import { instant } from '../instant.js';

/** One case in the list. */
export const caseListEntry = z.strictObject({
  caseId: z.uuid(),
  reference: z.string(),
  title: z.string().nullable(),
  patient: z.strictObject({ ageYears: z.number(), sex: z.enum(['female', 'male']) }),
  /** Code of the recommended next step; null before the first fact. */
  nextStep: z.enum(NEXT_STEP_CODES).nullable(),
  /** Stage group of TNM-9, or the groups still possible. */
  stage: z.string().nullable(),
  /** The latest response and its day. */
  response: z.string().nullable(),
  /** Codes of the alerts. */
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
