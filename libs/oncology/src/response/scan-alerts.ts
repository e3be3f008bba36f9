import type { Alert } from '../alert.js';
import type { FactOf } from '../facts/clinical-fact.js';
import type { Target } from '../facts/lesion.js';
import type { Timeline } from '../facts/timeline.js';
import type { LineBaseline } from './line-baseline.js';
import { organName } from './organ-name.js';
import { agreesWithReport, reportedCategory } from './reported-response.js';
import type { ScanDetail } from './scan-detail.js';
import type { TargetSet } from './sum-of-diameters.js';
import { baselineAgeAlert, targetSelectionAlerts } from './target-selection.js';

/** Doubts about every baseline in use: its targets, once each, and its age at the start of its line. */
export function baselineAlerts(baselines: readonly LineBaseline[], timeline: Timeline): Alert[] {
  const alerts: Alert[] = [];
  let previous: TargetSet | null = null;
  for (const baseline of baselines) {
    if (baseline.targets !== null && baseline.targets !== previous) alerts.push(...targetSelectionAlerts(baseline.targets.fact, timeline));
    const age = baselineAgeAlert(baseline);
    if (age !== undefined) alerts.push(age);
    previous = baseline.targets;
  }
  return alerts;
}

/** The doubt about scans that have no baseline on or before them. */
export const missingBaselineAlert = (scans: readonly string[]): Alert => ({
  code: 'baseline-measurements-missing',
  text: 'There are no baseline measurements on or before the scan, so its response cannot be computed.',
  facts: scans,
});

/** Doubts about one scan, seen against its baseline and its computed response. */
export function scanAlerts(
  scan: FactOf<'ResponseAssessed'>,
  { line, origin }: LineBaseline,
  set: TargetSet | null,
  detail: ScanDetail,
  firstOfLine: boolean,
): readonly Alert[] {
  const alerts: Alert[] = [];
  if (set !== null) {
    if (firstOfLine && line !== null && origin === 'earlier-line') {
      const text = `Line ${line.line} has no baseline measurements of its own; its scans are compared with those of an earlier line.`;
      alerts.push({ code: 'baseline-of-earlier-line', text, facts: [set.fact.id, scan.id] });
    }
    for (const target of scan.targets) {
      const alert = targetAlert(scan, set, target);
      if (alert !== undefined) alerts.push(alert);
    }
    const nonTarget = nonTargetAlert(scan, set);
    if (nonTarget !== undefined) alerts.push(nonTarget);
  }
  const reported = reportedAlert(scan, detail);
  if (reported !== undefined) alerts.push(reported);
  return alerts;
}

function targetAlert(scan: FactOf<'ResponseAssessed'>, set: TargetSet, target: Target): Alert | undefined {
  const facts = [set.fact.id, scan.id];
  const known = set.byLesion.get(target.lesion);
  if (known === undefined) {
    const text = `${target.lesion} is listed as a target on ${scan.on} but was no target at baseline; it is left out of the sum.`;
    return { code: 'target-not-at-baseline', text, facts };
  }
  if (known.kind === target.kind && (known.organ === target.organ || organName(known.organ) === organName(target.organ))) return undefined;
  const text = `Target ${target.lesion} changed from ${known.organ} (${known.kind}) at baseline to ${target.organ} (${target.kind}) on ${scan.on}.`;
  return { code: 'target-changed', text, facts };
}

function nonTargetAlert(scan: FactOf<'ResponseAssessed'>, { fact }: TargetSet): Alert | undefined {
  const facts = [fact.id, scan.id];
  if (fact.nonTarget === 'present' && scan.nonTarget === 'none') {
    const text = `Non-target disease was present at baseline but the scan of ${scan.on} says there is none; it is read as not evaluated.`;
    return { code: 'non-target-not-reported', text, facts };
  }
  if (fact.nonTarget === 'none' && (scan.nonTarget === 'PD' || scan.nonTarget === 'non-CR/non-PD')) {
    const text = `The scan of ${scan.on} reports non-target disease but there was none at baseline.`;
    return { code: 'non-target-not-at-baseline', text, facts };
  }
  return undefined;
}

function reportedAlert(scan: FactOf<'ResponseAssessed'>, { scan: { overall, immune } }: ScanDetail): Alert | undefined {
  if (scan.reported === undefined || agreesWithReport(scan.reported, overall, immune)) return undefined;
  const facts = [scan.id];
  if (reportedCategory(scan.reported) === undefined) {
    const text = `The response reported on ${scan.on}, "${scan.reported}", is no RECIST or iRECIST category; computed: ${overall}.`;
    return { code: 'reported-response-not-understood', text, facts };
  }
  const text = `The response reported on ${scan.on} is ${scan.reported}; computed from the measurements: ${overall}${immune === null ? '' : ` (${immune})`}.`;
  return { code: 'reported-response-differs', text, facts };
}
