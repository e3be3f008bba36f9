import {
  cyclesBy,
  type EbvDnaReading,
  ebvDnaKinetics,
  type Horizon,
  INDUCTION_CYCLES,
  type MetastaticExtent,
  metastaticExtent,
  responseSeries,
  type ScanDetail,
  type Timeline,
  type TreatmentCourse,
  timelineOf,
  treatmentCourse,
} from '@tumor-board/oncology';
import type { CaseRecord } from '../assess.js';
import { responseGate } from '../pathway/response-gate.js';
import type { GateResult } from '../pathway/situation.js';

/** What an assessment was computed from, in the detail that its parts leave out. */
export interface CaseReading {
  readonly timeline: Timeline;
  readonly course: TreatmentCourse;
  readonly extent: MetastaticExtent;
  readonly ebv: EbvDnaReading;
  /** Every response scan in clinical order. */
  readonly scans: readonly ScanDetail[];
  readonly gate: GateResult;
}

/** Reads a case as `assess` does. */
export function readCase(record: CaseRecord, horizon: Horizon = {}): CaseReading {
  const timeline = timelineOf(record.facts, horizon);
  const course = treatmentCourse(timeline);
  const ebv = ebvDnaKinetics(timeline, course);
  const scans = responseSeries(timeline, course).details;
  const last = scans.at(-1);
  const ofLine = last !== undefined && last.scan.line === (course.currentLine?.line ?? null) ? last : undefined;
  const inductionFinished = cyclesBy(course.currentLine, timeline.asOf) >= INDUCTION_CYCLES || course.currentLine?.ended !== undefined;
  return {
    timeline,
    course,
    extent: metastaticExtent(timeline, course),
    ebv,
    scans,
    gate: responseGate(ofLine, ebv.state, inductionFinished),
  };
}
