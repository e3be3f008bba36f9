import { AUDIT_FINDINGS } from '@tumor-board/board';
import { NEXT_STEP_CODES } from '@tumor-board/knowledge';
import { z } from 'zod';

/** What has become of the audit of a sampled case: not decided yet, to be looked at, or looked at. */
export const SAMPLE_STATES = ['undecided', 'to-audit', 'audited'] as const;
export type SampleState = (typeof SAMPLE_STATES)[number];

/** A case that is or was listed without discussion and is sampled for audit. The words of the auditor stand in the decision. */
export const auditSampleEntry = z.strictObject({
  meetingId: z.uuid(),
  itemId: z.uuid(),
  meetingTitle: z.string(),
  /** Day of the meeting. */
  meetingOn: z.iso.date(),
  caseId: z.uuid(),
  /** The reference of the case; null until the queue knows the case. */
  reference: z.string().nullable(),
  state: z.enum(SAMPLE_STATES),
  decisionId: z.uuid().nullable(),
  step: z.enum(NEXT_STEP_CODES).nullable(),
  finding: z.enum(AUDIT_FINDINGS).nullable(),
  auditedOn: z.iso.date().nullable(),
  /** Name of the auditor. */
  auditedBy: z.string().nullable(),
});
export type AuditSampleEntry = z.infer<typeof auditSampleEntry>;

/** One page of the sampled cases of a site, those of the newest meeting first. */
export const auditSampleView = z.strictObject({
  samples: z.array(auditSampleEntry),
  /** Ask for the next page with it; null on the last page. */
  next: z.string().nullable(),
});
export type AuditSampleView = z.infer<typeof auditSampleView>;
