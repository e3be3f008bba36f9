import { type Confidence, M1_SYSTEMS, type Stated } from '@tumor-board/oncology';
import { z } from 'zod';
import type { CitedEntry, CitedSource } from './cited-entry.js';
import { type Effect, ENDPOINTS, type Endpoint, type Figure } from './effect.js';
import { REVIEW_SECTIONS, REVIEW_TABLES } from './evidence-entry.js';

const confidence = z.enum(['V', 'S', 'K', '?']) satisfies z.ZodType<Confidence>;
const marks = { confidence, verified: z.boolean() };

/** The form of a statement about a paper, with how sure it is. */
export const statedSchema = z.strictObject({ text: z.string(), status: confidence, verified: z.boolean() }) satisfies z.ZodType<Stated>;

/** The form of a source with its licence. */
export const citedSourceSchema = z.strictObject({
  id: z.string(),
  citation: z.string(),
  doi: z.string().exactOptional(),
  reviewReference: z.int().exactOptional(),
  design: z.enum(['review', 'randomised', 'single-arm', 'retrospective', 'guideline', 'consensus', 'standard', 'label', 'product-rule']),
  population: z.string(),
  note: z.string(),
  ...marks,
  licence: z.strictObject({
    terms: z.enum(['CC BY-NC-ND 4.0', 'all rights reserved, AI use restricted', 'own', 'not checked']),
    holds: z.enum(['facts and figures, no sentences', 'position as others report it, no text', 'own words']),
    aiUse: z.enum(['not restricted beyond the licence', 'not without written permission', 'not checked']),
  }),
}) satisfies z.ZodType<CitedSource>;

const figure = z.union([
  z.number(),
  z.strictObject({ from: z.number(), to: z.number() }),
  z.strictObject({ atMost: z.number() }),
  z.strictObject({ moreThan: z.number() }),
  z.enum(['not reached', 'not given']),
]) satisfies z.ZodType<Figure>;

const read = {
  endpoint: z.enum(Object.keys(ENDPOINTS) as [Endpoint, ...Endpoint[]]),
  subset: z.string().exactOptional(),
  p: z.string().exactOptional(),
  readIn: z.string(),
};
const atYears = z.number().exactOptional();

const effect = z.discriminatedUnion('measure', [
  z.strictObject({ measure: z.literal('median'), unit: z.enum(['months', 'years']), figures: z.array(figure), ...read }),
  z.strictObject({ measure: z.literal('rate'), atYears, percent: z.array(figure), ...read }),
  z.strictObject({
    measure: z.literal('hazard ratio'),
    of: z.string(),
    against: z.string(),
    estimate: z.number(),
    ci95: z.tuple([z.number(), z.number()]).exactOptional(),
    ...read,
  }),
  z.strictObject({
    measure: z.enum(['difference', 'relative reduction']),
    atYears,
    percent: figure,
    approximate: z.literal(true).exactOptional(),
    ...read,
  }),
  z.strictObject({ measure: z.literal('comparison'), favours: z.enum(['first group', 'second group', 'neither']), ...read }),
]) satisfies z.ZodType<Effect>;

const limit = z.union([
  z.strictObject({ above: z.number() }),
  z.strictObject({ below: z.number() }),
  z.strictObject({ atLeast: z.number() }),
  z.strictObject({ atMost: z.number() }),
  z.strictObject({ from: z.number(), to: z.number() }),
]);

/** The form of an entry of the evidence register: what other programs may rely on. */
export const citedEntrySchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  place: z.discriminatedUnion('in', [
    z.strictObject({ in: z.literal('table'), table: z.literal([...REVIEW_TABLES]), row: z.int() }),
    z.strictObject({ in: z.literal('text'), section: z.enum(REVIEW_SECTIONS), paragraph: z.int() }),
    z.strictObject({ in: z.literal('elsewhere') }),
  ]),
  sources: z.array(citedSourceSchema),
  years: z.array(z.int()),
  period: z.tuple([z.int(), z.int()]).exactOptional(),
  design: z.enum([
    'randomised phase 3',
    'randomised phase 2',
    'phase 3, registered',
    'phase 2, registered',
    'phase 2',
    'single-arm trial',
    'retrospective',
    'cohort',
    'systematic review',
    'expert opinion',
  ]),
  population: z.strictObject({
    setting: z.enum([
      'de novo',
      'metachronous',
      'recurrent or metastatic',
      'de novo and metachronous',
      'metastatic, timing not stated',
      'other cancers',
      'nasopharyngeal carcinoma of any stage',
    ]),
    detail: z.string().exactOptional(),
  }),
  patients: z.array(z.strictObject({ of: z.string(), n: z.int() })),
  groups: z.array(z.string()),
  effects: z.array(effect),
  thresholds: z.array(z.strictObject({ what: z.string(), value: limit, unit: z.string() })).exactOptional(),
  says: z.array(z.string()).exactOptional(),
  systems: z.array(z.enum(M1_SYSTEMS)).exactOptional(),
  registration: z.string().exactOptional(),
  caveats: z.array(z.strictObject({ text: z.string(), ...marks })),
  corrections: z.array(
    z.strictObject({ kind: z.enum(['misprint', 'inconsistency']), printed: z.string(), readAs: z.string(), why: z.string() }),
  ),
  ...marks,
}) satisfies z.ZodType<CitedEntry>;
