import type { CaseOpenedData } from '@tumor-board/board';
import type { Assessment, Headline } from '@tumor-board/knowledge';
import type { CaseRow } from '../projection/read-model.js';

/** A row of `read_model.case_overview`: one case and the assessment that stands. Instants are ISO texts in UTC. */
export interface CaseOverviewRow extends CaseRow {
  readonly head: CaseOpenedData;
  readonly headline: Headline;
  readonly assessment: Assessment;
  readonly fingerprint: string;
  /** Whether it recomputes to the recorded digest; null when facts followed the last recorded assessment. */
  readonly digest_matches: boolean | null;
  readonly position: string;
  readonly recorded_at: string;
}
