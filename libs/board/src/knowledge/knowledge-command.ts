import type { IsoDate } from '@tumor-board/kernel';
import type { ImpactReport, SitePolicy } from '@tumor-board/knowledge';
import type { ImpactReported, ImpactSummary } from './knowledge-event.js';

/** What would change: the release or the policy. */
export type ImpactCandidate = { readonly release: string } | { readonly policy: SitePolicy };

/** Record what a change would do to every open case, before anybody answers for it. */
export interface ReportImpact {
  readonly type: 'ReportImpact';
  readonly reportId: string;
  readonly candidate: ImpactCandidate;
  /** Content hash of the release that the report assessed under. */
  readonly contentHash: string;
  /** What the report compared with. */
  readonly against: ImpactReported['data']['against'];
  readonly summary: ImpactSummary;
  /** SHA-256 of the canonical JSON of the whole report. */
  readonly digest: string;
}

/** Answer for having read a report. */
export interface SignImpact {
  readonly type: 'SignImpact';
  readonly reportId: string;
  /** The digest of the report as the signer saw it. */
  readonly digest: string;
  readonly meaning: string;
  readonly signer: string;
}

/** Bring a knowledge release into force, on the strength of a signed report. */
export interface ActivateRelease {
  readonly type: 'ActivateRelease';
  readonly release: string;
  readonly reportId: string;
  readonly effectiveFrom: IsoDate;
  /** The day on which the command is given. */
  readonly today: IsoDate;
}

/** Bring a site policy into force, on the strength of a signed report. */
export interface ChangePolicy {
  readonly type: 'ChangePolicy';
  readonly policy: SitePolicy;
  readonly reportId: string;
  readonly effectiveFrom: IsoDate;
  /** The day on which the command is given. */
  readonly today: IsoDate;
}

/** What may be asked of the knowledge of a site. */
export type KnowledgeCommand = ReportImpact | SignImpact | ActivateRelease | ChangePolicy;

/** The command that records a report. */
export const reportImpact = (
  reportId: string,
  candidate: ImpactCandidate,
  against: ReportImpact['against'],
  { candidate: stamp, casesRead, casesChanged, casesToRelist, digest }: ImpactReport,
): ReportImpact => ({
  type: 'ReportImpact',
  reportId,
  candidate,
  contentHash: stamp.contentHash,
  against,
  summary: { cases: casesRead, changed: casesChanged, relist: casesToRelist },
  digest,
});
