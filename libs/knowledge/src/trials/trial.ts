import type { Fact, RecistResponse, TnmEdition } from '@tumor-board/oncology';
import type { Confidence } from '../evidence/evidence-source.js';

export type Histology = Extract<Fact, { type: 'HistologyReported' }>['histology'];

/** A limit as the trial words it: "fewer than 5" is `<` 5, never `<=` 4. */
export type Comparator = '<' | '<=' | '>=';

/** Laboratory values that a record of fitness can hold. */
export type LaboratoryItem = 'creatinineClearanceMlMin' | 'neutrophilsE9L' | 'plateletsE9L' | 'hemoglobinGL' | 'bilirubinUln' | 'altUln';

/** What a treatment so far must contain. */
export type AgentGroup = 'platinum' | 'anti-PD-1';

interface CriterionFacts {
  /** Stable within its trial. */
  readonly id: string;
  /** The criterion in our words. */
  readonly text: string;
}

/** A criterion that the record alone can meet or fail. */
export type CheckedCriterion = CriterionFacts &
  (
    | { readonly kind: 'age'; readonly from: number; readonly to: number }
    | { readonly kind: 'ecog'; readonly max: 0 | 1 | 2 }
    | { readonly kind: 'histology'; readonly is: readonly Histology[] }
    | { readonly kind: 'metastatic' }
    | { readonly kind: 'stage'; readonly edition: TnmEdition; readonly groups: readonly string[] }
    | { readonly kind: 'measurable-disease'; readonly nonNodalMm: number; readonly nodeMm: number }
    | { readonly kind: 'first-line' }
    | { readonly kind: 'received'; readonly groups: readonly AgentGroup[] }
    | {
        readonly kind: 'response';
        readonly among: readonly RecistResponse[];
        readonly cycles: { readonly from: number; readonly to?: number };
      }
    | { readonly kind: 'response-after-radiotherapy'; readonly among: readonly RecistResponse[]; readonly months: number }
    | { readonly kind: 'lesion-count'; readonly comparator: '<' | '<='; readonly limit: number; readonly scope: 'total' | 'each organ' }
    | {
        readonly kind: 'lesion-size';
        readonly comparator: '<' | '<=';
        readonly mm: number;
        /** Other limits for some sites, in mm. */
        readonly except: { readonly bone?: number; readonly brain?: number };
      }
    | {
        readonly kind: 'laboratory';
        readonly item: LaboratoryItem;
        readonly comparator: Comparator;
        readonly limit: number;
        /** The limit with liver metastases, where it is another one. */
        readonly withLiverMetastases?: number;
        /** A value older than this says nothing. */
        readonly withinDays: number;
        /** Another value, not on the record, that would do as well: a failing value then decides nothing. */
        readonly orElse?: string;
      }
  );

/** A criterion that the record can only speak against: nothing on record is no proof. */
export type RefutableCriterion = CriterionFacts &
  ({ readonly kind: 'untreated' } | { readonly kind: 'metachronous-after-radical-treatment' });

/** A criterion that a person judges. */
export type JudgedCriterion = CriterionFacts & { readonly kind: 'judgement' };

/** A criterion whose wording contradicts itself, with each way to read it: met only if it is met in every one. */
export type AmbiguousCriterion = CriterionFacts & {
  readonly kind: 'ambiguous';
  /** As the trial prints it. */
  readonly printed: string;
  readonly readings: readonly CheckedCriterion[];
};

export type Criterion = CheckedCriterion | RefutableCriterion | JudgedCriterion | AmbiguousCriterion;

/** Whether a trial takes patients, from a source that says so on a day. */
export interface TrialStatus {
  readonly recruitment: 'recruiting' | 'not yet recruiting' | 'closed' | 'reported' | 'unknown';
  /** A year, month or day: the day the source is of. null when the status is unknown. */
  readonly asOf: string | null;
  readonly source: string;
}

/** A trial as a register holds it. */
export interface Trial {
  /** Number in its register; where none was read, the number in the mirror that was. */
  readonly id: string;
  readonly title: string;
  readonly phase: 'II' | 'III' | 'not stated';
  /** Patients planned; null when not stated. */
  readonly enrolment: number | null;
  readonly arms: readonly string[];
  readonly status: TrialStatus;
  readonly criteria: readonly Criterion[];
  /** Where the criteria were read; null when none were. */
  readonly criteriaSource: { readonly from: string; readonly confidence: Confidence; readonly note: string } | null;
  /** Ids of its entries in the evidence register. */
  readonly evidence: readonly string[];
}

/** The trial with the status that a register of trials gives. A status is never taken from a review. */
export const withStatus = (trial: Trial, status: TrialStatus): Trial => ({ ...trial, status });
