import { z } from 'zod';
import { type Lesion, lesion, type NewLesion, newLesion, targets, unique } from './lesion.js';
import { count, grade, isoDate, names, positive, text } from './values.js';

/** When a fact was clinically true, and when it reached the record (default: the same day). */
const dated = {
  id: text.optional(),
  on: isoDate,
  knownOn: isoDate.optional(),
};

const T_CATEGORIES = ['TX', 'T0', 'Tis', 'T1', 'T2', 'T3', 'T4'];
const N_CATEGORIES = ['NX', 'N0', 'N1', 'N2', 'N3'];
const M_CATEGORIES = { 'TNM-8': ['M0', 'M1'], 'TNM-9': ['M0', 'M1', 'M1a', 'M1b'] } as const;

const histologyReported = z.strictObject({
  type: z.literal('HistologyReported'),
  ...dated,
  histology: z.enum(['non-keratinising-undifferentiated', 'non-keratinising-differentiated', 'keratinising', 'basaloid']),
  eber: z.enum(['positive', 'negative', 'unknown']),
});

const stagingRecorded = z
  .strictObject({
    type: z.literal('StagingRecorded'),
    ...dated,
    edition: z.enum(['TNM-8', 'TNM-9']),
    t: text,
    n: text,
    m: text,
    advancedExtranodalExtension: z.boolean().optional(),
  })
  .superRefine((value, context) => {
    const check = (path: 't' | 'n' | 'm', allowed: readonly string[]): void => {
      if (allowed.includes(value[path])) return;
      context.addIssue({
        code: 'custom',
        path: [path],
        input: value[path],
        message: `"${value[path]}" is not a nasopharynx ${path.toUpperCase()} category of ${value.edition}; expected ${allowed.join(', ')}`,
      });
    };
    check('t', T_CATEGORIES);
    check('n', N_CATEGORIES);
    check('m', M_CATEGORIES[value.edition]);
  });

const metastasesCharted = z.strictObject({
  type: z.literal('MetastasesCharted'),
  ...dated,
  lesions: z.array(lesion).superRefine(unique<Lesion>('lesion', (item) => item.id, 'id')),
  organsImaged: z.strictObject({
    liver: z.boolean(),
    lung: z.boolean(),
    bone: z.boolean(),
    distantNode: z.boolean(),
    other: z.boolean().optional(),
  }),
});

const ebvDnaMeasured = z
  .strictObject({
    type: z.literal('EbvDnaMeasured'),
    ...dated,
    result: z.enum(['quantified', 'undetectable', 'below-quantification']),
    /** Copies or IU per mL of the specimen. */
    value: z.number().optional(),
    unit: z.enum(['copies/mL', 'IU/mL']),
    assay: text,
    laboratory: text.optional(),
    limitOfDetection: positive.optional(),
    limitOfQuantification: positive.optional(),
    specimen: z.enum(['plasma', 'serum', 'whole-blood']),
  })
  .superRefine((sample, context) => {
    const refuse = (path: string, message: string): void => {
      context.addIssue({ code: 'custom', path: [path], message, input: sample.value });
    };
    if (sample.result === 'quantified' && !(sample.value !== undefined && sample.value > 0)) {
      refuse('value', 'expected a number greater than 0, because the result is "quantified"');
    }
    if (sample.result !== 'quantified' && sample.value !== undefined && sample.value !== 0) {
      refuse('value', `expected no value, because the result is "${sample.result}"`);
    }
    if (
      sample.limitOfDetection !== undefined &&
      sample.limitOfQuantification !== undefined &&
      sample.limitOfQuantification < sample.limitOfDetection
    ) {
      refuse('limitOfQuantification', 'expected at least the limit of detection');
    }
  });

const performanceStatusRecorded = z.strictObject({
  type: z.literal('PerformanceStatusRecorded'),
  ...dated,
  ecog: z.literal([0, 1, 2, 3, 4]),
});

const fitnessRecorded = z.strictObject({
  type: z.literal('FitnessRecorded'),
  ...dated,
  creatinineClearanceMlMin: z.number().min(0).max(400).optional(),
  hearingLossGrade: grade.optional(),
  neuropathyGrade: grade.optional(),
  neutrophilsE9L: z.number().min(0).optional(),
  plateletsE9L: z.number().min(0).optional(),
  hemoglobinGL: z.number().min(0).max(300).optional(),
  bilirubinUln: z.number().min(0).optional(),
  altUln: z.number().min(0).optional(),
  hbsAg: z.enum(['negative', 'positive']).optional(),
  dpyd: z.enum(['normal', 'partial', 'deficient']).optional(),
  autoimmuneDisease: z.enum(['none', 'controlled', 'active']).optional(),
  organTransplant: z.boolean().optional(),
  pregnant: z.boolean().optional(),
});

const systemicTherapyStarted = z.strictObject({
  type: z.literal('SystemicTherapyStarted'),
  ...dated,
  line: z.int().min(1, { error: 'expected a line of therapy, 1 or more' }),
  regimen: text,
  agents: names,
  plannedCycles: z.int().min(1).optional(),
});

