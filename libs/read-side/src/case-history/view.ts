import { revisionCause } from '@tumor-board/board';
import { z } from 'zod';
import { instant } from '../instant.js';

/** One event of a case. */
export const caseHistoryEntry = z.strictObject({
  version: z.int(),
  /** The event's type, which for a fact is the type of the fact. */
  type: z.string(),
  what: z.string(),
  /** Id of the fact that was recorded. */
  fact: z.string().nullable(),
  /** When it was clinically true, and when it reached the record. */
  on: z.iso.date().nullable(),
  knownOn: z.iso.date().nullable(),
  actor: z.string(),
  recordedAt: instant,
  position: z.string(),
  /** Why the assessment was revised, and which parts of the headline changed. */
  cause: revisionCause.nullable(),
  changed: z.array(z.strictObject({ part: z.string(), before: z.string().nullable(), after: z.string().nullable() })).nullable(),
  fingerprint: z.string().nullable(),
});
export type CaseHistoryEntry = z.infer<typeof caseHistoryEntry>;

/** A page of a case's history, oldest or newest first as asked. */
export const caseHistoryView = z.strictObject({
  caseId: z.uuid(),
  events: z.array(caseHistoryEntry),
  /** Ask for the next page with it; null on the last page. */
  next: z.int().nullable(),
});
export type CaseHistoryView = z.infer<typeof caseHistoryView>;
