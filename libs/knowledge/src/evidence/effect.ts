/** What was measured, by the abbreviation that the entries use. */
export const ENDPOINTS = {
  OS: 'overall survival',
  PFS: 'progression-free survival',
  PFS2: 'time to progression or death on the next line of treatment',
  DSS: 'disease-specific survival',
  DMFS: 'distant metastasis-free survival',
  LRFS: 'locoregional recurrence-free survival',
  DPFS: 'distant progression-free survival',
  'local control': 'control of the treated metastasis',
  'in-situ bone RFS': 'freedom from relapse in the treated bone',
  'bone RFS': 'freedom from relapse in bone',
  response: 'overall response rate',
  'complete response': 'complete response rate',
  'distant recurrence': 'share of patients with distant recurrence',
  'grade 3 or worse': 'share of patients with an adverse event of grade 3 or worse',
  'metastatic at diagnosis': 'share of patients with distant metastasis when first seen',
  'EBV DNA undetectable': 'share of patients without detectable plasma EBV DNA',
} as const;
export type Endpoint = keyof typeof ENDPOINTS;

/** A number as it was published: itself, a range of several cohorts, a bound, or that there is none. */
export type Figure =
  | number
  | { readonly from: number; readonly to: number }
  | { readonly atMost: number }
  | { readonly moreThan: number }
  | 'not reached'
  | 'not given';

interface EffectFacts {
  readonly endpoint: Endpoint;
  /** The part of the patients it is of: a class, a cohort. All of them when left out. */
  readonly subset?: string;
  /** As printed, `P<0.0001`. */
  readonly p?: string;
  /** The source that the figures were read in: the review, or the study itself where that was read. */
  readonly readIn: string;
}

/** A median time; one figure for each group of the entry, in their order. */
export interface Median extends EffectFacts {
  readonly measure: 'median';
  readonly unit: 'months' | 'years';
  readonly figures: readonly Figure[];
}

/** A share of the patients in percent, at a time where there is one; one figure for each group, in their order. */
export interface Rate extends EffectFacts {
  readonly measure: 'rate';
  readonly atYears?: number;
  readonly percent: readonly Figure[];
}

/** A hazard ratio of one group against another with its 95 % interval where one is given. */
export interface HazardRatio extends EffectFacts {
  readonly measure: 'hazard ratio';
  readonly of: string;
  readonly against: string;
  readonly estimate: number;
  readonly ci95?: readonly [number, number];
}

/** A difference between the groups in percentage points, or a relative reduction, in percent; positive favours the first. */
export interface Difference extends EffectFacts {
  readonly measure: 'difference' | 'relative reduction';
  readonly atYears?: number;
  readonly percent: Figure;
  /** The figure is rounded by the review: "about", "nearly". */
  readonly approximate?: true;
}

/** A comparison of which only the P value, or only the direction, is given. */
export interface Comparison extends EffectFacts {
  readonly measure: 'comparison';
  readonly favours: 'first group' | 'second group' | 'neither';
}

/** One result of a study. */
export type Effect = Median | Rate | HazardRatio | Difference | Comparison;

/** What may be said of any effect beside its figures. */
export type EffectNotes = Partial<Omit<EffectFacts, 'endpoint'>>;

const read = (endpoint: Endpoint, notes: EffectNotes): EffectFacts => ({ endpoint, readIn: 'liu-2023', ...notes });

/** Medians in months, one for each group. */
export const median = (endpoint: Endpoint, figures: readonly Figure[], notes: EffectNotes = {}): Median => ({
  measure: 'median',
  unit: 'months',
  figures,
  ...read(endpoint, notes),
});

/** Shares in percent at a number of years, one for each group. */
export const rateAt = (atYears: number, endpoint: Endpoint, percent: readonly Figure[], notes: EffectNotes = {}): Rate => ({
  measure: 'rate',
  atYears,
  percent,
  ...read(endpoint, notes),
});

/** Shares in percent that belong to no point in time, one for each group. */
export const share = (endpoint: Endpoint, percent: readonly Figure[], notes: EffectNotes = {}): Rate => ({
  measure: 'rate',
  percent,
  ...read(endpoint, notes),
});

/** A hazard ratio `of` one group `against` another. */
export const hazardRatio = (
  endpoint: Endpoint,
  between: readonly [of: string, against: string],
  estimate: number,
  ci95?: readonly [number, number],
  notes: EffectNotes = {},
): HazardRatio => ({
  measure: 'hazard ratio',
  of: between[0],
  against: between[1],
  estimate,
  ...(ci95 === undefined ? {} : { ci95 }),
  ...read(endpoint, notes),
});

/** A comparison without figures of its own. */
export const comparison = (endpoint: Endpoint, favours: Comparison['favours'], notes: EffectNotes = {}): Comparison => ({
  measure: 'comparison',
  favours,
  ...read(endpoint, notes),
});

/** A gain in percentage points at a number of years that the review rounds. */
export const gainAt = (atYears: number, endpoint: Endpoint, percent: number, notes: EffectNotes = {}): Difference => ({
  measure: 'difference',
  atYears,
  percent,
  approximate: true,
  ...read(endpoint, notes),
});

/** A gain in percentage points. */
export const gain = (endpoint: Endpoint, percent: number, notes: EffectNotes = {}): Difference => ({
  measure: 'difference',
  percent,
  ...read(endpoint, notes),
});

/** A relative reduction of a risk in percent. */
export const reduction = (endpoint: Endpoint, percent: number, notes: EffectNotes = {}): Difference => ({
  measure: 'relative reduction',
  percent,
  ...read(endpoint, notes),
});
