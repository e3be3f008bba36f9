import type { Finding } from '@tumor-board/kernel';
import type { Alert } from '../alert.js';
import type { ClinicalFact, IdentifiedFact } from '../facts/clinical-fact.js';
import type { Lesion, MetastasisOrgan } from '../facts/lesion.js';
import { timelineOf } from '../facts/timeline.js';
import { type Stage, stageCase } from '../staging/stage-case.js';
import type { TnmEdition } from '../staging/tnm-edition.js';
import { treatmentCourse } from '../treatment/treatment-course.js';
import type { LocalCutoffs } from './local-cutoffs.js';
import type { M1System } from './m1-system.js';
import { type MetastaticExtent, metastaticExtent } from './metastatic-extent.js';
import { oligometastatic } from './oligometastatic.js';
import { subdivide } from './subdivide.js';

type Of<Type extends ClinicalFact['type']> = Extract<ClinicalFact, { type: Type }>;
type Imaged = Of<'MetastasesCharted'>['organsImaged'];

/** A day of January 2025; day 0 and before lie in 2024. */
export const day = (number: number): string => new Date(Date.UTC(2025, 0, number)).toISOString().slice(0, 10);

/** A group of like lesions, definite and exactly counted unless said otherwise. */
export const group = (organ: MetastasisOrgan, count = 1, changes: Partial<Lesion> = {}): Lesion => ({
  id: `${organ}-${count}${changes.certainty ?? ''}${changes.site ?? ''}`,
  organ,
  count,
  countIsExact: true,
  certainty: 'definite',
  ...changes,
});

/** A chart of the metastases with every organ imaged unless said otherwise. */
export const chart = (lesions: readonly Lesion[], notImaged: Partial<Imaged> = {}, on = 1): Of<'MetastasesCharted'> => ({
  type: 'MetastasesCharted',
  on: day(on),
  lesions: [...lesions],
  organsImaged: { liver: true, lung: true, bone: true, distantNode: true, ...notImaged },
});

/** A plasma sample in copies/mL: a value, undetectable ("nd") or below quantification ("blq"). */
export const sample = (result: number | 'nd' | 'blq', changes: Partial<Of<'EbvDnaMeasured'>> = {}): Of<'EbvDnaMeasured'> => ({
  type: 'EbvDnaMeasured',
  on: day(1),
  unit: 'copies/mL',
  assay: 'LabA-BamHIW',
  specimen: 'plasma',
  limitOfDetection: 20,
  ...(typeof result === 'number'
    ? { result: 'quantified', value: result }
    : { result: result === 'nd' ? 'undetectable' : 'below-quantification' }),
  ...changes,
});

export const histology = (eber: 'positive' | 'negative' | 'unknown' = 'positive', on = 1): Of<'HistologyReported'> => ({
  type: 'HistologyReported',
  on: day(on),
  histology: eber === 'negative' ? 'keratinising' : 'non-keratinising-undifferentiated',
  eber,
});

export const staging = (t: string, n: string, m: string, changes: Partial<Of<'StagingRecorded'>> = {}): Of<'StagingRecorded'> => ({
  type: 'StagingRecorded',
  on: day(1),
  edition: 'TNM-8',
  t,
  n,
  m,
  ...changes,
});

export const started = (on: number, line = 1): Of<'SystemicTherapyStarted'> => ({
  type: 'SystemicTherapyStarted',
  on: day(on),
  line,
  regimen: 'GP',
  agents: ['gemcitabine', 'cisplatin'],
});

export const cycles = (on: number, completed: number): Of<'SystemicTherapyCyclesCompleted'> => ({
  type: 'SystemicTherapyCyclesCompleted',
  on: day(on),
  cycles: completed,
});

export const ended = (on: number): Of<'SystemicTherapyEnded'> => ({ type: 'SystemicTherapyEnded', on: day(on), reason: 'toxicity' });

export const radiotherapy = (on: number): Of<'RadiotherapyDelivered'> => ({
  type: 'RadiotherapyDelivered',
  on: day(on),
  target: 'locoregional',
  doseGy: 70,
  fractions: 33,
});

export const score = (
  system: Of<'ExternalScoreReported'>['system'],
  item: Of<'ExternalScoreReported'>['item'],
  value: string | number,
): Of<'ExternalScoreReported'> => ({ type: 'ExternalScoreReported', on: day(1), system, item, value, reportedBy: 'Centre X' });

/** Everything this folder and the staging make of a record. */
export interface Read {
  readonly extent: MetastaticExtent;
  readonly m1: Readonly<Record<M1System, Finding<string>>>;
  readonly stage: Readonly<Record<TnmEdition, Stage>>;
  readonly oligometastatic: (max: 3 | 4 | 5) => Finding<boolean>;
  readonly alerts: readonly Alert[];
}

/** Reads a record of facts, which get the ids f1, f2, … in order. */
export function read(facts: readonly ClinicalFact[], cutoffs: LocalCutoffs = {}): Read {
  const record = facts.map((fact, index) => ({ ...fact, id: `f${index + 1}` }) as IdentifiedFact);
  const timeline = timelineOf(record);
  const course = treatmentCourse(timeline);
  const extent = metastaticExtent(timeline, course);
  const { findings, alerts } = subdivide(timeline, course, extent, cutoffs);
  const staged = stageCase(extent);
  return {
    extent,
    m1: findings,
    stage: staged.stage,
    oligometastatic: (max) => oligometastatic(extent, max),
    alerts: [...alerts, ...staged.alerts],
  };
}

/** A finding without its reasons: a settled value as itself, the flags after it. */
export function short<T>(finding: Finding<T>): unknown {
  switch (finding.status) {
    case 'classified':
      return finding.value;
    case 'reported':
      return { reported: finding.value, by: finding.reportedBy };
    case 'not-applicable':
      return { reason: finding.reason };
    case 'indeterminate': {
      const { possible, missing, mayNotApply } = finding;
      return mayNotApply === undefined ? { possible, missing } : { possible, missing, mayNotApply };
    }
  }
}

export const flagsOf = (finding: Finding<unknown>): readonly string[] => (finding.status === 'classified' ? (finding.flags ?? []) : []);
