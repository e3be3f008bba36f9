import { daysBetween, type IsoDate } from '@tumor-board/kernel';
import { log10Above } from './logarithm.js';
import { type EbvDnaSample, isDetectable } from './reference-samples.js';

/** Two detectable samples after clearance make a rebound when they are at least this many days apart (product rule). */
export const REBOUND_APART_DAYS = 14;

/** One value after clearance makes a rebound when it is at least this many powers of ten above the detection limit (product rule). */
export const REBOUND_LOG10 = 1;

/** Where EBV DNA that was detectable before treatment stands now. */
export interface ClearanceCourse {
  readonly clearance: 'cleared' | 'persistent' | 'rebound' | 'not-assessable';
  /** Cleared on one non-detect only, and none followed at once. */
  readonly unconfirmed: boolean;
  /** Cleared, and then a single low value that makes no rebound. */
  readonly detectableAgain: boolean;
  /** Cleared again after a rebound. */
  readonly earlierRebound: boolean;
  /** The first sample without EBV DNA. */
  readonly firstNonDetect: EbvDnaSample | undefined;
}

/**
 * Walks the samples of one series since treatment began, in clinical order. Results below quantification are detectable.
 * @param completedCycles cycles completed up to a day; without one, EBV DNA that is still there is not yet persistent
 * @param detectionLimit of the series, for samples that do not give their own
 */
export function clearanceCourse(
  samples: readonly EbvDnaSample[],
  completedCycles: (day: IsoDate) => number,
  detectionLimit: number | undefined,
): ClearanceCourse {
  let state: 'never' | 'cleared' | 'rebound' = 'never';
  let confirmed = false;
  let earlierRebound = false;
  let firstNonDetect: EbvDnaSample | undefined;
  let detectableSince: EbvDnaSample | undefined;
  let previous: EbvDnaSample | undefined;
  let limit = detectionLimit;
  for (const sample of samples) {
    limit = sample.limitOfDetection ?? limit;
    if (!isDetectable(sample)) {
      firstNonDetect ??= sample;
      if (state === 'rebound') earlierRebound = true;
      if (state !== 'cleared') confirmed = false;
      else if (previous !== undefined && !isDetectable(previous) && previous.on < sample.on) confirmed = true;
      state = 'cleared';
      detectableSince = undefined;
    } else if (state !== 'never') {
      detectableSince ??= sample;
      if (daysBetween(detectableSince.on, sample.on) >= REBOUND_APART_DAYS || isFarAbove(sample, limit)) state = 'rebound';
    }
    previous = sample;
  }
  const stillThere = state === 'never' && previous !== undefined && completedCycles(previous.on) >= 1;
  return {
    clearance: state === 'never' ? (stillThere ? 'persistent' : 'not-assessable') : state,
    unconfirmed: state === 'cleared' && !confirmed,
    detectableAgain: state === 'cleared' && detectableSince !== undefined,
    earlierRebound,
    firstNonDetect,
  };
}

const isFarAbove = (sample: EbvDnaSample, limit: number | undefined): boolean =>
  sample.result === 'quantified' && sample.value !== undefined && limit !== undefined && log10Above(sample.value, limit) >= REBOUND_LOG10;
