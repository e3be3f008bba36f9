import type { Finding } from '@tumor-board/kernel';
import {
  type Alert,
  cyclesBy,
  ebvDnaKinetics,
  fitness,
  type Horizon,
  INDUCTION_CYCLES,
  metastaticExtent,
  oligometastatic,
  responseSeries,
  type ScanDetail,
  stageCase,
  subdivide,
  type TreatmentCourse,
  timelineOf,
  treatmentCourse,
} from '@tumor-board/oncology';
import type { Assessment } from './assessment.js';
import type { CaseRecord } from './case-record.js';
import { fingerprintOf } from './fingerprint.js';
import { type BaselineGap, baselineGaps } from './pathway/baseline.js';
import { caseAlerts } from './pathway/case-alerts.js';
import { remainingLesions } from './pathway/metastases.js';
import { nextStep } from './pathway/next-step.js';
import { declinedBy } from './pathway/preferences.js';
import { responseGate } from './pathway/response-gate.js';
import type { Situation } from './pathway/situation.js';
import type { SitePolicy } from './policy.js';
import type { KnowledgeRelease } from './release.js';

export type { CaseRecord } from './case-record.js';

/** The day that an assessment without any facts is of. */
const BEFORE_ANY_FACT = '1970-01-01';

/**
 * What the facts of a case amount to under one knowledge release and one site policy. Pure: the same input gives the
 * same bytes. Each part is computed on its own, so a part whose facts are there is given whatever else is missing.
 */
export function assess(record: CaseRecord, release: KnowledgeRelease, policy: SitePolicy, horizon: Horizon = {}): Assessment {
  const { format, reference, asOf, knowledge, policy: used, ...parts } = assessedContent(record, release, policy, horizon);
  return { format, reference, asOf, knowledge, policy: used, fingerprint: fingerprintOf(record, release, policy, horizon), ...parts };
}

/** An assessment without the fingerprint of what it was made of, which costs as much as all the rest of a short case. */
export type AssessedContent = Omit<Assessment, 'fingerprint'>;

/** What {@link assess} says, for a comparison that nobody keeps. */
export function assessedContent(record: CaseRecord, release: KnowledgeRelease, policy: SitePolicy, horizon: Horizon = {}): AssessedContent {
  const timeline = timelineOf(record.facts, horizon);
  const course = treatmentCourse(timeline);
  const extent = metastaticExtent(timeline, course);
  const staging = stageCase(extent);
  const subdivision = subdivide(timeline, course, extent, policy.localCutoffs);
  const isOligometastatic = oligometastatic(extent, policy.oligometastaticMax);
  const ebv = ebvDnaKinetics(timeline, course);
  const responses = responseSeries(timeline, course);
  const scan = lastScanOfLine(responses.details, course);
  const inductionFinished = cyclesBy(course.currentLine, timeline.asOf) >= INDUCTION_CYCLES || course.currentLine?.ended !== undefined;
  const gate = responseGate(scan, ebv.state, inductionFinished);
  const { chart } = extent;
  const gaps = baselineGaps(timeline, course, chart);
  const situation: Situation = {
    timeline,
    course,
    policy,
    chart,
    oligometastatic: isOligometastatic,
    remaining: remainingLesions(timeline, chart),
    fitness: fitness(timeline, record.patient, { cisplatinCrClMin: policy.cisplatinCrClMin }),
    declined: declinedBy(timeline),
    gaps,
    scan,
    gate,
    cycles: cyclesBy(course.currentLine, timeline.asOf),
  };
  const step = nextStep(release.pathway, situation);
  const m1 = subdivision.findings;
  return {
    format: 'tumor-board-assessment/1',
    reference: record.reference,
    asOf: timeline.asOf === '' ? BEFORE_ANY_FACT : timeline.asOf,
    knowledge: release.id,
    policy,
    stage: staging.stage,
    m1,
    oligometastatic: isOligometastatic,
    ebvDna: ebv.kinetics,
    response: { ...responses.series, gate: gate.gate, reason: gate.reason },
    nextStep: step,
    missing: missingItems(
      [
        ...Object.entries(staging.stage).flatMap(([edition, { group, m }]): [string, Finding<unknown>][] => [
          [`stage.${edition}.group`, group],
          [`stage.${edition}.m`, m],
        ]),
        ...Object.entries(m1).map(([system, finding]): [string, Finding<unknown>] => [`m1.${system}`, finding]),
        ['oligometastatic', isOligometastatic],
      ],
      course.first === undefined ? gaps : [],
    ),
    alerts: [...staging.alerts, ...subdivision.alerts, ...ebv.alerts, ...responses.alerts, ...caseAlerts(situation)] satisfies Alert[],
  };
}

/** The last response scan that belongs to the current line, or the last of all when no line has begun. */
function lastScanOfLine(details: readonly ScanDetail[], course: TreatmentCourse): ScanDetail | undefined {
  const last = details.at(-1);
  const line = course.currentLine?.line ?? null;
  return last !== undefined && last.scan.line === line ? last : undefined;
}

function missingItems(findings: readonly (readonly [string, Finding<unknown>])[], gaps: readonly BaselineGap[]): Assessment['missing'] {
  const settles = new Map<string, string[]>();
  const note = (item: string, part: string): void => {
    const parts = settles.get(item);
    if (parts === undefined) settles.set(item, [part]);
    else if (!parts.includes(part)) parts.push(part);
  };
  for (const [part, finding] of findings) {
    if (finding.status === 'indeterminate') for (const item of finding.missing) note(item, part);
  }
  for (const gap of gaps) note(gap.item, 'nextStep');
  return [...settles].map(([item, wouldSettle]) => ({ item, wouldSettle }));
}
