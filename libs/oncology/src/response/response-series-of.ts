import type { Alert } from '../alert.js';
import type { FactOf } from '../facts/clinical-fact.js';
import type { NewLesion } from '../facts/lesion.js';
import type { Timeline } from '../facts/timeline.js';
import type { TherapyLine, TreatmentCourse } from '../treatment/treatment-course.js';
import { bestResponse } from './best-response.js';
import { confirmationWindow } from './confirmation-window.js';
import { IMMUNE_START, type ImmuneState, type ImmuneStep, immuneResponse } from './immune-response.js';
import { type LineBaseline, lineBaselines } from './line-baseline.js';
import { organName } from './organ-name.js';
import {
  afterCompleteResponse,
  type NonTargetResponse,
  overallResponse,
  type ProgressionCategories,
  progressionCategories,
} from './overall-response.js';
import type { RecistResponse, ResponseSeries, ScanResponse } from './response-series.js';
import { baselineAlerts, missingBaselineAlert, scanAlerts } from './scan-alerts.js';
import type { ScanDetail, ScanProgression } from './scan-detail.js';
import {
  type Micrometres,
  measureTargets,
  millimetresOf,
  percentChange,
  type TargetMeasurement,
  type TargetSet,
} from './sum-of-diameters.js';
import { targetResponse } from './target-response.js';
import { type LocalTreatment, localTreatments, treatedTargetFlags } from './treated-targets.js';

type Scan = FactOf<'ResponseAssessed'>;

/** The response scans of a case with how each came about. */
export interface ComputedResponse {
  readonly series: ResponseSeries;
  /** One for each assessment of the series, in the same order. */
  readonly details: readonly ScanDetail[];
  readonly alerts: readonly Alert[];
}

/** What the scans of a line so far leave behind for the next one. */
interface LineState {
  /** Smallest complete sum, the baseline included. */
  nadir: Micrometres | null;
  completeResponse: boolean;
  immune: ImmuneState;
}

const NO_TARGETS: TargetMeasurement = { evaluatedSum: 0, evaluated: 0, total: 0, sum: null, cleared: false };
const NONE: readonly never[] = [];

/**
 * Response at every scan by RECIST 1.1 (Eisenhauer 2009, Eur J Cancer 45:228) and iRECIST (Seymour 2017, Lancet Oncol
 * 18:e143), and the best response of the current line. Each line of therapy has its own baseline and nadir. A scan is
 * computed from what precedes it, so a later scan never changes an earlier response.
 */
export function responseSeries(timeline: Timeline, course: TreatmentCourse): ComputedResponse {
  const scans = timeline.of('ResponseAssessed');
  const baselines = lineBaselines(course.lines, timeline.of('BaselineLesionsMeasured'));
  const alerts = baselineAlerts(baselines, timeline);
  const treatedBy = localTreatments(timeline);
  const details: ScanDetail[] = [];
  const withoutBaseline: string[] = [];

  let index = 0;
  let lineBaseline = baselines[0] as LineBaseline;
  let state = startOf(lineBaseline);
  let firstOfLine = 0;
  for (const scan of scans) {
    const rank = timeline.rank(scan);
    for (let later = baselines[index + 1]; startsBefore(later?.line, rank, timeline); later = baselines[index + 1]) {
      index += 1;
      lineBaseline = baselines[index] as LineBaseline;
      state = startOf(lineBaseline);
      firstOfLine = details.length;
    }
    const set = lineBaseline.targets !== null && lineBaseline.targets.fact.on <= scan.on ? lineBaseline.targets : null;
    if (set === null) withoutBaseline.push(scan.id);
    const detail = assessScan(scan, lineBaseline, set, state, treatedBy(scan));
    details.push(detail);
    alerts.push(...scanAlerts(scan, lineBaseline, set, detail, details.length - 1 === firstOfLine));
  }
  if (withoutBaseline.length > 0) alerts.push(missingBaselineAlert(withoutBaseline));

  const assessments = details.map((detail) => detail.scan);
  const isCurrent = index === baselines.length - 1;
  const start = lineBaseline.line?.startedOn ?? lineBaseline.targets?.fact.on;
  return { series: { assessments, best: isCurrent ? bestResponse(assessments.slice(firstOfLine), start) : null }, details, alerts };
}

const startsBefore = (line: TherapyLine | null | undefined, rank: number, timeline: Timeline): boolean => {
  const start = line?.starts[0];
  return start !== undefined && timeline.rank(start) < rank;
};

const startOf = (baseline: LineBaseline): LineState => ({
  nadir: baseline.targets?.sum ?? null,
  completeResponse: false,
  immune: IMMUNE_START,
});

