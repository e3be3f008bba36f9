import { log10Above } from './logarithm.js';
import type { EbvDnaSample } from './reference-samples.js';

/** EBV DNA rises on treatment from this many powers of ten above its lowest value (product rule). */
export const RISE_LOG10 = 0.5;

/**
 * True when the last sample of a series is quantified and at least half a power of ten above the lowest quantified one.
 * Takes the samples since the first dose of the line. A last result that is below quantification or not detected has not risen.
 */
export function hasRisen(samples: readonly EbvDnaSample[]): boolean {
  const last = samples.at(-1);
  if (last?.result !== 'quantified' || last.value === undefined) return false;
  const values = samples.flatMap((sample) => (sample.result === 'quantified' && sample.value !== undefined ? [sample.value] : []));
  return log10Above(last.value, Math.min(...values)) >= RISE_LOG10;
}
