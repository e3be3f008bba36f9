import { canonicalJson, sha256Hex } from '@tumor-board/kernel';
import { type Assessment, headlineOf } from '@tumor-board/knowledge';
import { digestOfAssessment } from '../case/case-assessment.js';
import type { OpenCaseState } from '../case/case-state.js';
import type { DecisionBasis, DecisionContent } from './decision-content.js';

/**
 * What a decision on a case rests on at this moment: what is known and advised, which decision stands and which
 * questions are open. What changes nothing of it (an agenda, a report on an action) leaves it as it is.
 */
export function basisOf(state: OpenCaseState, assessment: Assessment): DecisionBasis {
  const { nextStep } = assessment;
  return {
    version: state.knownAt,
    asOf: assessment.asOf,
    release: assessment.knowledge,
    fingerprint: assessment.fingerprint,
    digest: digestOfAssessment(assessment),
    headline: { ...headlineOf(assessment) },
    proposed: nextStep.code,
    blocked: nextStep.blocked.map(({ option }) => option),
    alternatives: nextStep.alternatives.map(({ title }) => title),
    missing: assessment.missing.map(({ item }) => item),
    standing: state.board.standing,
    referrals: state.board.referrals.map(({ referralId }) => referralId),
  };
}

/** SHA-256 of the canonical JSON of a basis: what whoever signs has seen. */
export const basisHashOf = (basis: DecisionBasis): string => sha256Hex(canonicalJson(basis));

/** SHA-256 of the canonical JSON of what is signed: the decision's id and content, and the hash of its basis. */
export const contentHashOf = (decisionId: string, content: DecisionContent, basisHash: string): string =>
  sha256Hex(canonicalJson({ decisionId, content, basisHash }));
