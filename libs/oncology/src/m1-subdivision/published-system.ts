import type { M1System } from './m1-system.js';
import type { RuleTable } from './rule-table.js';

/** How sure a stated fact is: V read in the paper, S from the review only, K general knowledge, ? uncertain. */
export type Confidence = 'V' | 'S' | 'K' | '?';

/** A statement about a paper with how sure it is. */
export interface Stated {
  readonly text: string;
  readonly status: Confidence;
  /** True for V and S; a statement of general knowledge or doubt is never shown as settled. */
  readonly verified: boolean;
}

export const stated = (status: Confidence, text: string): Stated => ({ text, status, verified: status === 'V' || status === 'S' });

/** The patients that a subdivision was derived in. */
export interface Cohort {
  readonly patients: Stated;
  readonly period?: Stated;
  readonly timing: 'synchronous' | 'metachronous' | 'de novo' | 'not stated';
}

/** A published subdivision of M1 disease: its rule, and what a reader must know to weigh it. */
export interface PublishedSystem extends RuleTable {
  readonly id: M1System;
  readonly title: string;
  readonly citation: string;
  /** Id in the evidence register. */
  readonly evidence: string;
  /** Number in the review's reference list. */
  readonly reviewReference: number;
  /** Row of the review's table 2, from 1. */
  readonly reviewRow: number;
  readonly cohort: Cohort;
  /** What must be known of the patient, in words. */
  readonly inputs: readonly string[];
  readonly computable: 'yes' | 'partly' | 'after-chemotherapy' | 'externally';
  readonly caveats: readonly Stated[];
  readonly survival: readonly { readonly class: string; readonly figures: Stated }[];
  /** What the paper says about adding locoregional radiotherapy; the systems disagree and are never merged. */
  readonly locoregionalRadiotherapy: readonly {
    readonly class: string;
    readonly claim: 'benefit' | 'no-benefit';
    readonly figures: Stated;
  }[];
  /** Cut-off of the baseline EBV DNA in copies/mL of plasma, where the paper gives one. */
  readonly ebvDnaCutOff?: number;
  /** What to name as missing where the paper's cut-off is not known, and whether it is named beside a missing sample. */
  readonly unknownEbvDnaCutOff?: { readonly missing: string; readonly namedWithoutSample: boolean };
  /** Flags that every class of the system carries. */
  readonly flags?: readonly string[];
}
