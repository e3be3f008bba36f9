import type { IsoDate } from '@tumor-board/kernel';
import type { ConfirmingEvent } from './immune-response.js';
import type { NonTargetResponse, ProgressionCategories } from './overall-response.js';
import type { RecistResponse, ScanResponse } from './response-series.js';
import type { TargetResponse } from './target-response.js';

/** How a response scan came to its response: what the next step and its reasons need beyond the public letters. */
export interface ScanDetail {
  readonly scan: ScanResponse;
  /** Id of the BaselineLesionsMeasured fact that the scan was compared with; null when there is none. */
  readonly baseline: string | null;
  /** Sums in mm; null when there are no targets or a sum is incomplete. */
  readonly baselineSumMm: number | null;
  readonly nadirSumMm: number | null;
  readonly target: TargetResponse;
  readonly targetsEvaluated: number;
  /** Targets at baseline. */
  readonly targets: number;
  /** As read: `NE` when the scan says `none` though the baseline has non-target disease. */
  readonly nonTarget: NonTargetResponse;
  /** How the patient stands: the time-point response, but stable disease where something regrew after a complete response. */
  readonly standing: RecistResponse;
  readonly progression: ScanProgression | null;
  /** null: not recorded. */
  readonly clinicallyStable: boolean | null;
  /** The progression that waits for its confirmation after this scan. */
  readonly pending: PendingProgression | null;
  /** What confirmed an earlier progression at this scan. */
  readonly confirmedBy: readonly ConfirmingEvent[];
  /** At this scan or earlier in the line, a progression turned out not to be one. */
  readonly earlierProgressionReset: boolean;
}

/** Progression at one scan, and how far it reaches. */
export interface ScanProgression extends ProgressionCategories {
  /** The targets and the non-targets are not progressive. */
  readonly onlyNewLesions: boolean;
  /** Unequivocal new lesions: how many, and in which organs, sorted. */
  readonly newLesions: number;
  readonly newLesionOrgans: readonly string[];
}

/** An unconfirmed progression (iUPD) and when a scan should confirm it: 4 to 8 weeks later. */
export interface PendingProgression {
  /** Id of the ResponseAssessed fact that showed it first. */
  readonly fact: string;
  readonly on: IsoDate;
  readonly opensOn: IsoDate;
  readonly closesOn: IsoDate;
}
