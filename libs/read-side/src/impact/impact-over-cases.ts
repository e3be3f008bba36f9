import { setImmediate as breathe } from 'node:timers/promises';
import {
  emptyImpactTally,
  type Impact,
  type ImpactReport,
  impactOf,
  impactReport,
  type Knowledge,
  withImpact,
} from '@tumor-board/knowledge';
import type pg from 'pg';
import { caseRecords, type ScannedCase } from './case-records.js';

/** What a change would be compared over. */
export interface ImpactOptions {
  readonly pool: pg.Pool;
  readonly site: string;
  readonly current: Knowledge;
  readonly candidate: Knowledge;
  /** Told after each page of cases. */
  readonly onProgress?: (progress: { readonly cases: number; readonly changed: number }) => void;
  /** Told of each case that something changes for; what it does is waited for. */
  readonly onImpact?: (impact: Impact, scanned: ScannedCase) => Promise<void>;
  /** How many cases are named for each change; default 5. */
  readonly examplesOfEach?: number;
}

/** How long cases are assessed in one go, in ms: between two goes others have their turn. */
const TURN_MS = 15;

/**
 * What a release or a policy would change for every open case of a site: a dry run that records nothing. Streams
 * through the log; memory does not grow with it.
 */
export async function impactOverCases({ pool, site, current, candidate, ...options }: ImpactOptions): Promise<ImpactReport> {
  let tally = emptyImpactTally(current, candidate, options.examplesOfEach);
  let turn = performance.now();
  for await (const cases of caseRecords(pool, site)) {
    for (const scanned of cases) {
      const impact = impactOf(scanned.record, current, candidate);
      tally = withImpact(tally, impact);
      if (impact !== null) await options.onImpact?.(impact, scanned);
      if (performance.now() - turn < TURN_MS) continue;
      await breathe();
      turn = performance.now();
    }
    options.onProgress?.({ cases: tally.read, changed: tally.changed });
  }
  return impactReport(tally);
}
