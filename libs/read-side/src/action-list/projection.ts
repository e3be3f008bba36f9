import { isBoardEvent } from '@tumor-board/board';
import type { RecordedEvent } from '@tumor-board/kernel';
import { standingItems } from '../projection/item-rows.js';
import { readModel } from '../projection/read-model.js';
import type { ActionRow } from './table.js';

/** Keeps `read_model.action`: everything in it comes from the events themselves. */
export const actionList = readModel<ActionRow>({
  name: 'action-list',
  table: 'action',
  rowPer: 'item',
  itemKey: ['decision_id', 'action_id'],
  columns: {
    case_id: 'uuid',
    decision_id: 'uuid',
    action_id: 'text',
    site: 'text',
    version: 'integer',
    meeting_id: 'uuid',
    owner_account: 'text',
    owner_discipline: 'text',
    due_on: 'date',
    state: 'text',
    reason: 'text',
    reported_on: 'date',
  },
  fold({ caseId, site, events }, _previous, standing) {
    const keyOf = (decisionId: string, actionId: string): string => `${decisionId} ${actionId}`;
    const rows = standingItems(standing, (row) => keyOf(row.decision_id, row.action_id));
    for (const event of events as readonly RecordedEvent[]) {
      if (!isBoardEvent(event)) continue;
      const version = event.streamVersion;
      if (event.type === 'DecisionRecorded') {
        const { decisionId, meetingId, content } = event.data;
        for (const row of rows.all()) {
          if (row.state === 'open' && row.decision_id !== decisionId)
            rows.change(keyOf(row.decision_id, row.action_id), version, { state: 'superseded' });
        }
        for (const { actionId, owner, dueOn } of content.actions) {
          rows.add({
            case_id: caseId,
            decision_id: decisionId,
            action_id: actionId,
            site,
            version,
            meeting_id: meetingId ?? null,
            owner_account: 'account' in owner ? owner.account : null,
            owner_discipline: 'discipline' in owner ? owner.discipline : null,
            due_on: dueOn,
            state: 'open',
            reason: null,
            reported_on: null,
          });
        }
      } else if (event.type === 'ActionReported') {
        const { decisionId, actionId, state, reason, on } = event.data;
        rows.change(keyOf(decisionId, actionId), version, { state, reason: reason ?? null, reported_on: on });
      }
    }
    return rows.changed();
  },
});
