import {
  type Horizon,
  metastaticExtent,
  type Patient,
  responseSeries,
  type ScanResponse,
  stageCase,
  type Timeline,
  type TreatmentCourse,
  timelineOf,
  treatmentCourse,
} from '@tumor-board/oncology';
import type { CaseRecord } from '../assess.js';
import type { Assessment } from '../assessment.js';

/** What of a case trials are matched with: its facts, and what the calculators made of them. */
export interface TrialSubject {
  readonly patient: Patient;
  /** `timeline.asOf` is the day that the question is asked for. */
  readonly timeline: Timeline;
  readonly course: TreatmentCourse;
  readonly stage: Assessment['stage'];
  readonly scans: readonly ScanResponse[];
}

/** Reads a case for matching, as it stands at a horizon. */
export function trialSubject(record: Pick<CaseRecord, 'patient' | 'facts'>, horizon: Horizon = {}): TrialSubject {
  const timeline = timelineOf(record.facts, horizon);
  const course = treatmentCourse(timeline);
  return {
    patient: record.patient,
    timeline,
    course,
    stage: stageCase(metastaticExtent(timeline, course)).stage,
    scans: responseSeries(timeline, course).series.assessments,
  };
}
