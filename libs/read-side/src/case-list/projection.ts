import { recordsFact } from '@tumor-board/board';
import type { Protection } from '@tumor-board/event-store';
import { ERASED } from '@tumor-board/kernel';
import type { ChangedPart } from '@tumor-board/knowledge';
import { readModel } from '../projection/read-model.js';
import type { CaseListRow } from './table.js';
import { tokensOf } from './title-search.js';

/** What the list needs besides the events it is given. */
export interface CaseListSources {
  /** To make titles searchable; without it only references are. */
  readonly protection?: Protection | undefined;
}

/**
 * Keeps `read_model.case_list`: everything in it comes from the events themselves. The title stays sealed; it is read
 * once, to make it searchable.
 */
export const caseList = ({ protection }: CaseListSources) =>
  readModel<CaseListRow>({
    name: 'case-list',
    table: 'case_list',
    rowPer: 'case',
    columns: {
      case_id: 'uuid',
      site: 'text',
      reference: 'text',
      title: 'text',
      source: 'text',
      search: 'text',
      search_tokens: 'text[]',
      age_years: 'double precision',
      sex: 'text',
      next_step: 'text',
      stage: 'text',
      response: 'text',
      alerts: 'text',
      facts: 'integer',
      last_fact_on: 'date',
      version: 'integer',
      opened_at: 'timestamptz',
      changed_at: 'timestamptz',
    },
    async fold({ caseId, site, events }, previous) {
      let row = previous;
      for (const event of events) {
        const seen = { version: event.streamVersion, changed_at: event.recordedAt };
        if (event.type === 'CaseOpened') {
          const { reference, title, source, patient } = event.data;
          const tokens = await tokensOf(protection, site, caseId, title);
          row = {
            case_id: caseId,
            site,
            reference,
            title: title ?? null,
            source: source?.kind ?? null,
            search: reference.toLowerCase(),
            search_tokens: tokens,
            age_years: patient.ageYears,
            sex: patient.sex,
            next_step: null,
            stage: null,
            response: null,
            alerts: null,
            facts: 0,
            last_fact_on: null,
            opened_at: event.recordedAt,
            ...seen,
          };
        } else if (row === undefined) {
          throw new Error(`the case ${caseId} has events before it was opened`);
        } else if (recordsFact(event)) {
          const last = row.last_fact_on === null || event.data.on > row.last_fact_on ? event.data.on : row.last_fact_on;
          row = { ...row, ...seen, facts: row.facts + 1, last_fact_on: last };
        } else if (event.type === 'CaseErased') {
          row = { ...row, ...seen, title: row.title === null ? null : ERASED, search_tokens: [] };
        } else if (event.type === 'AssessmentRevised') {
          const { changed } = event.data;
          row = {
            ...row,
            ...seen,
            next_step: after(changed, 'nextStep', row.next_step),
            stage: after(changed, 'stage', row.stage),
            response: after(changed, 'response.latest', row.response),
            alerts: after(changed, 'alerts', row.alerts),
          };
        } else {
          row = { ...row, ...seen };
        }
      }
      return row === undefined ? [] : [row];
    },
  });

function after(changed: readonly ChangedPart[], part: string, before: string | null): string | null {
  const found = changed.find((change) => change.part === part);
  return found === undefined ? before : found.after;
}
