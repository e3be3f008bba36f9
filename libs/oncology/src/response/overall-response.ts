import type { FactOf } from '../facts/clinical-fact.js';
import type { RecistResponse } from './response-series.js';
import type { TargetResponse } from './target-response.js';

/** Response of the non-target lesions as the radiologist reports it; `none` when there is no non-target disease. */
export type NonTargetResponse = FactOf<'ResponseAssessed'>['nonTarget'];

/** What makes a scan progression; a scan can be progression in more than one way. */
export interface ProgressionCategories {
  readonly target: boolean;
  readonly nonTarget: boolean;
  readonly newLesion: boolean;
}

/** The ways in which a scan is progression, null when it is not. */
export const progressionCategories = (
  target: TargetResponse,
  nonTarget: NonTargetResponse,
  newLesion: boolean,
): ProgressionCategories | null =>
  target === 'PD' || nonTarget === 'PD' || newLesion ? { target: target === 'PD', nonTarget: nonTarget === 'PD', newLesion } : null;

/** Time-point response from its parts (RECIST 1.1, tables 1 and 2): with targets, and with non-target disease only. */
export function overallResponse(target: TargetResponse, nonTarget: NonTargetResponse, newLesion: boolean): RecistResponse {
  if (newLesion || nonTarget === 'PD') return 'PD';
  switch (target) {
    case 'PD':
    case 'PR':
    case 'SD':
    case 'NE':
      return target;
    case 'CR':
      return nonTarget === 'CR' || nonTarget === 'none' ? 'CR' : 'PR';
    case 'none':
      return nonTarget === 'none' ? 'NE' : nonTarget;
  }
}

/**
 * How the patient stands at a scan after a complete response: regrowth that is not progression is stable disease (product rule; the paper
 * leaves the size of a regrowth that counts to the reader). The time-point response stays what the sums say. Where only the non-target lesions were not seen, nothing regrew.
 */
export function afterCompleteResponse(
  timePoint: RecistResponse,
  target: TargetResponse,
  nonTarget: NonTargetResponse,
): RecistResponse | null {
  switch (timePoint) {
    case 'PR':
    case 'SD':
      return target === 'CR' && nonTarget !== 'non-CR/non-PD' ? null : 'SD';
    case 'non-CR/non-PD':
      return 'non-CR/non-PD';
    case 'CR':
    case 'PD':
    case 'NE':
      return null;
  }
}
