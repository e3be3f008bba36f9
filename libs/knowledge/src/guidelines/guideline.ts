import type { NextStepCode } from '../assessment.js';
import type { Confidence } from '../evidence/evidence-source.js';

export const GUIDELINES = ['CSCO 2021', 'NCCN 1.2022', 'NCCN 1.2025', 'ESMO-EURACAN 2021', 'ESMO-EURACAN 2023'] as const;
export type Guideline = (typeof GUIDELINES)[number];

/** The questions that guidelines answer for de novo metastatic disease. */
export const DECISIONS = ['first treatment', 'locoregional radiotherapy', 'local treatment of metastases', 'maintenance'] as const;
export type Decision = (typeof DECISIONS)[number];

/** What a guideline says about one decision in one situation, in our words; no text of a guideline is held. */
export interface GuidelinePosition {
  /** `csco-2021/first-line` */
  readonly id: string;
  readonly guideline: Guideline;
  /** Year of publication. */
  readonly date: string;
  readonly decision: Decision;
  /** The situation it is for; what is left out does not matter to it. */
  readonly situation: {
    readonly extent?: 'oligometastatic' | 'widespread';
    readonly response?: 'good';
  };
  /** The steps that it supports. */
  readonly supports: readonly NextStepCode[];
  readonly strength: 'recommended' | 'preferred' | 'among other regimens' | 'to be considered' | 'an option';
  /** Level of evidence as the guideline grades it; null when none was reported. */
  readonly grade: string | null;
  readonly text: string;
  /** Id of its publication among the sources. */
  readonly source: string;
  /** `V` read in the guideline's own publication, `S` as the review reports it, `?` as a third party reports it. */
  readonly confidence: Confidence;
  readonly verified: boolean;
}