const systemicTherapyCyclesCompleted = z.strictObject({
  type: z.literal('SystemicTherapyCyclesCompleted'),
  ...dated,
  /** Cumulative in the current line. */
  cycles: count,
});

const systemicTherapyEnded = z.strictObject({
  type: z.literal('SystemicTherapyEnded'),
  ...dated,
  reason: z.enum(['completed', 'toxicity', 'progression', 'patient-choice', 'other']),
});

const radiotherapyDelivered = z.strictObject({
  type: z.literal('RadiotherapyDelivered'),
  ...dated,
  target: z.enum(['locoregional', 'metastasis']),
  lesions: names.optional(),
  doseGy: positive,
  fractions: z.int().min(1, { error: 'expected a whole number of fractions, 1 or more' }),
  concurrent: text.optional(),
});

const localTherapyDelivered = z.strictObject({
  type: z.literal('LocalTherapyDelivered'),
  ...dated,
  modality: z.enum(['rfa', 'mwa', 'cryoablation', 'surgery', 'sbrt', 'tace']),
  lesions: names,
  doseGy: positive.optional(),
  fractions: z.int().min(1, { error: 'expected a whole number of fractions, 1 or more' }).optional(),
});

const baselineLesionsMeasured = z.strictObject({
  type: z.literal('BaselineLesionsMeasured'),
  ...dated,
  modality: text,
  targets,
  nonTarget: z.enum(['present', 'none']),
});

const responseAssessed = z.strictObject({
  type: z.literal('ResponseAssessed'),
  ...dated,
  modality: text,
  targets,
  nonTarget: z.enum(['CR', 'non-CR/non-PD', 'PD', 'NE', 'none']),
  /** All lesions that were not there at baseline and still are. */
  newLesions: z.array(newLesion).superRefine(unique<NewLesion>('new lesion', (item) => item.lesion, 'lesion')),
  nonTargetFurtherGrowth: z.boolean().optional(),
  clinicallyStable: z.boolean().optional(),
  /** The category that the radiologist reported. */
  reported: text.optional(),
});

const adverseEventRecorded = z.strictObject({
  type: z.literal('AdverseEventRecorded'),
  ...dated,
  term: text,
  grade: z.literal([1, 2, 3, 4, 5]),
  immuneRelated: z.boolean(),
  attributedTo: text.optional(),
  resolvedToGrade: grade.optional(),
});

const externalScoreReported = z.strictObject({
  type: z.literal('ExternalScoreReported'),
  ...dated,
  system: z.enum(['JIANG16', 'QIU22', 'ZHENG20', 'ZOU17']),
  item: z.enum(['class', 'pps', 'ebv-level', 'oligometastatic']),
  value: z.union([text, z.number()]),
  reportedBy: text,
});

const patientPreferenceRecorded = z.strictObject({
  type: z.literal('PatientPreferenceRecorded'),
  ...dated,
  declines: names,
  note: z.string().optional(),
});

const deathRecorded = z.strictObject({ type: z.literal('DeathRecorded'), ...dated, cause: z.string().optional() });

const CLINICAL = [
  histologyReported,
  stagingRecorded,
  metastasesCharted,
  ebvDnaMeasured,
  performanceStatusRecorded,
  fitnessRecorded,
  systemicTherapyStarted,
  systemicTherapyCyclesCompleted,
  systemicTherapyEnded,
  radiotherapyDelivered,
  localTherapyDelivered,
  baselineLesionsMeasured,
  responseAssessed,
  adverseEventRecorded,
  externalScoreReported,
  patientPreferenceRecorded,
  deathRecorded,
] as const;

/** What a clinician or a laboratory recorded about the patient. */
export const clinicalFact = z.discriminatedUnion('type', CLINICAL);
export type ClinicalFact = z.infer<typeof clinicalFact>;

const factCorrected = z.strictObject({
  type: z.literal('FactCorrected'),
  ...dated,
  corrects: text,
  reason: text,
  replacement: clinicalFact,
});

const factRetracted = z.strictObject({ type: z.literal('FactRetracted'), ...dated, retracts: text, reason: text });

/** A clinical fact, or the correction or retraction of an earlier one. */
export const fact = z.discriminatedUnion('type', [...CLINICAL, factCorrected, factRetracted]).superRefine((value, context) => {
  if (value.knownOn !== undefined && value.on > value.knownOn) {
    context.addIssue({ code: 'custom', path: ['on'], input: value.on, message: `expected a date not after knownOn (${value.knownOn})` });
  }
  if (value.type === 'FactCorrected') {
    const known = value.knownOn ?? value.on;
    if (value.replacement.on > known) {
      context.addIssue({
        code: 'custom',
        path: ['replacement', 'on'],
        input: value.replacement.on,
        message: `expected a date not after the correction was known (${known})`,
      });
    }
  }
});
export type Fact = z.infer<typeof fact>;

export type FactType = Fact['type'];
export type ClinicalFactType = ClinicalFact['type'];

/** A fact as the record holds it: with the id by which a reason, a correction or a retraction names it. */
export type IdentifiedFact = Fact & { readonly id: string };

/** A clinical fact of one type with its id. */
export type FactOf<Type extends ClinicalFactType = ClinicalFactType> = Extract<ClinicalFact, { type: Type }> & { readonly id: string };
