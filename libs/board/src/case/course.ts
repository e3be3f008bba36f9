import type { Assessment } from '@tumor-board/knowledge';
import type { CaseEvent } from './case-event.js';
import { evolveCase, type OpenCaseState } from './case-state.js';

/** A decision under way. The assessment is undefined until it has been computed for the facts of this very state. */
export interface Course {
  readonly events: readonly CaseEvent[];
  readonly state: OpenCaseState;
  readonly assessment: Assessment | undefined;
}

/** Nothing has happened yet. */
export const start = (state: OpenCaseState): Course => ({ events: [], state, assessment: undefined });

/** The course after one more event, with the assessment that then stands if it is known. */
export function happened(course: Course, event: CaseEvent, assessment: Assessment | undefined): Course {
  return { events: [...course.events, event], state: evolveCase(course.state, event) as OpenCaseState, assessment };
}

/** The course after events that no assessment reads. */
export const noted = (course: Course, events: readonly CaseEvent[]): Course =>
  events.reduce((so, event) => happened(so, event, so.assessment), course);
