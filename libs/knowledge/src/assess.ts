import { digestOf, type IsoDate, sha256Hex } from '@tumor-board/kernel';
import type { Horizon, IdentifiedFact, Patient } from '@tumor-board/oncology';
import type { Assessment } from './assessment.js';
import type { SitePolicy } from './policy.js';
import type { KnowledgeRelease } from './release.js';

/** What is assessed: the facts of one case in the order of recording. */
export interface CaseRecord {
  readonly reference: string;
  readonly patient: Patient;
  readonly facts: readonly IdentifiedFact[];
}

/**
 * What the facts of a case amount to under one knowledge release and one site policy. Pure: the same input gives the
 * same bytes.
 */
export function assess(record: CaseRecord, release: KnowledgeRelease, policy: SitePolicy, horizon: Horizon = {}): Assessment {
  void [digestOf, sha256Hex, record, release, policy, horizon, '' as IsoDate];
  throw new Error('under construction');
}
