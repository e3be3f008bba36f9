import { HINDSIGHT_CAUSES, OVERRIDE_REASONS } from '@tumor-board/board';
import { NEXT_STEP_CODES } from '@tumor-board/knowledge';
import { z } from 'zod';

const column = z.strictObject({
  /** Id of the knowledge release. */
  release: z.string(),
  /** The values that a person looks at, by part. */
  headline: z.record(z.string(), z.string()),
  nextStep: z.string(),
});

/** One part that says something else, and why. */
export const differenceView = z.strictObject({
  part: z.string(),
  cause: z.enum(HINDSIGHT_CAUSES),
  before: z.string().nullable(),
  after: z.string().nullable(),
  /** Ids of the facts after which it changed; empty for a rule or an override. */
  facts: z.array(z.string()),
  /** For a new rule: the releases, and whether the policy is another. */
  rules: z.strictObject({ from: z.string(), to: z.string(), policyChanged: z.boolean() }).optional(),
  /** For an override: the coded reason. */
  override: z.enum(OVERRIDE_REASONS).nullable().optional(),
  /** True when another cause changed the same part: what each is charged with then depends on the order. */
  isShared: z.boolean(),
});

/** A decision looked back at. */
export const hindsightView = z.strictObject({
  caseId: z.uuid(),
  reference: z.string(),
  decisionId: z.uuid(),
  on: z.iso.date(),
  meetingId: z.uuid().nullable(),
  /** True when a later decision took its place. */
  isSuperseded: z.boolean(),
  asDecided: z.strictObject({ ...column.shape, decided: z.enum(NEXT_STEP_CODES) }),
  sameFactsTodaysRules: column,
  todaysFactsTodaysRules: column,
  /** The order in which the causes were let act, each computed anew from the one before. */
  order: z.array(z.enum(HINDSIGHT_CAUSES)),
  differences: z.array(differenceView),
  /** Whether today's rules and facts would propose what the board decided. */
  stillProposed: z.boolean(),
});
export type HindsightView = z.infer<typeof hindsightView>;

/** The decisions of a meeting looked back at, in the order in which they were made. */
export const meetingHindsightView = z.strictObject({ meetingId: z.uuid(), decisions: z.array(hindsightView) });
export type MeetingHindsightView = z.infer<typeof meetingHindsightView>;
