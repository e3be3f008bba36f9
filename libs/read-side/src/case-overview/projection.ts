import { type Case, caseStream, digestOfAssessment, evolveCase, type Knowledge, noCase, recordOf } from '@tumor-board/board';
import type { EventStore } from '@tumor-board/event-store';
import { fold, RecentlyUsed } from '@tumor-board/kernel';
import { assess } from '@tumor-board/knowledge';
import { readModel } from '../projection/read-model.js';
import { foldCase, knowledgeOf, type RecordedCase } from '../recorded-case.js';
import type { CaseOverviewRow } from './table.js';

/** What the overview needs besides the events it is given. */
export interface CaseOverviewOptions {
  /** Where the facts of a case are read that is not among the recently used. */
  readonly eventStore: Pick<EventStore, 'read'>;
  readonly knowledge: Knowledge;
  /** How many folded cases are kept; default 1 000. */
  readonly cachedCases?: number;
}

/**
 * Keeps `read_model.case_overview`. The assessment is computed once for each case and batch, from the facts of the
 * log, under the release and policy that the case was last assessed under. Its title stays sealed.
 */
export function caseOverview({ eventStore, knowledge, cachedCases = 1_000 }: CaseOverviewOptions) {
  const cases = new RecentlyUsed<Case>(cachedCases);

  const before = async (caseId: string, version: number): Promise<Case> => {
    if (version === 0) return noCase();
    const cached = cases.get(caseId);
    if (cached?.version === version) return cached;
    return foldCase((await eventStore.read(caseStream(caseId), { upTo: version, sealed: true })) as unknown as RecordedCase);
  };

  return readModel<CaseOverviewRow>({
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
    async fold({ caseId, site, events }) {
      const [first, last] = [events[0], events.at(-1)];
      if (first === undefined || last === undefined) return [];
      const state = fold({ evolve: evolveCase }, await before(caseId, first.streamVersion - 1), events);
      if (state.status === 'none') return [];
      cases.set(caseId, state);
      const { release, policy } = knowledgeOf(state, knowledge);
      const assessment = assess(recordOf(state), release, policy);
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
}
