import { isoDate, M1_SYSTEMS, TNM_EDITIONS } from '@tumor-board/oncology';
import { z } from 'zod';
import { NEXT_STEP_CODES } from './assessment.js';

const id = z.string().min(1);
const ids = z.array(id);

const reason = z.strictObject({
  text: z.string().min(1),
  facts: ids,
  rule: z.string().exactOptional(),
  evidence: ids.exactOptional(),
});

/** A finding about values of one kind. */
const finding = <Value extends z.ZodType>(value: Value) =>
  z.discriminatedUnion('status', [
    z.strictObject({ status: z.literal('classified'), value, because: z.array(reason), flags: z.array(z.string()).exactOptional() }),
    z.strictObject({
      status: z.literal('indeterminate'),
      possible: z.array(value),
      missing: z.array(z.string()),
      mayNotApply: z.string().exactOptional(),
      because: z.array(reason),
    }),
    z.strictObject({ status: z.literal('not-applicable'), reason: z.string() }),
    z.strictObject({ status: z.literal('reported'), value, reportedBy: z.string() }),
  ]);

const stageGroup = z.enum(['0', 'I', 'IA', 'IB', 'II', 'III', 'IVA', 'IVB']);
const mCategory = z.enum(['M0', 'M1', 'M1a', 'M1b']);
const m1Class = z.enum(['M1a', 'M1b', 'M1c', 'M1d', 'low', 'intermediate', 'high']);

const record = <Key extends string, Value extends z.ZodType>(keys: readonly Key[], value: Value) => z.record(z.enum(keys), value);

const policy = z.looseObject({
  oligometastaticMax: z.literal([3, 4, 5]),
  upfrontAblationMax: z.int().min(0),
  cisplatinCrClMin: z.number(),
});

const ebvDna = z.strictObject({
  category: z.enum(['baseline-undetectable', 'not-assessable', 'rapid', 'slow', 'rising']),
  reason: z.string().exactOptional(),
  halfLifeDays: z.number().exactOptional(),
  halfLifeBelowDays: z.number().exactOptional(),
  clearance: z.enum(['cleared', 'persistent', 'rebound', 'not-informative', 'not-assessable']),
  flags: z.array(z.string()),
});

const recist = z.enum(['CR', 'PR', 'SD', 'PD', 'NE', 'non-CR/non-PD']);
const irecist = z.enum(['iCR', 'iPR', 'iSD', 'iUPD', 'iCPD', 'NE', 'non-iCR/non-iUPD']);

const scan = z.strictObject({
  on: isoDate,
  sumMm: z.number().nullable(),
  changeFromBaselinePct: z.number().nullable(),
  changeFromNadirPct: z.number().nullable(),
  overall: recist,
  immune: irecist.nullable(),
  fact: id,
  line: z.int().min(1).nullable(),
  flags: z.array(z.string()),
});

const response = z.strictObject({
  assessments: z.array(scan),
  best: z.strictObject({ overall: recist, on: isoDate, immune: irecist.nullable(), immuneOn: isoDate.nullable() }).nullable(),
  gate: z.enum(['good', 'poor', 'conflict', 'not-assessable']),
  reason: z.string(),
});

const nextStep = z.strictObject({
  code: z.enum(NEXT_STEP_CODES),
  title: z.string().min(1),
  because: z.array(reason),
  alternatives: z.array(z.strictObject({ title: z.string().min(1), evidence: ids })),
  blocked: z.array(z.strictObject({ option: z.string().min(1), because: z.array(reason) })),
  needs: z.array(z.string()),
  evidence: ids,
  regimen: z.array(z.string()).exactOptional(),
  ablation: z.enum(['upfront', 'deferred', 'none']).exactOptional(),
  doseGy: z.tuple([z.number(), z.number()]).exactOptional(),
  concurrent: z.string().exactOptional(),
});

/** The form of an assessment, `tumor-board-assessment/1`: what other programs may rely on. */
export const assessmentSchema = z.strictObject({
  format: z.literal('tumor-board-assessment/1'),
  reference: z.string(),
  asOf: isoDate,
  knowledge: id,
  policy,
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
  stage: record(TNM_EDITIONS, z.strictObject({ group: finding(stageGroup), m: finding(mCategory) })),
  m1: record(M1_SYSTEMS, finding(m1Class)),
  oligometastatic: finding(z.boolean()),
  ebvDna,
  response,
  nextStep,
  missing: z.array(z.strictObject({ item: z.string().min(1), wouldSettle: z.array(z.string()) })),
  alerts: z.array(z.strictObject({ code: id, text: z.string().min(1), facts: ids })),
});
