import { decisionBasis, decisionContent, EXPECTED_RESULTS } from '@tumor-board/board';
import { NEXT_STEP_CODES } from '@tumor-board/knowledge';
import { z } from 'zod';
import { panelProposal } from '../deliberation/view.js';

/** A decision to be completed and signed: what follows from the current assessment is filled in. */
export const decisionDraftView = z.strictObject({
  caseId: z.uuid(),
  version: z.int(),
  /** Everything but the board's own words, which are empty: the rationale, and why each alternative was not chosen. */
  content: z.strictObject({
    ...decisionContent.shape,
    rationale: z.string(),
    alternatives: z.array(z.strictObject({ option: z.string(), because: z.string() })),
  }),
  /** What the decision rests on. */
  basis: decisionBasis,
  /** Send it back with the decision: it is recorded only if nothing has changed. */
  basisHash: z.string(),
  /** True while the board has not decided on the case with a quorum; the kind of a decision for another step follows from it. */
  isFirstPresentation: z.boolean(),
  /** What the panel proposes, which decides nothing; null while it has not concluded. */
  panel: panelProposal.nullable(),
  /** The rules behind the expectations, with what they rest on. */
  expectationRules: z.array(
    z.strictObject({
      steps: z.array(z.enum(NEXT_STEP_CODES)),
      result: z.enum(EXPECTED_RESULTS),
      /** Days from the decision to the first one, or to the end of the third, sixth, … cycle. */
      afterDays: z.union([z.number(), z.literal('to-assessment')]),
      /** Repeated every so many days, up to the first response scan. */
      everyDays: z.number().optional(),
      because: z.string(),
      basis: z.literal('product rule'),
      verified: z.literal(false),
    }),
  ),
});
export type DecisionDraftView = z.infer<typeof decisionDraftView>;
