import { type CaseEvent, describeEvent, isBoardEvent, isDeliberationEvent, recordsFact } from '@tumor-board/board';
import { readModel } from '../projection/read-model.js';
import type { CaseHistoryRow } from './table.js';

/** Keeps `read_model.case_history`: a row an event. What it quotes of protected texts stays sealed. */
export const caseHistory = readModel<CaseHistoryRow>({
  name: 'case-history',
  table: 'case_history',
  rowPer: 'event',
  columns: {
    case_id: 'uuid',
    site: 'text',
    version: 'integer',
    type: 'text',
    what: 'text',
    fact_id: 'text',
    on_day: 'date',
    known_on: 'date',
    actor: 'text',
    recorded_at: 'timestamptz',
    position: 'text',
    cause: 'jsonb',
    changed: 'jsonb',
    fingerprint: 'text',
  },
  fold: ({ caseId, site, events }) =>
    events.map((event) => ({
      case_id: caseId,
      site,
      version: event.streamVersion,
      type: event.type,
      what: describeEvent(event),
      actor: event.metadata.actor,
      recorded_at: event.recordedAt,
      position: event.position,
      ...detailsOf(event),
    })),
});

function detailsOf(event: CaseEvent) {
  const none = { fact_id: null, on_day: null, known_on: null, cause: null, changed: null, fingerprint: null };
  if (recordsFact(event)) {
    const { id, on, knownOn } = event.data;
    return { ...none, fact_id: id, on_day: on, known_on: knownOn ?? on };
  }
  if (isBoardEvent(event)) return 'trigger' in event.data ? { ...none, changed: event.data.trigger.changed } : none;
  if (isDeliberationEvent(event)) return none;
  switch (event.type) {
    case 'CaseOpened':
    case 'CaseErased':
      return none;
    case 'AssessmentRevised': {
      const { cause, changed, fingerprint } = event.data;
      return { ...none, cause, changed, fingerprint };
    }
  }
}
