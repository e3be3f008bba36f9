import { HINDSIGHT_CAUSES } from '@tumor-board/board';
import { NEXT_STEP_CODES } from '@tumor-board/knowledge';
import { z } from 'zod';
import { differenceView } from '../hindsight/view.js';

/** A fact as one line. */
export const factLine = z.strictObject({ id: z.string(), type: z.string(), on: z.iso.date(), knownOn: z.iso.date(), what: z.string() });
export type FactLine = z.infer<typeof factLine>;

const both = { from: z.unknown(), to: z.unknown() };

/** Two decisions of a case compared, the earlier with the later. */
export const decisionDiffView = z.strictObject({
  caseId: z.uuid(),
  from: z.strictObject({ decisionId: z.uuid(), on: z.iso.date() }),
  to: z.strictObject({ decisionId: z.uuid(), on: z.iso.date() }),
  /** Fields of the content that differ; a side that left the field out does not have it. */
  content: z.array(z.strictObject({ field: z.string(), from: both.from.optional(), to: both.to.optional() })),
  /** What was on the screen of the later one and not of the earlier, each with its cause. */
  headline: z.array(differenceView),
  step: z.strictObject({
    from: z.enum(NEXT_STEP_CODES),
    to: z.enum(NEXT_STEP_CODES),
    proposedFrom: z.enum(NEXT_STEP_CODES),
    proposedTo: z.enum(NEXT_STEP_CODES),
    /** Why one step was decided and then another; empty when they are the same. */
    causes: z.array(z.enum(HINDSIGHT_CAUSES)),
  }),
  /** What was recorded between the two. */
  facts: z.strictObject({ added: z.array(factLine), corrections: z.array(factLine) }),
  rules: z.strictObject({
    from: z.string(),
    to: z.string(),
    policy: z.array(z.strictObject({ field: z.string(), from: both.from.optional(), to: both.to.optional() })),
  }),
});
export type DecisionDiffView = z.infer<typeof decisionDiffView>;
