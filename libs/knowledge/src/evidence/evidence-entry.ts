import type { M1System } from '@tumor-board/oncology';
import type { Effect } from './effect.js';
import type { Confidence } from './evidence-source.js';

/** The sections of the review that cite studies for a rule. */
export const REVIEW_SECTIONS = ['introduction', 'subcategorization', 'systemic', 'locoregional', 'metastases', 'other'] as const;
export type ReviewSection = (typeof REVIEW_SECTIONS)[number];

export const REVIEW_TABLES = [2, 3, 4, 5, 6, 7] as const;
export type ReviewTable = (typeof REVIEW_TABLES)[number];

/** Where an entry stands: a row of a table of the review, a paragraph of its text, or outside it. All counted from 1. */
export type Place =
  | { readonly in: 'table'; readonly table: ReviewTable; readonly row: number }
  | { readonly in: 'text'; readonly section: ReviewSection; readonly paragraph: number }
  | { readonly in: 'elsewhere' };

export type Design =
  | 'randomised phase 3'
  | 'randomised phase 2'
  | 'phase 3, registered'
  | 'phase 2, registered'
  | 'phase 2'
  | 'single-arm trial'
  | 'retrospective'
  | 'cohort'
  | 'systematic review'
  | 'expert opinion';

/** Whom a study enrolled, as a board must know it to apply the result to de novo disease. */
export interface Population {
  readonly setting:
    | 'de novo'
    | 'metachronous'
    | 'recurrent or metastatic'
    | 'de novo and metachronous'
    | 'metastatic, timing not stated'
    | 'other cancers'
    | 'nasopharyngeal carcinoma of any stage';
  /** What else narrows it: bone only, responders, fewer than five lesions. */
  readonly detail?: string;
}

/** Something a reader must know to weigh an entry. */
export interface Caveat {
  readonly text: string;
  readonly confidence: Confidence;
  /** false for `K` and `?`: shown as not verified, never as settled. */
  readonly verified: boolean;
}

/** A slip of the source and how the register reads it. */
export interface Correction {
  readonly kind: 'misprint' | 'inconsistency';
  readonly printed: string;
  readonly readAs: string;
  readonly why: string;
}

/** A limit that the review or a study draws, with its unit. */
export interface Threshold {
  readonly what: string;
  readonly value: Limit;
  readonly unit: string;
}
export type Limit =
  | { readonly above: number }
  | { readonly below: number }
  | { readonly atLeast: number }
  | { readonly atMost: number }
  | { readonly from: number; readonly to: number };

/** One study or registered trial as it is reported in one place. The same study may stand in several. */
export interface EvidenceEntry {
  /** `table-3/jupiter-02`, `text/chen-2013-cycles`, `later/jupiter-02-final`. */
  readonly id: string;
  readonly name: string;
  readonly place: Place;
  /** Ids of its publications among the sources. */
  readonly sources: readonly string[];
  /** Years of publication. */
  readonly years: readonly number[];
  /** First and last year of treatment. */
  readonly period?: readonly [number, number];
  readonly design: Design;
  readonly population: Population;
  readonly patients: readonly { readonly of: string; readonly n: number }[];
  /** The arms of a trial, the treatments of a series or the classes of a subdivision; effects follow their order. */
  readonly groups: readonly string[];
  readonly effects: readonly Effect[];
  readonly thresholds?: readonly Threshold[];
  /** What it says where it gives no figure, in words. */
  readonly says?: readonly string[];
  /** The subdivisions whose rules it is the source of. */
  readonly systems?: readonly M1System[];
  /** Number in a register of trials. */
  readonly registration?: string;
  readonly caveats: readonly Caveat[];
  readonly corrections: readonly Correction[];
  /** Of the entry as a whole; an effect says by itself which source it was read in. */
  readonly confidence: Confidence;
  readonly verified: boolean;
}

const isVerified = (confidence: Confidence): boolean => confidence === 'V' || confidence === 'S';

/** A caveat; `K` and `?` are never verified. */
export const caveat = (confidence: Confidence, text: string): Caveat => ({ text, confidence, verified: isVerified(confidence) });

type Optional = 'caveats' | 'corrections' | 'confidence';

/** Completes an entry. What stands in the review alone is `S` unless said otherwise. */
export function entry(facts: Omit<EvidenceEntry, 'verified' | Optional> & Partial<Pick<EvidenceEntry, Optional>>): EvidenceEntry {
  const confidence = facts.confidence ?? 'S';
  return { ...facts, caveats: facts.caveats ?? [], corrections: facts.corrections ?? [], confidence, verified: isVerified(confidence) };
}