/** Computes one scan and moves the state of its line on. */
function assessScan(
  scan: Scan,
  { line, origin }: LineBaseline,
  set: TargetSet | null,
  state: LineState,
  treatment: LocalTreatment,
): ScanDetail {
  const measured = set === null ? NO_TARGETS : measureTargets(set, scan.targets);
  const baselineSum = set?.sum ?? null;
  const nadir = set === null ? null : state.nadir;
  const target = set === null ? 'NE' : targetResponse(measured, baselineSum, nadir);
  const nonTarget = nonTargetResponse(scan, set);
  const newLesions = scan.newLesions.length === 0 ? NONE : scan.newLesions.filter((lesion) => lesion.unequivocal);
  const overall = overallResponse(target, nonTarget, newLesions.length > 0);
  const progression = progressionCategories(target, nonTarget, newLesions.length > 0);
  const regrowth = state.completeResponse ? afterCompleteResponse(overall, target, nonTarget) : null;
  const immune = immuneStep(scan, line, overall, progression, measured, newLesions, state.immune);

  const flags: string[] = [];
  if (set !== null && origin === 'earlier-line') flags.push('baseline-of-earlier-line');
  if (set !== null && origin === 'after-start') flags.push('baseline-after-start');
  if (set !== null) flags.push(...treatedTargetFlags(set, scan.targets, treatment));
  if (newLesions.length < scan.newLesions.length) flags.push('equivocal-new-lesion');
  if (regrowth !== null) flags.push('after-complete-response');
  // Nodes below 10 mm are normal, yet their sum can grow by 20 % and 5 mm: progression outranks, a person should look.
  if (target === 'PD' && measured.cleared) flags.push('progression-in-normal-sized-nodes');
  if (immune?.state.reset === true) flags.push('earlier-progression-reset');
  if (immune?.late === true) flags.push('confirmation-later-than-8-weeks');

  if (measured.sum !== null && (state.nadir === null || measured.sum < state.nadir)) state.nadir = measured.sum;
  if (overall === 'CR') state.completeResponse = true;
  if (immune !== null) state.immune = immune.state;

  const response: ScanResponse = {
    on: scan.on,
    sumMm: sumInMm(measured.sum),
    changeFromBaselinePct: percentChange(baselineSum, measured.sum),
    changeFromNadirPct: percentChange(nadir, measured.sum),
    overall,
    immune: immune?.response ?? null,
    fact: scan.id,
    line: line?.line ?? null,
    flags,
  };
  const pending = immune?.state.pending ?? null;
  return {
    scan: response,
    baseline: set?.fact.id ?? null,
    baselineSumMm: sumInMm(baselineSum),
    nadirSumMm: sumInMm(nadir),
    target,
    targetsEvaluated: measured.evaluated,
    targets: measured.total,
    nonTarget,
    standing: regrowth ?? overall,
    progression: progression === null ? null : extentOf(progression, newLesions),
    clinicallyStable: scan.clinicallyStable ?? null,
    pending: pending === null ? null : confirmationWindow(pending),
    confirmedBy: immune?.confirmedBy ?? NONE,
    earlierProgressionReset: immune?.state.reset ?? false,
  };
}

/** Non-target disease that was present at baseline cannot be `none` later: then it was not reported, hence not evaluable. */
const nonTargetResponse = (scan: Scan, set: TargetSet | null): NonTargetResponse =>
  scan.nonTarget === 'none' && set?.fact.nonTarget === 'present' ? 'NE' : scan.nonTarget;

/** iRECIST applies from the first anti-PD-1 or anti-PD-L1 agent of the line on, also after it stopped. */
function immuneStep(
  scan: Scan,
  line: TherapyLine | null,
  overall: RecistResponse,
  progression: ProgressionCategories | null,
  measured: TargetMeasurement,
  newLesions: readonly NewLesion[],
  state: ImmuneState,
): ImmuneStep | null {
  if (line?.antiPd1From === undefined || line.antiPd1From.on > scan.on) return null;
  return immuneResponse(state, {
    fact: scan.id,
    on: scan.on,
    overall,
    progression,
    evaluatedSum: measured.evaluatedSum,
    complete: measured.sum !== null,
    newLesions,
    nonTargetFurtherGrowth: scan.nonTargetFurtherGrowth === true,
    clinicallyStable: scan.clinicallyStable,
  });
}

function extentOf(categories: ProgressionCategories, newLesions: readonly NewLesion[]): ScanProgression {
  return {
    ...categories,
    onlyNewLesions: !categories.target && !categories.nonTarget,
    newLesions: newLesions.length,
    newLesionOrgans: [...new Set(newLesions.map((lesion) => organName(lesion.organ)))].sort(),
  };
}

const sumInMm = (sum: Micrometres | null): number | null => (sum === null ? null : millimetresOf(sum));
