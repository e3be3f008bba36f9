import { cohortSchema, entriesOfSystem, radiotherapyClaimSchema, statedSchema } from '@tumor-board/knowledge';
import { M1_SUBDIVISIONS, M1_SYSTEMS, type PublishedSystem } from '@tumor-board/oncology';
import { z } from 'zod';

const texts = z.array(z.string());

/** A published subdivision of M1 disease: its rule in words, and what a reader must know to weigh it. */
export const m1System = z.strictObject({
  id: z.enum(M1_SYSTEMS),
  title: z.string(),
  citation: z.string(),
  /** Id among the sources. */
  evidence: z.string(),
  /** Ids of its entries in the evidence register. */
  entries: texts,
  /** Its number in the review's list of references, and its row in the review's table 2. */
  reviewReference: z.int(),
  reviewRow: z.int(),
  cohort: cohortSchema,
  /** What must be known of the patient. */
  inputs: texts,
  /** In the paper's order, best prognosis first. */
  classes: texts,
  computable: z.enum(['yes', 'partly', 'after-chemotherapy', 'externally']),
  /** Baseline EBV DNA in copies/mL of plasma, by the assay of the study; null where the paper gives none. */
  ebvDnaCutOff: z.number().nullable(),
  rules: z.array(
    z.strictObject({
      /** As reasons name it. */
      rule: z.string(),
      when: z.string(),
      /** The class; several where the paper assigns none, none where the system does not apply. */
      gives: texts,
      doesNotApply: z.string().nullable(),
      missing: z.string().nullable(),
    }),
  ),
  /** What is lacking where two rows give different classes to the same case; null where none do. */
  overlap: z.string().nullable(),
  /** What every class of the system is flagged with. */
  flags: texts,
  caveats: z.array(statedSchema),
  survival: z.array(z.strictObject({ class: z.string(), figures: statedSchema })),
  /** What the paper says of adding locoregional radiotherapy. The systems disagree and are never merged. */
  locoregionalRadiotherapy: z.array(z.strictObject({ class: z.string(), ...radiotherapyClaimSchema.shape })),
});

export const m1SystemsAnswer = z.strictObject({ systems: z.array(m1System) });

const told = (system: PublishedSystem) => {
  const { id, title, citation, evidence, reviewReference, reviewRow, cohort, inputs, classes, computable } = system;
  return {
    id,
    title,
    citation,
    evidence,
    entries: entriesOfSystem(id).map((entry) => entry.id),
    reviewReference,
    reviewRow,
    cohort,
    inputs,
    classes,
    computable,
    ebvDnaCutOff: system.ebvDnaCutOff ?? null,
    rules: system.rows.map(({ rule, when, gives, doesNotApply, missing }) => ({
      rule,
      when,
      gives,
      doesNotApply: doesNotApply ?? null,
      missing: missing ?? null,
    })),
    overlap: system.overlap ?? null,
    flags: system.flags ?? [],
    caveats: system.caveats,
    survival: system.survival,
    locoregionalRadiotherapy: system.locoregionalRadiotherapy,
  };
};

/** The 13 rule sets in the order of the review's table 2. */
export const toM1Systems = () => ({ systems: M1_SUBDIVISIONS.map(told) });
