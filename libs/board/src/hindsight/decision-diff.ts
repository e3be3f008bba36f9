import { canonicalJson } from '@tumor-board/kernel';
import type { CaseRecord, NextStepCode, SitePolicy } from '@tumor-board/knowledge';
import type { IdentifiedFact } from '@tumor-board/oncology';
import type { BoardDecision } from '../case/board-state.js';
import type { DecisionContent } from '../decision/decision-content.js';
import { type HindsightCause, type HindsightDifference, hindsight, laterFacts, type Rules } from './hindsight.js';

/** One field of the content that differs, as it stands in both; undefined where it was left out. */
export interface ContentDifference {
  readonly field: keyof DecisionContent;
  readonly from: unknown;
  readonly to: unknown;
}

/** Two decisions of a case compared. */
export interface DecisionDiff {
  readonly content: readonly ContentDifference[];
  /** What was on the screen of the later one and not of the earlier, each with its cause. */
  readonly headline: readonly HindsightDifference[];
  readonly step: {
    readonly from: NextStepCode;
    readonly to: NextStepCode;
    readonly proposedFrom: NextStepCode;
    readonly proposedTo: NextStepCode;
    /** Why the one was decided and then the other; empty when both decided the same step. */
    readonly causes: readonly HindsightCause[];
  };
  /** What was recorded between the two. */
  readonly facts: { readonly added: readonly IdentifiedFact[]; readonly corrections: readonly IdentifiedFact[] };
  readonly rules: {
    readonly from: string;
    readonly to: string;
    /** Fields of the site policy that differ. */
    readonly policy: readonly { readonly field: string; readonly from: unknown; readonly to: unknown }[];
  };
}

/** What the comparison reads besides the two decisions. */
export interface DecisionDiffInput {
  readonly from: BoardDecision;
  readonly to: BoardDecision;
  /** The record with every fact of today; the decisions say how many of them they knew. */
  readonly record: CaseRecord;
  readonly policyFrom: SitePolicy;
  /** The rules under which the later one was advised. */
  readonly rulesTo: Rules;
}

const FIELDS = [
  'kind',
  'step',
  'plan',
  'intent',
  'rationale',
  'alternatives',
  'noAlternatives',
  'contingency',
  'dissent',
  'override',
  'preference',
  'guidelines',
  'actions',
  'expectations',
  'reviewOn',
] as const satisfies readonly (keyof DecisionContent)[];

/** Compares an earlier decision with a later one: as a look back at the earlier from where the later was made. */
export function decisionDiff({ from, to, record, policyFrom, rulesTo }: DecisionDiffInput): DecisionDiff {
  const known = record.facts.slice(0, from.factsKnown);
  const facts = record.facts.slice(0, to.factsKnown);
  const recordThen = { ...record, facts: known };
  const seen = hindsight({ decision: from, recordThen, facts, policyThen: policyFrom, today: rulesTo });
  const headline = seen.differences.filter(({ cause }) => cause !== 'board-override');
  const { corrections, fresh } = laterFacts(known, facts);
  return {
    content: differing(FIELDS, from.content, to.content),
    headline,
    step: {
      from: from.content.step,
      to: to.content.step,
      proposedFrom: from.basis.proposed,
      proposedTo: to.basis.proposed,
      causes: from.content.step === to.content.step ? [] : causesOfStep(from, to, headline),
    },
    facts: { added: fresh, corrections },
    rules: {
      from: from.basis.release,
      to: to.basis.release,
      policy: differing([...new Set([...Object.keys(policyFrom), ...Object.keys(rulesTo.policy)])].sort(), policyFrom, rulesTo.policy),
    },
  };
}

function causesOfStep(from: BoardDecision, to: BoardDecision, headline: readonly HindsightDifference[]): HindsightCause[] {
  const ofAdvice = headline.filter(({ part }) => part === 'nextStep').map(({ cause }) => cause);
  const isOwnChoice = from.content.step !== from.basis.proposed || to.content.step !== to.basis.proposed;
  return isOwnChoice ? [...ofAdvice, 'board-override'] : ofAdvice;
}

function differing<Field extends string>(
  fields: readonly Field[],
  from: { readonly [Name in Field]?: unknown },
  to: { readonly [Name in Field]?: unknown },
): { readonly field: Field; readonly from: unknown; readonly to: unknown }[] {
  return fields
    .filter((field) => canonicalJson({ value: from[field] }) !== canonicalJson({ value: to[field] }))
    .map((field) => ({ field, from: from[field], to: to[field] }));
}
