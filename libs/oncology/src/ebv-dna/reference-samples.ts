import { daysBetween } from '@tumor-board/kernel';
import type { FactOf } from '../facts/clinical-fact.js';
import type { Timeline } from '../facts/timeline.js';
import { lastBeforeTreatment } from '../treatment/baseline.js';
import type { TreatmentCourse } from '../treatment/treatment-course.js';

export type EbvDnaSample = FactOf<'EbvDnaMeasured'>;

/** Cycles of first-line chemotherapy after which a sample counts as drawn after palliative chemotherapy (product rule). */
export const INDUCTION_CYCLES = 4;

/** A baseline sample drawn longer before the first treatment than this many days is flagged. */
export const BASELINE_SAMPLE_MAX_AGE_DAYS = 28;

/** Two samples that may be compared: the same assay, unit and specimen. */
export const sameSeries = (a: EbvDnaSample, b: EbvDnaSample): boolean =>
  a.assay === b.assay && a.unit === b.unit && a.specimen === b.specimen;

/** Detected, whether or not it could be quantified. */
export const isDetectable = (sample: EbvDnaSample): boolean => sample.result !== 'undetectable';

/** E0: the last EBV DNA sample before the first treatment of any kind, in clinical order; the last of all when none was given. */
export const baselineSample = (timeline: Timeline, course: TreatmentCourse): EbvDnaSample | undefined =>
  lastBeforeTreatment(timeline, course, 'EbvDnaMeasured');

/** True when E0 was drawn more than 28 days before the first treatment. */
export const isOldBaseline = (sample: EbvDnaSample, course: TreatmentCourse): boolean =>
  course.first !== undefined && daysBetween(sample.on, course.first.on) > BASELINE_SAMPLE_MAX_AGE_DAYS;

/**
 * E1: the first sample of E0's series after four completed cycles of the first line, or after that line ended, and before
 * locoregional radiotherapy. Without an E0 the first plasma sample of that time. Undefined while it is pending.
 */
export function sampleAfterChemotherapy(timeline: Timeline, course: TreatmentCourse): EbvDnaSample | undefined {
  const line = course.lines[0];
  if (line === undefined) return undefined;
  const induction = [line.cycles.find((completed) => completed.cycles >= INDUCTION_CYCLES), line.ends[0]];
  const from = Math.min(...induction.map((fact) => (fact === undefined ? Number.POSITIVE_INFINITY : timeline.rank(fact))));
  const radiotherapy = course.locoregionalRadiotherapy[0];
  const until = radiotherapy === undefined ? Number.POSITIVE_INFINITY : timeline.rank(radiotherapy);
  const baseline = baselineSample(timeline, course);
  return timeline.of('EbvDnaMeasured').find((sample) => {
    const rank = timeline.rank(sample);
    return rank > from && rank < until && (baseline === undefined ? sample.specimen === 'plasma' : sameSeries(sample, baseline));
  });
}
