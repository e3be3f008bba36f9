import { M1_SYSTEMS } from '@tumor-board/oncology';
import { z } from 'zod';
import { statedSchema } from '../evidence/evidence-schema.js';
import { GUIDELINES } from '../guidelines/guideline.js';
import type { Criterion } from '../trials/trial.js';
import type { Outlook } from './outlook.js';

const system = z.enum(M1_SYSTEMS);
const systems = z.array(system);
const texts = z.array(z.string());

/** The form of the patients that a system was derived in. */
export const cohortSchema = z.strictObject({
  patients: statedSchema,
  period: statedSchema.exactOptional(),
  timing: z.enum(['synchronous', 'metachronous', 'de novo', 'not stated']),
});

/** The form of what a paper says of adding locoregional radiotherapy. */
export const radiotherapyClaimSchema = z.strictObject({ claim: z.enum(['benefit', 'no-benefit']), figures: statedSchema });

const systemOutlook = z.strictObject({
  system,
  title: z.string(),
  citation: z.string(),
  evidence: z.string(),
  entries: texts,
  cohort: cohortSchema,
  status: z.enum(['classified', 'indeterminate', 'not-applicable', 'reported']),
  classes: z.array(
    z.strictObject({ class: z.string(), survival: z.array(statedSchema), locoregionalRadiotherapy: radiotherapyClaimSchema.nullable() }),
  ),
  flags: texts,
  missing: texts,
  doesNotApply: z.string().nullable(),
  reportedBy: z.string().nullable(),
  caveats: z.array(statedSchema),
});

const guideline = z.strictObject({
  guideline: z.enum(GUIDELINES),
  date: z.string(),
  position: z.enum(['agrees', 'silent', 'differs', 'open']),
  text: z.string(),
  grades: texts,
  evidence: texts,
  verified: z.boolean(),
});

const CRITERIA = [
  'age',
  'ecog',
  'histology',
  'metastatic',
  'stage',
  'measurable-disease',
  'first-line',
  'received',
  'response',
  'response-after-radiotherapy',
  'lesion-count',
  'lesion-size',
  'laboratory',
  'untreated',
  'metachronous-after-radical-treatment',
  'judgement',
  'ambiguous',
] as const satisfies readonly Criterion['kind'][];

const trial = z.strictObject({
  trial: z.string(),
  title: z.string(),
  overall: z.enum(['possible', 'excluded', 'unknown']),
  recruiting: z.enum(['yes', 'no', 'unknown']),
  status: z.strictObject({
    recruitment: z.enum(['recruiting', 'not yet recruiting', 'closed', 'reported', 'unknown']),
    asOf: z.string().nullable(),
    source: z.string(),
  }),
  criteria: z.array(
    z.strictObject({
      criterion: z.string(),
      kind: z.enum(CRITERIA),
      asks: z.string(),
      outcome: z.enum(['met', 'not-met', 'unknown']),
      facts: texts,
      text: z.string(),
      waitsFor: z.enum(['fact', 'person']).exactOptional(),
    }),
  ),
  text: z.string(),
});

/** The form of an outlook: what other programs may rely on. */
export const outlookSchema = z.strictObject({
  systems: z.array(systemOutlook),
  locoregionalRadiotherapy: z.strictObject({
    position: z.enum(['benefit', 'no-benefit', 'disagree', 'not-stated']),
    settled: z.boolean(),
    benefit: systems,
    noBenefit: systems,
    notStated: systems,
    open: systems,
    text: z.string(),
  }),
  guidelines: z.array(guideline),
  trials: z.array(trial),
}) satisfies z.ZodType<Outlook>;
