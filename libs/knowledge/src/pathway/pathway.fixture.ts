import { type Fact, type FactOf, parseCaseFile } from '@tumor-board/oncology';
import { assess, type CaseRecord } from '../assess.js';
import type { Assessment } from '../assessment.js';
import { type SitePolicy, sitePolicy } from '../policy.js';
import { knowledgeRelease } from '../releases/catalogue.js';

type Given<Type extends Fact['type']> = Partial<Omit<Extract<Fact, { type: Type }>, 'type'>>;
type Lesion = FactOf<'MetastasesCharted'>['lesions'][number];

export const lungLesion = (changes: Partial<Lesion> = {}): Lesion => ({
  id: 'M1',
  organ: 'lung',
  sizeMm: 15,
  count: 1,
  countIsExact: true,
  certainty: 'definite',
  ...changes,
});

const ALL_IMAGED = { liver: true, lung: true, bone: true, distantNode: true };

/** A complete baseline of one small lung metastasis in a fit patient; each part can be changed or left out with null. */
export function baseline(
  changes: {
    histology?: Given<'HistologyReported'> | null;
    ecog?: 0 | 1 | 2 | 3 | 4 | null;
    staging?: Given<'StagingRecorded'> | null;
    lesions?: Lesion[] | null;
    imaged?: Partial<FactOf<'MetastasesCharted'>['organsImaged']>;
    fitness?: Given<'FitnessRecorded'> | null;
    ebv?: Given<'EbvDnaMeasured'> | null;
  } = {},
): Fact[] {
  const on = '2025-01-06';
  const facts: (Fact | null)[] = [
    changes.histology === null
      ? null
      : {
          type: 'HistologyReported',
          id: 'histology',
          on,
          histology: 'non-keratinising-undifferentiated',
          eber: 'positive',
          ...changes.histology,
        },
    changes.ecog === null ? null : { type: 'PerformanceStatusRecorded', id: 'ecog', on, ecog: changes.ecog ?? 0 },
    changes.staging === null
      ? null
      : { type: 'StagingRecorded', id: 'staging', on, edition: 'TNM-8', t: 'T3', n: 'N2', m: 'M1', ...changes.staging },
    changes.lesions === null
      ? null
      : {
          type: 'MetastasesCharted',
          id: 'chart',
          on,
          lesions: changes.lesions ?? [lungLesion()],
          organsImaged: { ...ALL_IMAGED, ...changes.imaged },
        },
    changes.fitness === null
      ? null
      : {
          type: 'FitnessRecorded',
          id: 'fitness',
          on,
          creatinineClearanceMlMin: 95,
          hearingLossGrade: 0,
          neuropathyGrade: 0,
          neutrophilsE9L: 3.2,
          plateletsE9L: 220,
          hemoglobinGL: 132,
          hbsAg: 'negative',
          dpyd: 'normal',
          autoimmuneDisease: 'none',
          organTransplant: false,
          ...changes.fitness,
        },
    changes.ebv === null ? null : sample(on, 20_000, { id: 'e0', ...changes.ebv }),
    {
      type: 'BaselineLesionsMeasured',
      id: 'baseline',
      on: '2025-01-07',
      modality: 'mri+ct',
      nonTarget: 'present',
      targets: [nasopharynx(40)],
    },
  ];
  return facts.filter((fact) => fact !== null);
}

export const nasopharynx = (mm: number) => ({
  lesion: 'NP',
  organ: 'nasopharynx',
  kind: 'non-nodal' as const,
  state: mm === 0 ? ('absent' as const) : ('measured' as const),
  mm,
});

/** Copies/mL of plasma by one assay with a detection limit of 20; 0 is undetectable. */
export const sample = (on: string, copies: number, changes: Given<'EbvDnaMeasured'> = {}): Fact => ({
  type: 'EbvDnaMeasured',
  on,
  unit: 'copies/mL',
  assay: 'LabA-BamHIW',
  limitOfDetection: 20,
  specimen: 'plasma',
  ...(copies === 0 ? { result: 'undetectable' } : { result: 'quantified', value: copies }),
  ...changes,
});

export const systemic = (on = '2025-01-13', changes: Given<'SystemicTherapyStarted'> = {}): Fact => ({
  type: 'SystemicTherapyStarted',
  on,
  line: 1,
  regimen: 'GP + toripalimab',
  agents: ['gemcitabine', 'cisplatin', 'toripalimab'],
  ...changes,
});

export const cycles = (on: string, count: number): Fact => ({ type: 'SystemicTherapyCyclesCompleted', on, cycles: count });

export const ended = (on: string, reason: FactOf<'SystemicTherapyEnded'>['reason']): Fact => ({ type: 'SystemicTherapyEnded', on, reason });

/** A scan of the single target at a size in mm (40 at baseline), stable and without new lesions. */
export const scan = (on: string, mm: number, changes: Given<'ResponseAssessed'> = {}): Fact => ({
  type: 'ResponseAssessed',
  on,
  modality: 'mri+ct',
  targets: [nasopharynx(mm)],
  nonTarget: 'non-CR/non-PD',
  newLesions: [],
  clinicallyStable: true,
  ...changes,
});

export const radiotherapy = (on: string, changes: Given<'RadiotherapyDelivered'> = {}): Fact => ({
  type: 'RadiotherapyDelivered',
  on,
  target: 'locoregional',
  doseGy: 70,
  fractions: 33,
  ...changes,
});

export const newLesion = (lesion: string, organ: string) => ({ lesion, organ, unequivocal: true });

export const recordOf = (facts: readonly Fact[]): CaseRecord =>
  parseCaseFile({ format: 'tumor-board-case/1', reference: 'T', patient: { ageYears: 46, sex: 'male' }, facts });

/** The assessment of facts under the current release. */
export const assessed = (facts: readonly Fact[], policy: Partial<SitePolicy> = {}): Assessment =>
  assess(recordOf(facts), knowledgeRelease('npc-2023.08'), sitePolicy(policy));
