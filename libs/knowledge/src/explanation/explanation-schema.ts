import { clinicalFact, fact, isoDate } from '@tumor-board/oncology';
import { z } from 'zod';
import { citedSourceSchema } from '../evidence/evidence-schema.js';
import { PARTS } from './part.js';
import type { Trace } from './trace.js';
import type { WhatWouldChange } from './what-would-change.js';

const part = z.enum(PARTS);
const texts = z.array(z.string());

const tracedFact = z.strictObject({
  id: z.string(),
  type: z.enum(clinicalFact.options.map(({ shape }) => shape.type.value)),
  on: isoDate,
  text: z.string(),
  corrected: z.boolean(),
});

const rule = z.strictObject({
  id: z.string(),
  kind: z.enum(['pathway', 'published system', 'TNM', 'fitness', 'response', 'EBV DNA', 'site policy', 'wish']),
  words: z.string(),
  basis: z.string().exactOptional(),
  verified: z.boolean().exactOptional(),
});

const { id, citation, doi, design, population, confidence, verified } = citedSourceSchema.shape;

/** The form of a trace: what other programs may rely on. */
export const traceSchema = z.strictObject({
  part,
  reference: z.string(),
  asOf: isoDate,
  knowledge: z.string(),
  value: z.string(),
  settled: z.boolean(),
  flags: texts,
  missing: texts,
  reasons: z.array(
    z.strictObject({
      text: z.string(),
      about: z.string().exactOptional(),
      facts: z.array(tracedFact),
      rule: rule.nullable(),
      sources: z.array(z.strictObject({ id, citation, doi, design, population, confidence, verified })),
    }),
  ),
}) satisfies z.ZodType<Trace>;

const wholeNumber = z.int().min(0);

/** The form of what would settle or change a part: what other programs may rely on. */
export const whatWouldChangeSchema = z.strictObject({
  part,
  value: z.string(),
  settled: z.boolean(),
  sets: z.array(
    z.strictObject({
      assumptions: z.array(z.strictObject({ id: z.string(), label: z.string(), kind: z.enum(['missing', 'future', 'correction']) })),
      facts: z.array(fact.and(z.object({ id: z.string() }))),
      value: z.string(),
      settled: z.boolean(),
    }),
  ),
  leftOut: wholeNumber,
  searched: z.strictObject({ hypotheses: wholeNumber, assessments: wholeNumber, complete: z.boolean() }),
}) satisfies z.ZodType<WhatWouldChange>;
