import type { NextStepCode } from '@tumor-board/knowledge';
import type { ExpectedResult } from './decision-content.js';

/** Length of a cycle of the first-line regimens, in days. */
export const CYCLE_DAYS = 21;

/** Cycles between two response assessments under systemic therapy (review: reassessment after three cycles). */
export const CYCLES_TO_ASSESSMENT = 3;

/** Results that a plan for a step usually counts on: what a draft offers and whoever decides may change. */
export interface ExpectationRule {
  readonly steps: readonly NextStepCode[];
  readonly result: ExpectedResult;
  /** Days from the decision to the first one. `to-assessment`: to the end of the third, sixth, … cycle of the line. */
  readonly afterDays: number | 'to-assessment';
  /** Repeated every so many days, up to the first response scan; once when left out. */
  readonly everyDays?: number;
  readonly because: string;
  readonly basis: 'product rule';
  readonly verified: false;
}

const rule = (
  steps: readonly NextStepCode[],
  result: ExpectedResult,
  afterDays: ExpectationRule['afterDays'],
  because: string,
  everyDays?: number,
): ExpectationRule => ({
  steps,
  result,
  afterDays,
  because,
  ...(everyDays === undefined ? {} : { everyDays }),
  basis: 'product rule',
  verified: false,
});

const SYSTEMIC: readonly NextStepCode[] = ['ablate-upfront', 'start-systemic', 'continue-systemic', 'change-systemic'];

/** The product's own table. None of its intervals is confirmed by a guideline that was read. */
export const EXPECTATION_RULES: readonly ExpectationRule[] = [
  rule(SYSTEMIC, 'response-scan', 'to-assessment', 'response is assessed after every three cycles of three weeks'),
  rule(SYSTEMIC, 'ebv-dna', CYCLE_DAYS, 'EBV DNA is drawn with every cycle', CYCLE_DAYS),
  rule(['locoregional-rt'], 'response-scan', 133, 'seven weeks of radiotherapy and twelve weeks to see its effect'),
  rule(['locoregional-rt'], 'ebv-dna', 63, 'EBV DNA within two weeks of the end of radiotherapy'),
  rule(['consolidate-metastases', 'maintenance', 'surveillance'], 'response-scan', 84, 'imaging every twelve weeks'),
  rule(['consolidate-metastases', 'maintenance', 'surveillance'], 'ebv-dna', 84, 'EBV DNA with the imaging'),
  rule(['confirm-progression'], 'response-scan', 56, 'an unconfirmed progression is confirmed within eight weeks'),
  rule(['repeat-imaging'], 'response-scan', 21, 'imaging is repeated within three weeks'),
  rule(['repeat-imaging'], 'ebv-dna', 21, 'EBV DNA beside the repeated imaging'),
];
