import { canonicalJson } from '@tumor-board/kernel';
import { type Assessment, assess, type Headline, headlineOf, knowledgeRelease } from '@tumor-board/knowledge';
import { responseSeries, type ScanDetail, timelineOf, treatmentCourse } from '@tumor-board/oncology';
import { digestOfAssessment } from '../case/case-assessment.js';
import { type Case, evolveCase, noCase, type OpenCaseState, recordOf } from '../case/case-state.js';
import type { DecisionBasis } from '../decision/decision-content.js';
import type { RecordedCaseEvent } from './case-pieces.js';
import type { Source } from './printed-document.js';

/** What was known of a case at a version of its stream, and what it amounted to by the rules of then. */
export interface KnownCase {
  readonly state: OpenCaseState;
  readonly assessment: Assessment;
  /** How each response scan came to its response. */
  readonly scans: readonly ScanDetail[];
  /** The last event that the assessment reads. */
  readonly source: Source;
}

/** What is known of an assessment that was shown: under which release it came to which headline, and its digest. */
export type ShownAssessment = Pick<DecisionBasis, 'release' | 'headline' | 'digest'>;

/**
 * The case as it was known at a version, assessed again under the last recorded policy and the release that was shown,
 * else the last recorded one. Undefined before the first assessment, and where today's program does not come to what was
 * shown or recorded: what was read then is not to be told in other numbers.
 */
export function knownCase(events: readonly RecordedCaseEvent[], version: number, shown?: ShownAssessment): KnownCase | undefined {
  const streamId = events[0]?.streamId;
  const state = events.filter(({ streamVersion }) => streamVersion <= version).reduce<Case>(evolveCase, noCase());
  if (streamId === undefined || state.status === 'none' || state.revision === null) return undefined;
  const assessment = assess(recordOf(state), knowledgeRelease(shown?.release ?? state.revision.release), state.revision.policy);
  if (shown !== undefined && digestOfAssessment(assessment) !== shown.digest) return undefined;
  if (canonicalJson(headlineOf(assessment)) !== canonicalJson(shown?.headline ?? state.headline)) return undefined;
  const timeline = timelineOf(state.facts.toArray());
  const { details: scans } = responseSeries(timeline, treatmentCourse(timeline));
  return { state, assessment, scans, source: { streamId, version: state.knownAt } };
}

/** The headline as it was recorded last by a version, with the event that did; for what cannot be computed again. */
export function recordedHeadline(
  events: readonly RecordedCaseEvent[],
  version: number,
): { readonly headline: Headline; readonly source: Source } | undefined {
  const streamId = events[0]?.streamId;
  const state = events.filter(({ streamVersion }) => streamVersion <= version).reduce<Case>(evolveCase, noCase());
  if (streamId === undefined || state.status === 'none' || state.revision === null) return undefined;
  return { headline: state.headline, source: { streamId, version: state.revision.version } };
}
