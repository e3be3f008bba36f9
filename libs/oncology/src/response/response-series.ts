import type { IsoDate } from '@tumor-board/kernel';

/** RECIST 1.1 time-point response. */
export type RecistResponse = 'CR' | 'PR' | 'SD' | 'PD' | 'NE' | 'non-CR/non-PD';
/** iRECIST time-point response. */
export type ImmuneResponse = 'iCR' | 'iPR' | 'iSD' | 'iUPD' | 'iCPD' | 'NE' | 'non-iCR/non-iUPD';

/** One response scan, computed from its measurements. */
export interface ScanResponse {
  readonly on: IsoDate;
  /** Sum of diameters of the targets in mm; null when there are no targets or one was not evaluated. */
  readonly sumMm: number | null;
  /** Percent, rounded to 0.1. */
  readonly changeFromBaselinePct: number | null;
  /** Percent against the smallest sum before this scan, baseline included; rounded to 0.1. */
  readonly changeFromNadirPct: number | null;
  readonly overall: RecistResponse;
  /** null when no agent against PD-1 or PD-L1 has been given in the line. */
  readonly immune: ImmuneResponse | null;
  /** Id of the ResponseAssessed fact. */
  readonly fact: string;
  /** Line of systemic therapy the scan belongs to; null before or without any. */
  readonly line: number | null;
  /** `locally-treated-target`, `after-complete-response`, … */
  readonly flags: readonly string[];
}

/** Every response scan in clinical order, and the best response of the current line. */
export interface ResponseSeries {
  readonly assessments: readonly ScanResponse[];
  readonly best: {
    readonly overall: RecistResponse;
    readonly on: IsoDate;
    readonly immune: ImmuneResponse | null;
    readonly immuneOn: IsoDate | null;
  } | null;
}
