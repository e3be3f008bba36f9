import type { ClinicalFactType, FactOf } from '../facts/clinical-fact.js';
import type { Timeline } from '../facts/timeline.js';
import type { TreatmentCourse } from './treatment-course.js';

/** The last fact of a type that stands before the first treatment of any kind; the last of all while nothing was given. */
export function lastBeforeTreatment<Type extends ClinicalFactType>(
  timeline: Timeline,
  course: TreatmentCourse,
  type: Type,
): FactOf<Type> | undefined {
  const { first } = course;
  if (first === undefined) return timeline.latest(type);
  const treated = timeline.rank(first);
  return timeline.of(type).findLast((fact) => timeline.rank(fact as FactOf) < treated);
}
