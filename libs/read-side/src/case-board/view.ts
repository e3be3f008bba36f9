import {
  ACTION_STATES,
  BOARD_EVENT_DATA,
  DEFERRAL_REASONS,
  DEVIATION_REASONS,
  decisionBasis,
  decisionContent,
  expectation,
  plannedAction,
  QUEUE_REASONS,
  quorumResult,
  signature,
  TRIGGERS,
  URGENCIES,
} from '@tumor-board/board';
import { DISCIPLINES } from '@tumor-board/knowledge';
import { z } from 'zod';
import { instant } from '../instant.js';
import { tombstone } from '../patient/view.js';
import { changedPartView, missingItemView, READINESS_STATES } from '../queue/view.js';

/** What set something off: the facts concerned and the parts that changed with them. */
export const triggerView = z.strictObject({ kind: z.enum(TRIGGERS), facts: z.array(z.string()), changed: z.array(changedPartView) });

/** What became of a planned action. */
export const actionView = z.strictObject({
  ...plannedAction.shape,
  state: z.enum(['open', ...ACTION_STATES]),
  reason: z.enum(DEVIATION_REASONS).nullable(),
  reportedOn: z.iso.date().nullable(),
});

/** What became of a result that the plan counts on. */
export const expectationView = z.strictObject({
  ...expectation.shape,
  state: z.enum(['open', 'met', 'overdue']),
  /** Id of the fact that met it. */
  fact: z.string().nullable(),
  metOn: z.iso.date().nullable(),
});

const { decisionId: _decisionId, ...audit } = BOARD_EVENT_DATA.DecisionAudited.shape;
const auditView = z.strictObject(audit);

/** One decision with all that happened to it. */
export const decisionView = z.strictObject({
  decisionId: z.uuid(),
  on: z.iso.date(),
  /** The version of the case that recorded it. */
  version: z.int(),
  meetingId: z.uuid().nullable(),
  itemId: z.uuid().nullable(),
  content: decisionContent,
  basis: decisionBasis,
  basisHash: z.string(),
  contentHash: z.string(),
  quorum: quorumResult,
  provisional: z.boolean(),
  supersedes: z.uuid().nullable(),
  supersededBy: z.uuid().nullable(),
  signatures: z.array(signature),
  /** What marked it for review. */
  triggers: z.array(z.strictObject({ ...triggerView.shape, on: z.iso.date() })),
  actions: z.array(actionView),
  /** What the audit of a decision without discussion found last; null while nobody looked, and for one that was discussed. */
  audit: auditView.nullable(),
});
export type DecisionView = z.infer<typeof decisionView>;

/** What the board is doing with a case. */
export const caseBoardView = z.strictObject({
  caseId: z.uuid(),
  version: z.int(),
  /** The moment whose state was asked for; null for now. */
  recordedBefore: instant.nullable(),
  patientId: z.uuid().nullable(),
  /** That its texts were erased: when, on what ground, and by whom; null while they are there. */
  erased: tombstone.nullable(),
  /** Questions that no decision has answered. */
  referrals: z.array(
    z.strictObject({
      referralId: z.uuid(),
      on: z.iso.date(),
      question: z.string(),
      urgency: z.enum(URGENCIES),
      disciplines: z.array(z.enum(DISCIPLINES)),
      dueBy: z.iso.date().nullable(),
    }),
  ),
  /** Why it waits; null when it does not. */
  listing: z
    .strictObject({
      reason: z.enum(QUEUE_REASONS),
      since: z.iso.date(),
      dueBy: z.iso.date(),
      waitingDays: z.int(),
      isOverdue: z.boolean(),
      trigger: triggerView,
      /** Everything for which it waits. */
      grounds: z.array(z.strictObject({ on: z.iso.date(), reason: z.enum(QUEUE_REASONS), dueBy: z.iso.date(), trigger: triggerView })),
      deferrals: z.int(),
    })
    .nullable(),
  /** The meeting that it is on the agenda of. */
  schedule: z
    .strictObject({ meetingId: z.uuid(), itemId: z.uuid(), on: z.iso.date(), mode: z.enum(['discussion', 'without-discussion']) })
    .nullable(),
  /** The deferral that holds. */
  deferral: z
    .strictObject({ on: z.iso.date(), reason: z.enum(DEFERRAL_REASONS), until: z.iso.date().nullable(), note: z.string().nullable() })
    .nullable(),
  readiness: z.enum(READINESS_STATES),
  /** What it lacks, and who owes it. */
  missing: z.array(z.strictObject({ ...missingItemView.shape, wouldSettle: z.array(z.string()) })),
  /** The decision that stands; null when there is none. */
  standing: z
    .strictObject({
      decisionId: z.uuid(),
      /** `needs-review`: something that it rests on has changed. */
      review: z.enum(['current', 'needs-review']),
      /** Facts or rules have come since, whether or not they changed anything of substance. */
      signedOnEarlierVersion: z.boolean(),
    })
    .nullable(),
  /** Every decision, the oldest first. */
  decisions: z.array(decisionView),
  /** What the standing decision counts on. */
  expectations: z.array(expectationView),
});
export type CaseBoardView = z.infer<typeof caseBoardView>;
