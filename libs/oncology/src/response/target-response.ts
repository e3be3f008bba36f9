import type { Micrometres, TargetMeasurement } from './sum-of-diameters.js';

/** Response of the target lesions at one scan; `none` when the baseline has no targets. */
export type TargetResponse = 'CR' | 'PR' | 'SD' | 'PD' | 'NE' | 'none';

/** The smallest growth in the sum that can be progression: 5 mm. */
export const LEAST_GROWTH: Micrometres = 5_000;

/** RECIST 1.1: at least 30 % below the baseline sum. */
export const isPartialResponse = (sum: Micrometres, baseline: Micrometres): boolean => 10 * sum <= 7 * baseline;

/** RECIST 1.1: at least 20 % and at least 5 mm above the smallest sum so far, the baseline included. */
export const isTargetProgression = (sum: Micrometres, nadir: Micrometres): boolean =>
  5 * (sum - nadir) >= nadir && sum - nadir >= LEAST_GROWTH;

/**
 * Response of the target lesions (RECIST 1.1, section 4.3.1). Progression outranks the rest. A sum that lacks a target can
 * only be progression, which the missing target could not undo; otherwise it is not evaluable.
 */
export function targetResponse(measured: TargetMeasurement, baseline: Micrometres | null, nadir: Micrometres | null): TargetResponse {
  if (measured.total === 0) return 'none';
  if (nadir !== null && isTargetProgression(measured.evaluatedSum, nadir)) return 'PD';
  if (measured.sum === null) return 'NE';
  if (measured.cleared) return 'CR';
  if (baseline === null) return 'NE';
  return isPartialResponse(measured.sum, baseline) ? 'PR' : 'SD';
}
