import { problem } from '@tumor-board/kernel';
import { LISTED_TRIALS } from './listed-trials.js';
import { STRUCTURED_TRIALS } from './structured-trials.js';
import type { Trial } from './trial.js';

/** Every trial that is known here: those of the review's tables 4 and 7, then those whose criteria were read. */
export const TRIALS: readonly Trial[] = [...LISTED_TRIALS, ...STRUCTURED_TRIALS];

const BY_ID: ReadonlyMap<string, Trial> = new Map(TRIALS.map((trial) => [trial.id, trial]));

/**
 * A trial by its number.
 * @throws Problem `knowledge.unknown-trial`
 */
export function trialOf(id: string): Trial {
  const trial = BY_ID.get(id);
  if (trial === undefined) throw problem('knowledge.unknown-trial', `There is no trial "${id}" here.`, { id });
  return trial;
}
