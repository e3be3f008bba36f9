import type { CheckedCriterion, Criterion, Histology, Trial, TrialStatus } from './trial.js';

const NON_KERATINISING: readonly Histology[] = ['non-keratinising-undifferentiated', 'non-keratinising-differentiated'];
/** Laboratory values count for a fortnight. */
const LABORATORY_DAYS = 14;
/** RECIST 1.1: longest diameter, short axis of a node. */
const RECIST_MEASURABLE = { nonNodalMm: 10, nodeMm: 15 } as const;

const unknownStatus = (source: string): TrialStatus => ({ recruitment: 'unknown', asOf: null, source });
const mirror = (number: string): Trial['criteriaSource'] => ({
  from: `medifind ${number}`,
  confidence: 'V',
  note: 'Read in a mirror of the register; verify in the register before use.',
});

const AGE: Criterion = { id: 'age', kind: 'age', from: 18, to: 70, text: '18 to 70 years' };
const ecog = (max: 1 | 2): Criterion => ({ id: 'ecog', kind: 'ecog', max, text: `ECOG 0 to ${max}` });
const NON_KERATINISING_ONLY: Criterion = { id: 'histology', kind: 'histology', is: NON_KERATINISING, text: 'non-keratinising carcinoma' };
const MEASURABLE: Criterion = {
  id: 'measurable',
  kind: 'measurable-disease',
  ...RECIST_MEASURABLE,
  text: 'at least one lesion measurable by RECIST 1.1',
};
const FIRST_LINE: Criterion = { id: 'first-line', kind: 'first-line', text: 'no systemic therapy before this line' };
const CHEMO_IMMUNOTHERAPY: Criterion = {
  id: 'chemo-immunotherapy',
  kind: 'received',
  groups: ['platinum', 'anti-PD-1'],
  text: 'platinum-based chemotherapy with an anti-PD-1 agent',
};
const judged = (id: string, text: string): Criterion => ({ id, kind: 'judgement', text });

type Laboratory = Extract<CheckedCriterion, { kind: 'laboratory' }>;
const laboratory = (
  item: Laboratory['item'],
  comparator: Laboratory['comparator'],
  limit: number,
  text: string,
  more: Partial<Pick<Laboratory, 'withLiverMetastases' | 'orElse'>> = {},
): Criterion => ({ id: item, kind: 'laboratory', item, comparator, limit, withinDays: LABORATORY_DAYS, text, ...more });

