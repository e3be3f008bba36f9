import type { EbvDnaSample } from '../ebv-dna/reference-samples.js';
import type { EbvDnaLevel } from './rule-table.js';

/** Which side of a cut-off the baseline EBV DNA may lie on. */
export interface LevelAnswer {
  readonly answers: readonly EbvDnaLevel[];
  /** What would settle it. */
  readonly missing: readonly string[];
  /** What a class that rests on the comparison must carry. */
  readonly flags: readonly string[];
}

export const BASELINE_MISSING = 'baseline EBV DNA';
export const BASELINE_IN_COPIES_MISSING = 'baseline EBV DNA in plasma copies/mL';
export const QUANTIFICATION_LIMIT_MISSING = 'EBV DNA limit of quantification';

const EITHER_SIDE: readonly EbvDnaLevel[] = ['below', 'above'];
const BELOW: readonly EbvDnaLevel[] = ['below'];
/** A value less than two-fold from the cut-off is flagged as near it. */
const NEAR_LOG10 = 0.3;
const NOTHING: readonly string[] = [];

const open = (...missing: readonly string[]): LevelAnswer => ({ answers: EITHER_SIDE, missing, flags: NOTHING });
const isInPlasmaCopies = (sample: EbvDnaSample): boolean => sample.specimen === 'plasma' && sample.unit === 'copies/mL';

/**
 * Compares a baseline sample with a cut-off in copies/mL of plasma. Undetectable is below every cut-off; detected but not
 * quantified is below a cut-off that the limit of quantification does not exceed; other units and specimens settle nothing.
 */
export function levelAgainst(sample: EbvDnaSample | undefined, cutOff: number, assayFlags: readonly string[]): LevelAnswer {
  if (sample === undefined) return open(BASELINE_MISSING);
  if (sample.result === 'undetectable') return { answers: BELOW, missing: NOTHING, flags: NOTHING };
  if (!isInPlasmaCopies(sample)) return open(BASELINE_IN_COPIES_MISSING);
  if (sample.result === 'below-quantification') {
    const limit = sample.limitOfQuantification;
    return limit !== undefined && limit <= cutOff
      ? { answers: BELOW, missing: NOTHING, flags: assayFlags }
      : open(QUANTIFICATION_LIMIT_MISSING);
  }
  if (sample.value === undefined) return open(BASELINE_MISSING);
  const flags = Math.abs(Math.log10(sample.value / cutOff)) < NEAR_LOG10 ? [...assayFlags, 'near-threshold'] : assayFlags;
  return { answers: [sample.value < cutOff ? 'below' : sample.value > cutOff ? 'above' : 'at'], missing: NOTHING, flags };
}

/**
 * A baseline sample against a positive cut-off whose number is not known: only undetectable is certainly below it.
 * `cutOffMissing` names the cut-off; it is named beside an unusable sample only where `alwaysNamed`.
 */
export function levelAgainstUnknown(sample: EbvDnaSample | undefined, cutOffMissing: string, alwaysNamed: boolean): LevelAnswer {
  if (sample?.result === 'undetectable') return { answers: BELOW, missing: NOTHING, flags: NOTHING };
  const unusable = sample === undefined ? BASELINE_MISSING : isInPlasmaCopies(sample) ? undefined : BASELINE_IN_COPIES_MISSING;
  if (unusable === undefined) return open(cutOffMissing);
  return alwaysNamed ? open(unusable, cutOffMissing) : open(unusable);
}
