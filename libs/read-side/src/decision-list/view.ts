import { INTENTS, OVERRIDE_REASONS, TRIGGERS } from '@tumor-board/board';
import { DECISION_KINDS, NEXT_STEP_CODES } from '@tumor-board/knowledge';
import { z } from 'zod';
import { instant } from '../instant.js';
import { DECISION_STATES } from './table.js';

/** One decision in a list, without its texts. */
export const decisionListEntry = z.strictObject({
  decisionId: z.uuid(),
  caseId: z.uuid(),
  /** The reference of the case; null until the queue knows the case. */
  reference: z.string().nullable(),
  on: z.iso.date(),
  recordedAt: instant,
  meetingId: z.uuid().nullable(),
  kind: z.enum(DECISION_KINDS),
  step: z.enum(NEXT_STEP_CODES),
  /** The step that was proposed. */
  proposed: z.enum(NEXT_STEP_CODES),
  intent: z.enum(INTENTS),
  /** Id of the knowledge release that it was advised under. */
  release: z.string(),
  state: z.enum(DECISION_STATES),
  /** What marked it for review last. */
  reviewTrigger: z.enum(TRIGGERS).nullable(),
  provisional: z.boolean(),
  overrideReason: z.enum(OVERRIDE_REASONS).nullable(),
  signatures: z.int(),
  dissents: z.int(),
  actions: z.int(),
  expectations: z.int(),
  reviewOn: z.iso.date().nullable(),
  supersededBy: z.uuid().nullable(),
});
export type DecisionListEntry = z.infer<typeof decisionListEntry>;

/** One page of the decisions of a site, the newest first. */
export const decisionListView = z.strictObject({
  decisions: z.array(decisionListEntry),
  /** Ask for the next page with it; null on the last page. */
  next: z.string().nullable(),
});
export type DecisionListView = z.infer<typeof decisionListView>;

/** How often boards chose otherwise than proposed, by reason and release: rules that are often overridden want a look. */
export const overridesView = z.strictObject({
  overrides: z.array(
    z.strictObject({ reason: z.enum(OVERRIDE_REASONS), release: z.string(), proposed: z.enum(NEXT_STEP_CODES), decisions: z.int() }),
  ),
});
export type OverridesView = z.infer<typeof overridesView>;
