import { knowledgeRelease, type SitePolicy, sitePolicy } from '@tumor-board/knowledge';
import { type Fact, type FactOf, parseCaseFile } from '@tumor-board/oncology';
import { type PanelInput, panelInput } from './input/panel-input.js';
import type { Claim, Stance } from './opinion/claim.js';
import type { PanelDiscipline, Specialty } from './opinion/discipline.js';
import { SPECIALTIES } from './opinion/discipline.js';
import type { Opinion } from './opinion/opinion.js';
import { deliberate, redTeamOpinion, specialistOpinion } from './run/deliberate.js';

type Given<Type extends Fact['type']> = Partial<Omit<Extract<Fact, { type: Type }>, 'type'>>;
export type ChartedLesion = FactOf<'MetastasesCharted'>['lesions'][number];

export const lesion = (changes: Partial<ChartedLesion> = {}): ChartedLesion => ({
  id: 'M1',
  organ: 'lung',
  sizeMm: 15,
  count: 1,
  countIsExact: true,
  certainty: 'definite',
  ...changes,
});

/** A complete baseline of one small lung metastasis in a fit man who declines nothing; each part can be changed or left out with null. */
export function baseline(
  changes: {
    histology?: Given<'HistologyReported'> | null;
    ecog?: 0 | 1 | 2 | 3 | 4 | null;
    lesions?: ChartedLesion[] | null;
    imaged?: Partial<FactOf<'MetastasesCharted'>['organsImaged']>;
    fitness?: Given<'FitnessRecorded'> | null;
    ebv?: Given<'EbvDnaMeasured'> | null;
    targets?: FactOf<'BaselineLesionsMeasured'>['targets'] | null;
    declines?: string[] | null;
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
    { type: 'StagingRecorded', id: 'staging', on, edition: 'TNM-8', t: 'T3', n: 'N2', m: 'M1' },
    changes.lesions === null
      ? null
      : {
          type: 'MetastasesCharted',
          id: 'chart',
          on,
          lesions: changes.lesions ?? [lesion()],
          organsImaged: { liver: true, lung: true, bone: true, distantNode: true, other: true, ...changes.imaged },
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
    changes.targets === null
      ? null
      : {
          type: 'BaselineLesionsMeasured',
          id: 'baseline',
          on: '2025-01-07',
          modality: 'mri+ct',
          nonTarget: 'present',
          targets: changes.targets ?? [nasopharynx(40)],
        },
    changes.declines === null ? null : { type: 'PatientPreferenceRecorded', id: 'wish', on, declines: changes.declines ?? [] },
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
  id: 'start',
  on,
  line: 1,
  regimen: 'GP + toripalimab',
  agents: ['gemcitabine', 'cisplatin', 'toripalimab'],
  ...changes,
});

export const cycles = (on: string, count: number): Fact => ({
  type: 'SystemicTherapyCyclesCompleted',
  id: `cycles-${count}`,
  on,
  cycles: count,
});

/** A scan of the single target at a size in mm (40 at baseline), stable and without new lesions. */
export const scan = (on: string, mm: number, changes: Given<'ResponseAssessed'> = {}): Fact => ({
  type: 'ResponseAssessed',
  id: `scan-${on}`,
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
  id: `radiotherapy-${on}`,
  on,
  target: 'locoregional',
  doseGy: 70,
  fractions: 33,
  ...changes,
});

export const event = (on: string, term: string, grade: 1 | 2 | 3 | 4 | 5, changes: Given<'AdverseEventRecorded'> = {}): Fact => ({
  type: 'AdverseEventRecorded',
  id: `event-${term.replaceAll(' ', '-')}`,
  on,
  term,
  grade,
  immuneRelated: false,
  ...changes,
});

/** Six cycles with a response and EBV DNA cleared: the step is locoregional radiotherapy. */
export const responded = (changes: Parameters<typeof baseline>[0] = {}, ...more: readonly Fact[]): Fact[] => [
  ...baseline(changes),
  systemic(),
  sample('2025-03-01', 0),
  cycles('2025-05-10', 6),
  scan('2025-05-20', 20),
  sample('2025-05-20', 0),
  ...more,
];

/** Four cycles of gemcitabine with cisplatin and then progression: the step is a change of systemic therapy. */
export const progressed = (changes: Parameters<typeof baseline>[0] = {}, ...more: readonly Fact[]): Fact[] => [
  ...baseline(changes),
  systemic('2025-01-13', { agents: ['gemcitabine', 'cisplatin'] }),
  cycles('2025-04-10', 4),
  sample('2025-04-18', 30_000),
  scan('2025-04-20', 60),
  ...more,
];

/** The panel's input for facts under a release (by default the one with what came since the review). */
export const inputOf = (facts: readonly Fact[], policy: Partial<SitePolicy> = {}, release = 'npc-2026.11'): PanelInput =>
  panelInput(
    parseCaseFile({ format: 'tumor-board-case/1', reference: 'T', patient: { ageYears: 46, sex: 'male' }, facts }),
    knowledgeRelease(release),
    sitePolicy(policy),
  );

/** The opinion of one discipline. */
export function opinionOf(discipline: PanelDiscipline, facts: readonly Fact[], policy: Partial<SitePolicy> = {}): Opinion {
  const input = inputOf(facts, policy);
  return discipline === 'red-team'
    ? redTeamOpinion(
        input,
        SPECIALTIES.map((one) => specialistOpinion(one, input)),
      )
    : specialistOpinion(discipline, input);
}

/** What one discipline says: to be searched by stance, rule and words. */
export function sayings(discipline: PanelDiscipline, facts: readonly Fact[], policy: Partial<SitePolicy> = {}) {
  const { claims, missing } = opinionOf(discipline, facts, policy);
  const find = (stance: Stance, words: RegExp): Claim | undefined =>
    claims.find((claim) => claim.stance === stance && words.test(claim.text));
  return { claims, missing, find, says: (words: RegExp): boolean => claims.some(({ text }) => words.test(text)) };
}

/** A whole run. */
export const runOf = (facts: readonly Fact[], policy: Partial<SitePolicy> = {}, absent: readonly (Specialty | 'red-team')[] = []) =>
  deliberate(inputOf(facts, policy), { absent });
