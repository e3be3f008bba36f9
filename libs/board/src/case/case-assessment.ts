import { canonicalJson, sha256Hex } from '@tumor-board/kernel';
import { type Assessment, assess, type KnowledgeRelease, type SitePolicy } from '@tumor-board/knowledge';
import { type OpenCaseState, recordOf } from './case-state.js';

/** What a case is assessed under. */
export interface Knowledge {
  readonly release: KnowledgeRelease;
  readonly policy: SitePolicy;
}

/** What the facts of a case amount to now. */
export const assessmentOf = (state: OpenCaseState, { release, policy }: Knowledge): Assessment => assess(recordOf(state), release, policy);

/** SHA-256 of the canonical JSON of an assessment: the same for the same facts, release and policy, on any machine. */
export const digestOfAssessment = (assessment: Assessment): string => sha256Hex(canonicalJson(assessment));
