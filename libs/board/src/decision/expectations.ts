import type { IsoDate } from '@tumor-board/kernel';
import { type FactOf, timelineOf } from '@tumor-board/oncology';
import { type BoardDecision, standingOf } from '../case/board-state.js';
import type { OpenCaseState } from '../case/case-state.js';
import type { Expectation, ExpectedResult } from './decision-content.js';

/** What became of a result that a plan counts on. */
export interface ExpectationStatus extends Expectation {
  /** `overdue` when it was found missing after its day; a result that then comes makes it `met`. */
  readonly state: 'open' | 'met' | 'overdue';
  /** Id of the fact that met it. */
  readonly fact: string | null;
  /** The day of that fact. */
  readonly metOn: IsoDate | null;
}

const FACT_OF: Readonly<Record<ExpectedResult, 'ResponseAssessed' | 'EbvDnaMeasured'>> = {
  'response-scan': 'ResponseAssessed',
  'ebv-dna': 'EbvDnaMeasured',
};

/**
 * The results that the standing decision counts on, by due date. A result from after the day of the decision meets what
 * was due until its own day and is still open; when nothing was, it meets the next one, unless an earlier result met the
 * one whose interval it lies in. Product rule. Read off the facts that stand, so a retracted result meets nothing.
 */
export function expectationsOf(state: OpenCaseState): readonly ExpectationStatus[] {
  const decision = standingOf(state.board);
  if (decision === undefined || decision.content.expectations.length === 0) return [];
  const timeline = timelineOf(state.facts.toArray());
  return (Object.keys(FACT_OF) as ExpectedResult[])
    .flatMap((result) => statusesOf(decision, result, timeline.of(FACT_OF[result])))
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}

function statusesOf(decision: BoardDecision, result: ExpectedResult, facts: readonly FactOf[]): ExpectationStatus[] {
  const expected = decision.content.expectations
    .filter((expectation) => expectation.result === result)
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
  const metBy = new Map<string, FactOf>();
  for (const fact of facts) {
    if (fact.on <= decision.on) continue;
    const late = expected.filter(({ expectationId, dueOn }) => dueOn <= fact.on && !metBy.has(expectationId));
    const next = expected.find(({ dueOn }) => dueOn > fact.on);
    const meets = late.length > 0 ? late : next === undefined ? [] : [next];
    for (const { expectationId } of meets) if (!metBy.has(expectationId)) metBy.set(expectationId, fact);
  }
  return expected.map((expectation) => {
    const fact = metBy.get(expectation.expectationId);
    const state = fact !== undefined ? 'met' : decision.overdue.includes(expectation.expectationId) ? 'overdue' : 'open';
    return { ...expectation, state, fact: fact?.id ?? null, metOn: fact?.on ?? null };
  });
}
