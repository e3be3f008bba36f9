import type { Finding, Reason } from '@tumor-board/kernel';
import type { FactOf, Fitness, ScanDetail, Timeline, TreatmentCourse } from '@tumor-board/oncology';
import type { ResponseGate } from '../assessment.js';
import type { SitePolicy } from '../policy.js';
import type { BaselineGap } from './baseline.js';
import type { RemainingLesions } from './metastases.js';
import type { Declined } from './preferences.js';

/** What the rules of the pathway look at: the case's own facts and what the calculators made of them. */
export interface Situation {
  readonly timeline: Timeline;
  readonly course: TreatmentCourse;
  readonly policy: SitePolicy;
  /** The metastases charted before any treatment. */
  readonly chart: FactOf<'MetastasesCharted'> | undefined;
  readonly oligometastatic: Finding<boolean>;
  /** Untreated charted metastases, with the larger of charted and measured size. */
  readonly remaining: RemainingLesions;
  readonly fitness: Fitness;
  readonly declined: Declined;
  /** What the complete baseline lacks. */
  readonly gaps: readonly BaselineGap[];
  /** The last response scan of the current line. */
  readonly scan: ScanDetail | undefined;
  readonly gate: GateResult;
  /** Cycles completed in the current line. */
  readonly cycles: number;
}

/** The response gate with the facts behind it. */
export interface GateResult {
  readonly gate: ResponseGate;
  readonly reason: string;
  readonly because: readonly Reason[];
}
