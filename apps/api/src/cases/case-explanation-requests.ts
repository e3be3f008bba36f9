import { z } from 'zod';
import { assessmentQuery } from './case-requests.js';

/** Which part of which assessment of a case is explained. */
export const explanationQuery = z.strictObject({
  part: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .default('nextStep')
    .describe(
      'The part: `nextStep` (when not given), `nextStep.regimen`, `nextStep.blocked`, `stage`, `m1.YAO23` and the other systems, ' +
        '`oligometastatic`, `ebvDna`, `response`, `response.gate`. A part that is not known is answered with all that are.',
    ),
  ...assessmentQuery.shape,
});
export type ExplanationRequest = z.infer<typeof explanationQuery>;
