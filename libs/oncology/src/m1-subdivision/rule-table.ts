import type { BurdenRead } from './disease-burden.js';

export type EbvDnaLevel = 'below' | 'at' | 'above';

/** One completion of the facts: nothing in it is unknown. What a published rule is read against. */
export interface Picture {
  /** Distant lesions; 7 stands for seven or more. */
  readonly lesions: number;
  /** Lesions in the liver; 2 stands for two or more. */
  readonly liverLesions: number;
  readonly bone: boolean;
  readonly boneOnly: boolean;
  /** Organs or sites involved, bone being one. */
  readonly organs: number;
  /** Whether the lesions are few enough by the paper's own word "oligometastases". */
  readonly oligometastatic: boolean;
  /** EBV DNA before treatment against the cut-off of the rule. */
  readonly ebvDna: EbvDnaLevel;
  readonly ebvDnaAfterChemotherapy: 'undetectable' | 'detectable';
  /** The PET-CT parameter score of Qiu 2022. */
  readonly petCtScore: 'low' | 'high';
  /** What the support vector machine of Jiang 2016 would answer. */
  readonly machineAnswer: string;
}

/** A matter beside the burden that a rule asks about. */
export type Asked =
  | 'nodesAreAnOrgan'
  | 'petCtScore'
  | 'machineAnswer'
  | 'ebvDna'
  | 'ebvDnaAfterChemotherapy'
  | 'oligometastaticMax'
  | 'sitesAreDistinct';

/** What the facts say to a matter: the answers left, and what would settle it. */
export type Question =
  | { readonly asks: 'ebvDna'; readonly answers: readonly EbvDnaLevel[]; readonly missing: readonly string[] }
  | {
      readonly asks: 'ebvDnaAfterChemotherapy';
      readonly answers: readonly Picture['ebvDnaAfterChemotherapy'][];
      readonly missing: readonly string[];
    }
  | { readonly asks: 'oligometastaticMax'; readonly answers: readonly number[]; readonly missing: readonly string[] }
  | { readonly asks: 'petCtScore'; readonly answers: readonly Picture['petCtScore'][]; readonly missing: readonly string[] }
  | { readonly asks: 'machineAnswer'; readonly answers: readonly string[]; readonly missing: readonly string[] }
  | { readonly asks: 'nodesAreAnOrgan' | 'sitesAreDistinct'; readonly answers: readonly boolean[]; readonly missing: readonly string[] };

/** One line of a published table. */
export interface RuleRow {
  /** `YAO23/2`. */
  readonly rule: string;
  /** The class; several where the paper assigns none; none where the system does not apply. */
  readonly gives: readonly string[];
  /** The condition in words. */
  readonly when: string;
  readonly holds: (picture: Picture) => boolean;
  /** Set when the row rests on EBV DNA, which says nothing about an EBER-negative tumour. */
  readonly reads?: 'baseline-ebv-dna' | 'ebv-dna-after-chemotherapy';
  /** Why the system does not apply where the row holds. */
  readonly doesNotApply?: string;
  /** What is lacking where the paper assigns no class. */
  readonly missing?: string;
}

/** A rule as rows, with what it reads. Every row that holds for a picture counts. */
export interface RuleTable {
  /** In the paper's order, best prognosis first. */
  readonly classes: readonly string[];
  readonly reads: BurdenRead;
  /** In the order in which missing items are named. */
  readonly asks: readonly Asked[];
  readonly rows: readonly RuleRow[];
  /** What is lacking where the rows give more than one class to the same picture. */
  readonly overlap?: string;
}

export const NO_METASTASIS = 'no distant metastasis recorded';
export const EBER_NEGATIVE = 'EBER-negative: EBV DNA rules do not apply';

/** The row that stands before every M1 subdivision: without a distant metastasis there is nothing to subdivide. */
export const withoutMetastasis = (rule: string): RuleRow => ({
  rule: `${rule}/0`,
  gives: [],
  when: 'no distant metastasis',
  holds: (picture) => picture.lesions === 0,
  doesNotApply: NO_METASTASIS,
});
