import { type BoardDecision, evolveCase, expectationsOf, type OpenCaseState, recordsFact, standingOf } from '@tumor-board/board';
import { daysAfter } from '@tumor-board/kernel';
import type { FoldedCases } from '../folded-cases.js';
import { type ItemRows, standingItems } from '../projection/item-rows.js';
import { readModel } from '../projection/read-model.js';
import type { ExpectationRow, ExpectationState } from './table.js';

/** Events after which an expectation may be another, besides those that record facts. */
const CONCERNED: ReadonlySet<string> = new Set(['DecisionRecorded', 'ExpectationOverdue', 'DecisionNeedsReview', 'CaseErased']);

/**
 * Keeps `read_model.expectation`. Which result meets which expectation follows from the facts that stand, so the case
 * is folded for it; a case of which no plan counts on anything is not even read.
 */
export const expectationList = (cases: FoldedCases) =>
  readModel<ExpectationRow>({
    name: 'expectation-list',
    table: 'expectation',
    rowPer: 'item',
    itemKey: ['decision_id', 'result', 'expectation_id'],
    columns: {
      case_id: 'uuid',
      decision_id: 'uuid',
      result: 'text',
      expectation_id: 'text',
      site: 'text',
      version: 'integer',
      decided_on: 'date',
      due_on: 'date',
      check_on: 'date',
      state: 'text',
      fact_id: 'text',
    },
    async fold({ caseId, site, events }, _previous, standing) {
      if (standing.length === 0 && !events.some(({ type }) => type === 'DecisionRecorded')) return [];
      const rows = standingItems(standing, keyOf);
      const before = await cases.before(caseId, events);
      let state = before;
      for (const event of events) {
        state = evolveCase(state, event);
        if (state.status === 'none' || !(recordsFact(event) || CONCERNED.has(event.type))) continue;
        if (event.type === 'DecisionRecorded') drop(rows, event.data.decisionId, event.streamVersion);
        const decision = standingOf(state.board);
        if (decision !== undefined) tell(rows, { caseId, site, version: event.streamVersion }, decision, state);
      }
      cases.keep(caseId, before, state);
      return rows.changed();
    },
  });

type Key = Pick<ExpectationRow, 'decision_id' | 'result' | 'expectation_id'>;
const keyOf = (row: Key): string => `${row.decision_id} ${row.result} ${row.expectation_id}`;

/** What earlier decisions still waited for. */
function drop(rows: ItemRows<ExpectationRow>, decisionId: string, version: number): void {
  for (const row of rows.all()) {
    if (row.decision_id !== decisionId && (row.state === 'open' || row.state === 'overdue'))
      rows.change(keyOf(row), version, { state: 'dropped' });
  }
}

function tell(
  rows: ItemRows<ExpectationRow>,
  { caseId, site, version }: { readonly caseId: string; readonly site: string; readonly version: number },
  decision: BoardDecision,
  state: OpenCaseState,
): void {
  const isOver = state.erased !== null || state.board.deaths.length > 0;
  const common = { case_id: caseId, decision_id: decision.decisionId, site, version, decided_on: decision.on };
  const expected: ExpectationRow[] = expectationsOf(state).map((one) => ({
    ...common,
    result: one.result,
    expectation_id: one.expectationId,
    due_on: one.dueOn,
    check_on: daysAfter(one.dueOn, 1),
    state: one.state,
    fact_id: one.fact,
  }));
  const { reviewOn } = decision.content;
  if (reviewOn !== undefined) {
    const became: ExpectationState = decision.triggers.some(({ kind }) => kind === 'review-date') ? 'met' : 'open';
    expected.push({ ...common, result: 'review', expectation_id: '', due_on: reviewOn, check_on: reviewOn, state: became, fact_id: null });
  }
  for (const one of expected) {
    const row = isOver && one.state === 'open' ? { ...one, state: 'dropped' as const } : one;
    const known = rows.get(keyOf(row));
    if (known === undefined) rows.add(row);
    else if (known.state !== row.state || known.fact_id !== row.fact_id)
      rows.change(keyOf(row), version, { state: row.state, fact_id: row.fact_id });
  }
}
