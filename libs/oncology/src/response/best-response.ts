import { daysBetween, type IsoDate } from '@tumor-board/kernel';
import type { ImmuneResponse, RecistResponse, ResponseSeries, ScanResponse } from './response-series.js';

/** Stable disease counts as a best response from this many days after the start on (RECIST 1.1 asks for 6 to 8 weeks). */
export const STABLE_DISEASE_DAYS = 42;

function rank(response: RecistResponse): number {
  switch (response) {
    case 'CR':
      return 5;
    case 'PR':
      return 4;
    case 'SD':
    case 'non-CR/non-PD':
      return 3;
    case 'PD':
      return 2;
    case 'NE':
      return 1;
  }
}

function immuneRank(response: ImmuneResponse): number {
  switch (response) {
    case 'iCR':
      return 6;
    case 'iPR':
      return 5;
    case 'iSD':
    case 'non-iCR/non-iUPD':
      return 4;
    // A progression that was confirmed says more than one that was not.
    case 'iCPD':
      return 3;
    case 'iUPD':
      return 2;
    case 'NE':
      return 1;
  }
}

/**
 * Best response of the scans of one line, with the day it was first reached. Ends with the first progression, by iRECIST
 * with the confirmed one. Stable disease before 6 weeks counts as not evaluable.
 * @param start the start of the line, or the baseline when there is no line
 */
export function bestResponse(scans: readonly ScanResponse[], start: IsoDate | undefined): ResponseSeries['best'] {
  let overall: RecistResponse | null = null;
  let on: IsoDate = '';
  let immune: ImmuneResponse | null = null;
  let immuneOn: IsoDate | null = null;
  let progressed = false;
  let confirmed = false;
  for (const scan of scans) {
    const early = start !== undefined && daysBetween(start, scan.on) < STABLE_DISEASE_DAYS;
    if (!progressed) {
      const counted: RecistResponse = early && rank(scan.overall) === 3 ? 'NE' : scan.overall;
      if (overall === null || rank(counted) > rank(overall)) {
        overall = counted;
        on = scan.on;
      }
      progressed = scan.overall === 'PD';
    }
    if (!confirmed && scan.immune !== null) {
      const counted: ImmuneResponse = early && immuneRank(scan.immune) === 4 ? 'NE' : scan.immune;
      if (immune === null || immuneRank(counted) > immuneRank(immune)) {
        immune = counted;
        immuneOn = scan.on;
      }
      confirmed = scan.immune === 'iCPD';
    }
  }
  return overall === null ? null : { overall, on, immune, immuneOn };
}
