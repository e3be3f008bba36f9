import {
  ACTION_STATES,
  AUDIT_FINDINGS,
  DEFERRAL_REASONS,
  DELISTING_REASONS,
  DEVIATION_REASONS,
  decisionBasis,
  decisionContent,
  OVERRIDE_REASONS,
  SIGNATURE_MEANINGS,
  URGENCIES,
} from '@tumor-board/board';
import { DISCIPLINES } from '@tumor-board/knowledge';
import { isoDate, text } from '@tumor-board/oncology';
import { ACTION_LIST_STATES, DECISION_STATES, SAMPLE_STATES } from '@tumor-board/read-side';
import { z } from 'zod';
import { caseListQuery, casePath } from '../cases/case-requests.js';

const note = text.max(4_000);
const uuid = (what: string) => z.uuid({ error: `expected the id of ${what}, a UUID` }).describe(`The id of ${what}.`);
const sha256Text = z.string().regex(/^[0-9a-f]{64}$/, { error: 'expected 64 hexadecimal digits' });
const { limit, after, atLeast } = caseListQuery.shape;
const { id } = casePath.shape;

export const referralPath = z.strictObject({ id, referralId: uuid('a referral') });
export type ReferralPath = z.infer<typeof referralPath>;
export const decisionPath = z.strictObject({ id, decisionId: uuid('a decision') });
export type DecisionPath = z.infer<typeof decisionPath>;
export const actionPath = z.strictObject({
  id,
  decisionId: uuid('a decision'),
  actionId: text.max(64).describe('The id of an action of it.'),
});
export type ActionPath = z.infer<typeof actionPath>;
export const ofDecisionPath = z.strictObject({ decisionId: uuid('a decision') });
export type OfDecisionPath = z.infer<typeof ofDecisionPath>;
export const ofMeetingPath = z.strictObject({ meetingId: uuid('a meeting') });
export type OfMeetingPath = z.infer<typeof ofMeetingPath>;

/** A question to the board. */
export const newReferral = z.strictObject({
  question: note,
  urgency: z.enum(URGENCIES),
  /** Whom the question needs; empty when that is left open. */
  disciplines: z.array(z.enum(DISCIPLINES)).default([]),
  /** When an answer is needed. */
  dueBy: isoDate.optional(),
});
export type NewReferral = z.infer<typeof newReferral>;

/** Why a question is taken back. */
export const referralWithdrawal = z.strictObject({ reason: z.enum(DELISTING_REASONS), note: note.optional() });
export type ReferralWithdrawal = z.infer<typeof referralWithdrawal>;

const owner = z.union([z.strictObject({ account: text }), z.strictObject({ discipline: z.enum(DISCIPLINES) })]);

/** What is missing, and who is asked for it by when. */
export const itemRequest = z.strictObject({
  /** As the board's work on the case names it under `missing`. */
  item: text,
  owner,
  dueOn: isoDate,
});
export type ItemRequest = z.infer<typeof itemRequest>;

/** Why a case is left for later, and until when. */
export const newDeferral = z.strictObject({ reason: z.enum(DEFERRAL_REASONS), until: isoDate.optional(), note: note.optional() });
export type NewDeferral = z.infer<typeof newDeferral>;

/** Why a case leaves the queue without a decision. */
export const newDelisting = z.strictObject({ reason: z.enum(DELISTING_REASONS), note: note.optional() });
export type NewDelisting = z.infer<typeof newDelisting>;

/** What the signature stands for, and the password of who signs, once more. */
export const signing = z.strictObject({ meaning: z.enum(SIGNATURE_MEANINGS), password: z.string().min(1).max(1_000) });
export type Signing = z.infer<typeof signing>;

/** A decision to be recorded and signed. */
export const newDecision = z.strictObject({
  content: decisionContent,
  /** The hash that came with the draft: what was on the screen. */
  basisHash: sha256Text,
  /** What was on the screen, so that a refusal can say what has changed since. */
  basis: decisionBasis.optional(),
  /** The open meeting that decides; without one the decision has no quorum to meet. */
  meetingId: z.uuid().optional(),
  signature: signing,
});
export type NewDecision = z.infer<typeof newDecision>;

/** One more signature under what was shown. */
export const furtherSignature = z.strictObject({
  /** The hash of the content that was shown. */
  contentHash: sha256Text,
  signature: signing,
});
export type FurtherSignature = z.infer<typeof furtherSignature>;

/** How far an action was carried out; a reason is needed unless it was done. */
export const actionReport = z.strictObject({
  state: z.enum(ACTION_STATES),
  reason: z.enum(DEVIATION_REASONS).optional(),
  note: note.optional(),
});
export type ActionReport = z.infer<typeof actionReport>;

/** What an audit found; a comment is needed unless the auditor agrees. */
export const newAudit = z.strictObject({ finding: z.enum(AUDIT_FINDINGS), comment: note.optional() });
export type NewAudit = z.infer<typeof newAudit>;

/** Which sampled cases. */
export const auditSampleQuery = z.strictObject({ state: z.enum(SAMPLE_STATES).optional(), limit, after, atLeast });
export type AuditSampleRequest = z.infer<typeof auditSampleQuery>;

/** Which reading of the board's work on a case. */
export const boardQuery = z.strictObject({
  recordedBefore: z.string().max(40).optional().describe('As it was recorded before this moment, such as 2025-01-06T09:30:00Z.'),
  atLeast,
});
export type BoardRequest = z.infer<typeof boardQuery>;

/** Which two decisions. */
export const diffQuery = z.strictObject({ from: uuid('the earlier decision'), to: uuid('the later decision') });
export type DiffRequest = z.infer<typeof diffQuery>;

/** What has to be readable before the answer. */
export const hindsightQuery = z.strictObject({ atLeast });
export type HindsightRequest = z.infer<typeof hindsightQuery>;

/** Which actions. */
export const actionListQuery = z.strictObject({
  overdue: z.enum(['true', 'false']).optional().describe('Only those that are open after their day.'),
  owner: z.string().max(200).optional().describe('Only those that this account or this discipline owes.'),
  state: z.enum(ACTION_LIST_STATES).optional(),
  limit,
  after,
  atLeast,
});
export type ActionListRequest = z.infer<typeof actionListQuery>;

/** Which decisions. */
export const decisionListQuery = z.strictObject({
  state: z.enum(DECISION_STATES).optional(),
  overrideReason: z.enum(OVERRIDE_REASONS).optional().describe('Only those that chose otherwise than proposed for this reason.'),
  release: z.string().max(100).optional().describe('Only those advised under this knowledge release.'),
  meetingId: z.uuid().optional(),
  limit,
  after,
  atLeast,
});
export type DecisionListRequest = z.infer<typeof decisionListQuery>;
