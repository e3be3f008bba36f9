import type { BoardEvent } from '@tumor-board/board';
import { isBoardEvent } from '@tumor-board/board';
import type { RecordedEvent } from '@tumor-board/kernel';
import { standingItems } from '../projection/item-rows.js';
import { type CaseEvents, readModel } from '../projection/read-model.js';
import type { DecisionRow } from './table.js';

/** Keeps `read_model.decision`: everything in it comes from the events themselves. */
export const decisionList = readModel<DecisionRow>({
  name: 'decision-list',
  table: 'decision',
  rowPer: 'item',
  itemKey: ['decision_id'],
  columns: {
    case_id: 'uuid',
    decision_id: 'uuid',
    site: 'text',
    version: 'integer',
    recorded_version: 'integer',
    recorded_at: 'timestamptz',
    on_day: 'date',
    meeting_id: 'uuid',
    item_id: 'uuid',
    kind: 'text',
    step: 'text',
    proposed: 'text',
    intent: 'text',
    release: 'text',
    state: 'text',
    provisional: 'boolean',
    quorum: 'text',
    override_reason: 'text',
    dissents: 'integer',
    signatures: 'integer',
    actions: 'integer',
    expectations: 'integer',
    review_on: 'date',
    supersedes: 'uuid',
    superseded_by: 'uuid',
    review_trigger: 'text',
    audit_finding: 'text',
    audited_on: 'date',
    audited_by: 'text',
  },
  fold(given, _previous, standing) {
    const rows = standingItems(standing, (row) => row.decision_id);
    for (const event of given.events as readonly RecordedEvent[]) if (isBoardEvent(event)) fold(rows, event, given);
    return rows.changed();
  },
});

function fold(rows: ReturnType<typeof standingItems<DecisionRow>>, event: RecordedEvent & BoardEvent, { caseId, site }: CaseEvents): void {
  const version = event.streamVersion;
  switch (event.type) {
    case 'DecisionRecorded': {
      const { decisionId, content, basis } = event.data;
      for (const earlier of rows.all()) {
        if (earlier.state === 'superseded' || earlier.decision_id === decisionId) continue;
        rows.change(earlier.decision_id, version, { state: 'superseded', superseded_by: decisionId });
      }
      rows.add({
        case_id: caseId,
        decision_id: decisionId,
        site,
        version,
        recorded_version: version,
        recorded_at: event.recordedAt,
        on_day: event.data.on,
        meeting_id: event.data.meetingId ?? null,
        item_id: event.data.itemId ?? null,
        kind: content.kind,
        step: content.step,
        proposed: basis.proposed,
        intent: content.intent,
        release: basis.release,
        state: 'standing',
        provisional: event.data.provisional,
        quorum: event.data.quorum.state,
        override_reason: content.override?.reason ?? null,
        dissents: content.dissent.length,
        signatures: 1,
        actions: content.actions.length,
        expectations: content.expectations.length,
        review_on: content.reviewOn ?? null,
        supersedes: event.data.supersedes ?? null,
        superseded_by: null,
        review_trigger: null,
        audit_finding: null,
        audited_on: null,
        audited_by: null,
      });
      break;
    }
    case 'DecisionSigned':
      rows.change(event.data.decisionId, version, (row) => ({ signatures: row.signatures + 1 }));
      break;
    case 'DecisionNeedsReview':
      rows.change(event.data.decisionId, version, {
        state: 'needs-review',
        review_trigger: event.data.trigger.kind,
      });
      break;
    case 'DecisionAudited': {
      const { decisionId, finding, on, auditor } = event.data;
      rows.change(decisionId, version, { audit_finding: finding, audited_on: on, audited_by: auditor.name });
      break;
    }
    case 'CaseListed':
    case 'CaseReferred':
    case 'ReferralWithdrawn':
    case 'CaseScheduled':
    case 'CaseUnscheduled':
    case 'CaseDeferred':
    case 'CaseDelisted':
    case 'ItemRequested':
    case 'ActionReported':
    case 'ExpectationOverdue':
    case 'PatientIdentified':
      break;
  }
}
