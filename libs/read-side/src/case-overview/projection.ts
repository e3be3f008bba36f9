import { digestOfAssessment } from '@tumor-board/board';
import type { FoldedCases } from '../folded-cases.js';
import { readModel } from '../projection/read-model.js';
import type { CaseOverviewRow } from './table.js';

/**
 * Keeps `read_model.case_overview`. The assessment is computed once for each case and batch, from the facts of the
 * log, under the release and policy that the case was last assessed under. Its title stays sealed.
 */
export const caseOverview = (cases: FoldedCases) =>
  readModel<CaseOverviewRow>({
    name: 'case-overview',
    table: 'case_overview',
    rowPer: 'case',
    columns: {
      case_id: 'uuid',
      site: 'text',
      head: 'jsonb',
      headline: 'jsonb',
      assessment: 'jsonb',
      fingerprint: 'text',
      digest_matches: 'boolean',
      version: 'integer',
      position: 'text',
      recorded_at: 'timestamptz',
    },
    // The row before tells nothing that the case does not, and the assessment in it is long.
    standing: [],
    async fold({ caseId, site, events }) {
      const last = events.at(-1);
      if (last === undefined) return [];
      const state = await cases.after(caseId, events);
      if (state.status === 'none') return [];
      const assessment = cases.assessed(caseId, state);
      const { revision } = state;
      return [
        {
          case_id: caseId,
          site,
          head: state.head,
          headline: state.headline,
          assessment,
          fingerprint: assessment.fingerprint,
          digest_matches: revision?.version === state.knownAt ? digestOfAssessment(assessment) === revision.digest : null,
          version: state.version,
          position: last.position,
          recorded_at: last.recordedAt,
        },
      ];
    },
  });
