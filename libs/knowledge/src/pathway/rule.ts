import type { Reason } from '@tumor-board/kernel';
import type { NextStep, NextStepCode } from '../assessment.js';
import type { Situation } from './situation.js';

/** What a condition found: the facts that make it hold and, where it helps, a sentence about this case. */
export interface Support {
  readonly facts: readonly string[];
  readonly text?: string;
}

/** A condition of the table: its words, and the test that they describe. */
export interface Condition {
  readonly words: string;
  /** The support when the condition holds, undefined when it does not. */
  readonly test: (situation: Situation) => Support | undefined;
}

/** What a rule adds to its step for this case. */
export type StepDetails = Partial<Pick<NextStep, 'alternatives' | 'needs' | 'regimen' | 'ablation' | 'doseGy' | 'concurrent'>> & {
  readonly because?: readonly Reason[];
};

/** One row of the pathway table. The first row whose conditions all hold gives the proposal. */
export interface PathwayRule {
  /** `P05`, in the order of the table. */
  readonly id: string;
  readonly question: string;
  readonly when: readonly Condition[];
  readonly step: NextStepCode;
  readonly title: string;
  /** `review`: the review says so. `product rule`: settled for the product where the review leaves a choice. */
  readonly basis: 'review' | 'product rule';
  /** Why, in one sentence; printed with every proposal. */
  readonly rationale: string;
  readonly evidence: readonly string[];
  readonly details?: (situation: Situation) => StepDetails;
}

/** A condition that holds whenever the other does not. */
export const not = (words: string, condition: Condition): Condition => ({
  words,
  test: (situation) => (condition.test(situation) === undefined ? { facts: [] } : undefined),
});

/** A condition that holds when one of the others does. */
export const either = (words: string, ...conditions: readonly Condition[]): Condition => ({
  words,
  test: (situation) => {
    for (const condition of conditions) {
      const support = condition.test(situation);
      if (support !== undefined) return support;
    }
    return undefined;
  },
});
