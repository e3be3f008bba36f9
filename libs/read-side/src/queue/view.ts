import { DEFERRAL_REASONS, QUEUE_REASONS, type Readiness, TRIGGERS, URGENCIES } from '@tumor-board/board';
import { DISCIPLINES, NEXT_STEP_CODES } from '@tumor-board/knowledge';
import { z } from 'zod';

/** How ready a case in the queue is. */
export const READINESS_STATES = ['ready', 'not-ready', 'awaiting-result', 'listed', 'deferred'] as const satisfies readonly Readiness[];

/** Who owes something: a person, or a discipline where no person was named. */
export const ownerView = z.union([z.strictObject({ account: z.string() }), z.strictObject({ discipline: z.enum(DISCIPLINES) })]);

/** What a case lacks, and who owes it. */
export const missingItemView = z.strictObject({
  item: z.string(),
  owner: z.enum(DISCIPLINES),
  /** True when the board cannot decide without it. */
  blocking: z.boolean(),
  /** Who was asked for it by when; null when nobody was. */
  requested: z.strictObject({ owner: ownerView, on: z.iso.date(), dueOn: z.iso.date() }).nullable(),
});

/** One part of the headline that differs. */
export const changedPartView = z.strictObject({ part: z.string(), before: z.string().nullable(), after: z.string().nullable() });

/** One case that waits for the board. */
export const queueEntry = z.strictObject({
  caseId: z.uuid(),
  reference: z.string(),
  title: z.string().nullable(),
  /** Set where the case is not a patient's own record. */
  source: z.enum(['synthetic', 'published']).nullable(),
  /** Why it waits, most urgent first. */
  reason: z.enum(QUEUE_REASONS),
  /** The day by which the board should have seen it. */
  dueBy: z.iso.date(),
  /** True when that day is over. */
  isOverdue: z.boolean(),
  /** The day from which it waits. */
  waitingSince: z.iso.date(),
  /** Days from then to today. */
  waitingDays: z.int(),
  /** As the referrer said; null when it was listed without a referral. */
  urgency: z.enum(URGENCIES).nullable(),
  /** What put it into the queue, with the facts concerned and the parts that changed with them. */
  trigger: z.strictObject({ kind: z.enum(TRIGGERS), facts: z.array(z.string()), changed: z.array(changedPartView) }),
  /** Whether somebody asked a question. */
  hasQuestion: z.boolean(),
  /** Whom the case needs: as the referral says and as its question asks. */
  disciplines: z.array(z.enum(DISCIPLINES)),
  /** Of these, whom a referrer asked for. */
  askedDisciplines: z.array(z.enum(DISCIPLINES)),
  readiness: z.enum(READINESS_STATES),
  missing: z.array(missingItemView),
  /** The meeting that it is on the agenda of. */
  meeting: z
    .strictObject({ meetingId: z.uuid(), itemId: z.uuid(), on: z.iso.date(), mode: z.enum(['discussion', 'without-discussion']) })
    .nullable(),
  /** The last time that it was put off; `until` null: until somebody takes it up. */
  deferral: z.strictObject({ until: z.iso.date().nullable(), reason: z.enum(DEFERRAL_REASONS) }).nullable(),
  /** How often it was put off since it waits. */
  deferrals: z.int(),
  nextStep: z.enum(NEXT_STEP_CODES).nullable(),
  stage: z.string().nullable(),
  response: z.string().nullable(),
  /** True while the board has not decided on the case with a quorum. */
  isFirstPresentation: z.boolean(),
  decision: z.strictObject({
    decisionId: z.uuid().nullable(),
    /** `needs-review`: what it was decided on has changed. */
    state: z.enum(['none', 'current', 'needs-review']),
    /** What made it need a review. */
    review: z.strictObject({ trigger: z.enum(TRIGGERS), changed: z.array(changedPartView) }).nullable(),
  }),
  version: z.int(),
});
export type QueueEntry = z.infer<typeof queueEntry>;

/** One page of the queue. */
export const queueView = z.strictObject({
  cases: z.array(queueEntry),
  /** Ask for the next page with it; null on the last page. */
  next: z.string().nullable(),
});
export type QueueView = z.infer<typeof queueView>;

/** How many cases wait, whatever page is asked for. */
export const queueCountsView = z.strictObject({
  total: z.int(),
  overdue: z.int(),
  byReason: z.partialRecord(z.enum(QUEUE_REASONS), z.int()),
  byReadiness: z.partialRecord(z.enum(READINESS_STATES), z.int()),
});
export type QueueCountsView = z.infer<typeof queueCountsView>;