/** Trials whose criteria were read: what is open to patients with de novo metastatic disease, or must not be taken for it. */
export const STRUCTURED_TRIALS: readonly Trial[] = [
  {
    id: 'NCT07235319',
    title: 'Immediate against salvage locoregional radiotherapy after chemotherapy with an anti-PD-1 agent (non-inferiority)',
    phase: 'III',
    enrolment: 260,
    arms: ['immediate locoregional radiotherapy', 'salvage locoregional radiotherapy'],
    status: unknownStatus('medifind 578863567 gives a start on 2025-11-20; whether it recruits was not read'),
    criteria: [
      AGE,
      NON_KERATINISING_ONLY,
      ecog(1),
      { id: 'stage', kind: 'stage', edition: 'TNM-9', groups: ['IVA', 'IVB'], text: 'stage IV of TNM-9' },
      FIRST_LINE,
      MEASURABLE,
      CHEMO_IMMUNOTHERAPY,
      {
        id: 'response',
        kind: 'response',
        among: ['CR', 'PR'],
        cycles: { from: 4, to: 6 },
        text: 'complete or partial response after 4 to 6 cycles',
      },
      laboratory('hemoglobinGL', '>=', 90, 'hemoglobin at least 90 g/L'),
      laboratory('neutrophilsE9L', '>=', 1.5, 'neutrophils at least 1.5 × 10⁹/L'),
      laboratory('plateletsE9L', '>=', 100, 'platelets at least 100 × 10⁹/L'),
      laboratory('creatinineClearanceMlMin', '>=', 60, 'creatinine at most 1.5 × upper limit, or clearance at least 60 mL/min', {
        orElse: 'serum creatinine at most 1.5 × upper limit',
      }),
      laboratory('bilirubinUln', '<=', 1.5, 'bilirubin at most 1.5 × upper limit'),
      laboratory('altUln', '<=', 2.5, 'ALT at most 2.5 × upper limit, 5 × with liver metastases', { withLiverMetastases: 5 }),
      judged('ast', 'AST at most 2.5 × upper limit, 5 × with liver metastases'),
      judged('inr', 'INR at most 1.5'),
    ],
    criteriaSource: mirror('578863567'),
    evidence: [],
  },
  {
    id: 'medifind-341790219',
    title: 'Consolidation of every metastasis after locoregional radiotherapy',
    phase: 'not stated',
    enrolment: null,
    arms: ['stereotactic radiotherapy of every metastasis'],
    status: unknownStatus('not read in a register of trials'),
    criteria: [
      AGE,
      { id: 'stage', kind: 'stage', edition: 'TNM-8', groups: ['IVB'], text: 'stage IVB of TNM-8' },
      {
        id: 'response',
        kind: 'response-after-radiotherapy',
        among: ['PR', 'SD'],
        months: 3,
        text: 'partial response or stable disease 3 months after locoregional radiotherapy',
      },
      { id: 'lesions', kind: 'lesion-count', comparator: '<=', limit: 5, scope: 'total', text: 'at most 5 lesions' },
      {
        id: 'lesions-per-organ',
        kind: 'lesion-count',
        comparator: '<=',
        limit: 3,
        scope: 'each organ',
        text: 'at most 3 lesions in each organ',
      },
      {
        id: 'size',
        kind: 'lesion-size',
        comparator: '<=',
        mm: 50,
        except: { bone: 60, brain: 30 },
        text: 'lesions of at most 5 cm, in bone 6 cm, in the brain 3 cm',
      },
      ecog(1),
      judged('treatable', 'every lesion can be treated stereotactically, by the board'),
      judged('life-expectancy', 'life expectancy above 6 months'),
    ],
    criteriaSource: mirror('341790219'),
    evidence: [],
  },
  {
    id: 'medifind-337270924',
    title: 'Radiotherapy of several targets with an anti-PD-1 agent and capecitabine',
    phase: 'not stated',
    enrolment: null,
    arms: ['radiotherapy of several targets + anti-PD-1 agent + capecitabine'],
    status: unknownStatus('not read in a register of trials'),
    criteria: [
      AGE,
      CHEMO_IMMUNOTHERAPY,
      {
        id: 'response',
        kind: 'response',
        among: ['CR', 'PR', 'SD', 'non-CR/non-PD'],
        cycles: { from: 4, to: 6 },
        text: 'at least stable disease after 4 to 6 cycles of gemcitabine, cisplatin and an anti-PD-1 agent',
      },
      { id: 'lesions', kind: 'lesion-count', comparator: '<', limit: 5, scope: 'total', text: 'fewer than 5 distant metastases' },
      ecog(2),
      laboratory('neutrophilsE9L', '>=', 2, 'neutrophils at least 2.0 × 10⁹/L'),
      laboratory('plateletsE9L', '>=', 100, 'platelets at least 100 × 10⁹/L'),
      laboratory('hemoglobinGL', '>=', 90, 'hemoglobin at least 90 g/L'),
      laboratory('creatinineClearanceMlMin', '>=', 60, 'creatinine clearance at least 60 mL/min'),
      judged('albumin', 'albumin at least 28 g/L'),
    ],
    criteriaSource: mirror('337270924'),
    evidence: [],
  },
  {
    id: 'medifind-570611433',
    title: 'Locoregional radiotherapy of a reduced target',
    phase: 'III',
    enrolment: null,
    arms: ['locoregional radiotherapy of a reduced target', 'locoregional radiotherapy of the usual target'],
    status: unknownStatus('not read in a register of trials'),
    criteria: [
      AGE,
      NON_KERATINISING_ONLY,
      {
        id: 'stage',
        kind: 'ambiguous',
        printed: 'TanyNanyM1, stage IVB (AJCC 9th)',
        text: 'any M1, or stage IVB of TNM-9: the wording allows both, and in TNM-9 M1 with few lesions is IVA',
        readings: [
          { id: 'any-m1', kind: 'metastatic', text: 'any M1' },
          { id: 'ivb', kind: 'stage', edition: 'TNM-9', groups: ['IVB'], text: 'stage IVB of TNM-9' },
        ],
      },
      CHEMO_IMMUNOTHERAPY,
      { id: 'response', kind: 'response', among: ['CR', 'PR'], cycles: { from: 1 }, text: 'complete or partial response to it' },
    ],
    criteriaSource: mirror('570611433'),
    evidence: [],
  },
  {
    id: 'medifind-506845179',
    title: 'Stereotactic and low-dose radiotherapy with an anti-PD-1 agent and chemotherapy',
    phase: 'not stated',
    enrolment: null,
    arms: ['stereotactic + low-dose radiotherapy + anti-PD-1 agent + chemotherapy'],
    status: unknownStatus('not read in a register of trials'),
    criteria: [
      { id: 'metastatic', kind: 'metastatic', text: 'recurrent or metastatic disease' },
      { id: 'untreated', kind: 'untreated', text: 'not treated for it before' },
      { id: 'histology', kind: 'histology', is: NON_KERATINISING, text: 'WHO type II or III (non-keratinising)' },
      ecog(1),
      MEASURABLE,
      judged('treatable', 'at least one lesion can be treated stereotactically'),
    ],
    criteriaSource: mirror('506845179'),
    evidence: [],
  },
  {
    id: 'NCT04944914',
    title: 'Camrelizumab with or without stereotactic radiotherapy in oligometastases after radical treatment',
    phase: 'not stated',
    enrolment: null,
    arms: ['camrelizumab + stereotactic radiotherapy', 'camrelizumab'],
    status: unknownStatus('not read in a register of trials'),
    criteria: [
      {
        id: 'metachronous',
        kind: 'metachronous-after-radical-treatment',
        text: 'oligometastases with a primary that was treated radically and is controlled: not de novo',
      },
    ],
    criteriaSource: {
      from: 'stored mirror of the register',
      confidence: 'V',
      note: 'One criterion read; verify in the register before use.',
    },
    evidence: [],
  },
];
