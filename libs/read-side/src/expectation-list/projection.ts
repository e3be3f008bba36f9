import { type BoardDecision, evolveCase, expectationsOf, type OpenCaseState, recordsFact, standingOf } from '@tumor-board/board';
import { FoldedCases, type FoldedCasesOptions } from '../folded-cases.js';
import { type ItemRows, standingItems } from '../projection/item-rows.js';
import { readModel } from '../projection/read-model.js';
import type { ExpectationRow } from './table.js';

/**
 * Keeps `read_model.expectation`. Which result meets which expectation follows from the facts that stand, so the case
 * is folded for it; a case of which no plan counts on anything is not even read.
 */
export function expectationList(options: FoldedCasesOptions) {
  const cases = new FoldedCases(options);
  return readModel<ExpectationRow>({
    name: 'expectation-list',
    table: 'expectation',
    rowPer: 'item',
    itemKey: ['decision_id', 'expectation_id'],
    columns: {
      case_id: 'uuid',
      decision_id: 'uuid',
      expectation_id: 'text',
      site: 'text',
      version: 'integer',
      result: 'text',
      decided_on: 'date',
      due_on: 'date',
      state: 'text',
      fact_id: 'text',
    },
    async fold({ caseId, site, events }, _previous, standing) {
      if (standing.length === 0 && !events.some(({ type }) => type === 'DecisionRecorded')) return [];
      const rows = standingItems(standing, keyOf);
      let state = await cases.before(caseId, events);
      for (const event of events) {
        state = evolveCase(state, event);
        if (state.status === 'none') continue;
        const decision = standingOf(state.board);
        if (event.type === 'DecisionRecorded') supersede(rows, event.data.decisionId, event.streamVersion);
        const isConcerned = recordsFact(event) || event.type === 'DecisionRecorded' || event.type === 'ExpectationOverdue';
        if (isConcerned && decision !== undefined) tell(rows, { caseId, site, version: event.streamVersion }, decision, state);
      }
      cases.keep(caseId, state);
      return rows.changed();
    },
  });
}

const keyOf = (row: Pick<ExpectationRow, 'decision_id' | 'expectation_id'>): string => `${row.decision_id} ${row.expectation_id}`;

function supersede(rows: ItemRows<ExpectationRow>, decisionId: string, version: number): void {
  for (const row of rows.all()) {
    if (row.decision_id !== decisionId && (row.state === 'open' || row.state === 'overdue'))
      rows.change(keyOf(row), version, { state: 'superseded' });
  }
}

function tell(
  rows: ItemRows<ExpectationRow>,
  at: { readonly caseId: string; readonly site: string; readonly version: number },
  decision: BoardDecision,
  state: OpenCaseState,
): void {
  for (const { expectationId, result, dueOn, state: became, fact } of expectationsOf(state)) {
    const row: ExpectationRow = {
      case_id: at.caseId,
      decision_id: decision.decisionId,
      expectation_id: expectationId,
      site: at.site,
      version: at.version,
      result,
      decided_on: decision.on,
      due_on: dueOn,
      state: became,
      fact_id: fact,
    };
    const known = rows.get(keyOf(row));
    if (known === undefined) rows.add(row);
    else if (known.state !== became || known.fact_id !== fact) rows.change(keyOf(row), at.version, { state: became, fact_id: fact });
  }
}
