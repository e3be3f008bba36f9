import { type Assessment, type Outlook, outlookSchema } from '@tumor-board/knowledge';
import { z } from 'zod';
import { decisionView, expectationView } from '../case-board/view.js';
import { factLine } from '../decision-diff/view.js';
import { saidOfCase } from '../deliberation/view.js';
import { instant } from '../instant.js';

const recordedFact = z.strictObject({ ...factLine.shape, version: z.int(), recordedAt: instant });

/** Whether something recorded comes out the same when it is computed again; null where its texts were erased, which nobody can check. */
const check = z.strictObject({ recorded: z.string(), recomputed: z.string(), matches: z.boolean().nullable() });

/** Why a decision was made and what became of it: what was known, advised, said, decided and done. */
export const decisionDossierView = z.strictObject({
  caseId: z.uuid(),
  reference: z.string(),
  /** The version of the case up to which this was read. */
  version: z.int(),
  decision: decisionView,
  /** Whether the board stands by it: `superseded` by a later one, `needs-review`, or `current`. */
  state: z.enum(['current', 'needs-review', 'superseded']),
  /** True when facts or rules have come since it was signed. */
  signedOnEarlierVersion: z.boolean(),
  /** What was known: the facts recorded up to the version that was shown. */
  known: z.strictObject({ version: z.int(), asOf: z.string(), facts: z.array(recordedFact) }),
  /** What was advised: recomputed under the release and the policy of then. */
  advised: z.strictObject({
    release: z.string(),
    policy: z.record(z.string(), z.unknown()),
    assessment: z.custom<Assessment>((value) => typeof value === 'object' && value !== null),
    outlook: outlookSchema as z.ZodType<Outlook>,
    digest: check,
    fingerprint: check,
  }),
  /** What was said: dissent word for word, what else was weighed, and what the panel and people had said before. */
  said: z.strictObject({
    dissent: decisionView.shape.content.shape.dissent,
    alternatives: decisionView.shape.content.shape.alternatives,
    noAlternatives: z.string().nullable(),
    panel: saidOfCase,
  }),
  /** What was decided is in `decision`; whether what was signed is what is recorded stands here. */
  decided: z.strictObject({ basis: check, content: check, followedProposal: z.boolean() }),
  /** What was done. */
  done: z.strictObject({
    actions: decisionView.shape.actions,
    /** What the plan counts on; null once a later decision stands. */
    expectations: z.array(expectationView).nullable(),
    /** What came after it, event by event. */
    after: z.array(
      z.strictObject({
        version: z.int(),
        type: z.string(),
        what: z.string(),
        actor: z.string(),
        recordedAt: instant,
        factId: z.string().nullable(),
      }),
    ),
  }),
});
export type DecisionDossierView = z.infer<typeof decisionDossierView>;
