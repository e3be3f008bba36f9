import { DISCIPLINES } from '@tumor-board/knowledge';
import { isoDate, text } from '@tumor-board/oncology';
import { z } from 'zod';
import { decisionBasis, decisionContent, EXPECTED_RESULTS, quorumResult, signature } from '../decision/decision-content.js';
import { QUEUE_REASONS } from '../queue/queue-reason.js';

/** How urgently somebody refers. */
export const URGENCIES = ['routine', 'urgent', 'emergency'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** What put a case into the queue, or marks a decision for review. */
export const TRIGGERS = [
  'referral',
  'first-presentation',
  'next-step',
  'response-assessment',
  'ebv-dna-result',
  'toxicity',
  'corrected-input',
  'new-release',
  'new-policy',
  'new-finding',
  'overdue-scan',
  'overdue-ebv-dna',
  'deviation',
  'no-quorum',
  'review-date',
] as const;
export type TriggerKind = (typeof TRIGGERS)[number];

export const DEFERRAL_REASONS = ['result-awaited', 'person-absent', 'no-quorum', 'no-time', 'patient-request', 'other'] as const;
export const UNSCHEDULING_REASONS = ['removed', 'deferred', 'not-reached', 'meeting-cancelled', 'decided'] as const;
export const DELISTING_REASONS = ['referral-withdrawn', 'decided-elsewhere', 'duplicate', 'died', 'not-for-this-board', 'other'] as const;

/** How far an action was carried out. */
export const ACTION_STATES = ['done', 'partly', 'not-done'] as const;
export type ActionState = (typeof ACTION_STATES)[number];

/** Why an action was not, or only partly, carried out. A list of the product's own. */
export const DEVIATION_REASONS = [
  'patient-declined',
  'patient-died',
  'deterioration',
  'toxicity',
  'progression',
  'new-findings',
  'not-available',
  'scheduling',
  'treated-elsewhere',
  'lost-to-follow-up',
  'superseded',
  'other',
] as const;
export type DeviationReason = (typeof DEVIATION_REASONS)[number];

/** What an audit of a decision without discussion found. A list of the product's own. */
export const AUDIT_FINDINGS = ['agrees', 'should-have-been-discussed', 'not-assessable'] as const;
export type AuditFinding = (typeof AUDIT_FINDINGS)[number];

const sha256Text = z.string().regex(/^[0-9a-f]{64}$/, { error: 'expected 64 hexadecimal digits' });
const id = z.uuid();
const note = text.max(4_000);
const changedPart = z.strictObject({ part: text, before: z.string().nullable(), after: z.string().nullable() });

/** What set something off: the input and the rule outcome that changed with it. */
export const trigger = z.strictObject({
  kind: z.enum(TRIGGERS),
  /** Ids of the facts concerned. */
  facts: z.array(z.string()),
  /** The parts of the headline that differ from what was decided on, or from before. */
  changed: z.array(changedPart),
});
export type Trigger = z.infer<typeof trigger>;

/** Data of the board's events in the stream of a case, schema version 1. Days are those of the command, not clinical ones. */
export const BOARD_EVENT_DATA = {
  /** Somebody asked the board a question. `question` is protected. */
  CaseReferred: z.strictObject({
    referralId: id,
    on: isoDate,
    question: note,
    urgency: z.enum(URGENCIES),
    /** Whom the question needs; empty when the referrer leaves it open. */
    disciplines: z.array(z.enum(DISCIPLINES)),
    /** When the referrer needs an answer by. */
    dueBy: isoDate.optional(),
  }),
  ReferralWithdrawn: z.strictObject({ referralId: id, on: isoDate, reason: z.enum(DELISTING_REASONS), note: note.optional() }),
  /** The case waits for the board. A second one raises the reason or brings the due date forward; waiting counts from the first. */
  CaseListed: z.strictObject({
    on: isoDate,
    reason: z.enum(QUEUE_REASONS),
    trigger,
    dueBy: isoDate,
    referralId: id.optional(),
    decisionId: id.optional(),
  }),
  /** The case is on the agenda of a meeting. */
  CaseScheduled: z.strictObject({
    meetingId: id,
    itemId: id,
    /** Day of the meeting. */
    meetingOn: isoDate,
    mode: z.enum(['discussion', 'without-discussion']),
  }),
  CaseUnscheduled: z.strictObject({ meetingId: id, itemId: id, reason: z.enum(UNSCHEDULING_REASONS) }),
  /** The case stays in the queue, to be taken up later. `note` is protected. */
  CaseDeferred: z.strictObject({
    on: isoDate,
    reason: z.enum(DEFERRAL_REASONS),
    until: isoDate.optional(),
    meetingId: id.optional(),
    itemId: id.optional(),
    note: note.optional(),
  }),
  /** The case leaves the queue without a decision. */
  CaseDelisted: z.strictObject({ on: isoDate, reason: z.enum(DELISTING_REASONS), note: note.optional() }),
  /** Somebody was asked for what is missing; answered by the fact that brings it. */
  ItemRequested: z.strictObject({
    item: text,
    on: isoDate,
    owner: z.union([z.strictObject({ account: text }), z.strictObject({ discipline: z.enum(DISCIPLINES) })]),
    dueOn: isoDate,
  }),
  /** The board decided, and somebody signed what was shown. Supersedes the decision that stood. */
  DecisionRecorded: z.strictObject({
    decisionId: id,
    on: isoDate,
    meetingId: id.optional(),
    itemId: id.optional(),
    content: decisionContent,
    basis: decisionBasis,
    /** SHA-256 of the canonical basis. */
    basisHash: sha256Text,
    /** SHA-256 of the canonical JSON of decision id, content and basis hash: what every signature is bound to. */
    contentHash: sha256Text,
    quorum: quorumResult,
    /** True without a quorum: the board has to look again. */
    provisional: z.boolean(),
    supersedes: id.optional(),
    signature,
  }),
  /** One more signature under the same content. */
  DecisionSigned: z.strictObject({ decisionId: id, contentHash: sha256Text, signature }),
  /** What was decided on has changed. */
  DecisionNeedsReview: z.strictObject({ decisionId: id, on: isoDate, trigger }),
  /** `note` is protected. */
  ActionReported: z.strictObject({
    decisionId: id,
    actionId: text,
    on: isoDate,
    state: z.enum(ACTION_STATES),
    /** Needed unless it was done. */
    reason: z.enum(DEVIATION_REASONS).optional(),
    note: note.optional(),
  }),
  /** Somebody looked whether it was right to decide without discussion. A later one takes the place of an earlier. `comment` is protected. */
  DecisionAudited: z.strictObject({
    decisionId: id,
    on: isoDate,
    auditor: z.strictObject({ account: text.max(200), name: text.max(200) }),
    finding: z.enum(AUDIT_FINDINGS),
    /** Needed unless the auditor agrees. */
    comment: note.optional(),
  }),
  /** A result that the plan counted on has not come. */
  ExpectationOverdue: z.strictObject({
    decisionId: id,
    expectationId: text,
    result: z.enum(EXPECTED_RESULTS),
    dueOn: isoDate,
    on: isoDate,
  }),
  /** The case is that of a registered patient. */
  PatientIdentified: z.strictObject({ patientId: id }),
} as const;

export type BoardEventType = keyof typeof BOARD_EVENT_DATA;

/** What happens to a case besides facts and assessments: the board's work on it. */
export type BoardEvent = {
  readonly [Type in BoardEventType]: { readonly type: Type; readonly data: Readonly<z.infer<(typeof BOARD_EVENT_DATA)[Type]>> };
}[BoardEventType];

export const BOARD_EVENT_TYPES = Object.keys(BOARD_EVENT_DATA) as readonly BoardEventType[];

const TYPES: ReadonlySet<string> = new Set(BOARD_EVENT_TYPES);

/** True for an event of the board's work on a case. */
export const isBoardEvent = (event: { readonly type: string; readonly data: object }): event is BoardEvent => TYPES.has(event.type);

/** Protected text of the board's events, as dotted paths; `[]` stands for each element. */
export const BOARD_PROTECTED_FIELDS: Partial<Readonly<Record<BoardEventType, readonly string[]>>> = {
  CaseReferred: ['question'],
  ReferralWithdrawn: ['note'],
  CaseDeferred: ['note'],
  CaseDelisted: ['note'],
  ActionReported: ['note'],
  DecisionAudited: ['comment'],
  DecisionRecorded: [
    'content.plan',
    'content.rationale',
    'content.alternatives[].option',
    'content.alternatives[].because',
    'content.noAlternatives',
    'content.contingency',
    'content.dissent[].text',
    'content.override.comment',
    'content.preference.text',
    'content.actions[].what',
  ],
};
