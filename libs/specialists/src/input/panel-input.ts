import {
  type Assessment,
  assess,
  type CaseReading,
  type CaseRecord,
  type Declined,
  declinedBy,
  type KnowledgeRelease,
  type Outlook,
  outlookOf,
  type RemainingLesions,
  readCase,
  remainingLesions,
  type SitePolicy,
  trialSubject,
} from '@tumor-board/knowledge';
import { cyclesBy, type FactOf, type Fitness, fitness, type Horizon, type ScanDetail } from '@tumor-board/oncology';
import { type Option, optionsOf } from './option.js';

/** Everything that the panel may look at: the record, what the calculators made of it, and what is published beside it. */
export interface PanelInput extends CaseReading {
  readonly record: CaseRecord;
  readonly release: KnowledgeRelease;
  readonly policy: SitePolicy;
  readonly assessment: Assessment;
  readonly outlook: Outlook;
  readonly fitness: Fitness;
  readonly declined: Declined;
  /** The metastases charted before any treatment. */
  readonly chart: FactOf<'MetastasesCharted'> | undefined;
  /** Charted metastases that no local treatment has reached. */
  readonly remaining: RemainingLesions;
  /** The last response scan of the current line. */
  readonly scan: ScanDetail | undefined;
  /** Cycles completed in the current line. */
  readonly cycles: number;
  readonly options: readonly Option[];
}

/** Prepares a case for the panel. Pure: the same record, release, policy and horizon give the same input. */
export function panelInput(record: CaseRecord, release: KnowledgeRelease, policy: SitePolicy, horizon: Horizon = {}): PanelInput {
  const assessment = assess(record, release, policy, horizon);
  const reading = readCase(record, horizon);
  const { timeline, course, extent, scans } = reading;
  const last = scans.at(-1);
  return {
    ...reading,
    record,
    release,
    policy,
    assessment,
    outlook: outlookOf(assessment, trialSubject(record, horizon)),
    fitness: fitness(timeline, record.patient, { cisplatinCrClMin: policy.cisplatinCrClMin }),
    declined: declinedBy(timeline),
    chart: extent.chart,
    remaining: remainingLesions(timeline, extent.chart),
    scan: last !== undefined && last.scan.line === (course.currentLine?.line ?? null) ? last : undefined,
    cycles: cyclesBy(course.currentLine, timeline.asOf),
    options: optionsOf(assessment),
  };
}
