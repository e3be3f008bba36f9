import { type EventBody, type IsoDate, problem } from '@tumor-board/kernel';
import { CURRENT_RELEASE_ID, type SitePolicy, sitePolicy } from '@tumor-board/knowledge';
import type { ImpactReported, KnowledgeEvent } from './knowledge-event.js';

/** A report and who answers for it. */
export interface ReportedImpact extends Omit<ImpactReported['data'], 'reportId'> {
  readonly signatures: readonly { readonly signer: string; readonly meaning: string }[];
  /** True once a change was made on its strength; it serves no other. */
  readonly used: boolean;
}

/** A change of the release that stands. */
export interface ReleaseChange {
  readonly kind: 'release';
  readonly release: string;
  readonly contentHash: string;
  readonly effectiveFrom: IsoDate;
  /** Id of the report that it rests on, and so of the change. */
  readonly reportId: string;
}

/** A change of the policy that stands. */
export interface PolicyChange {
  readonly kind: 'policy';
  readonly policy: SitePolicy;
  readonly version: number;
  readonly effectiveFrom: IsoDate;
  /** Id of the report that it rests on, and so of the change. */
  readonly reportId: string;
}

export type KnowledgeChange = ReleaseChange | PolicyChange;

/** The knowledge and the policy of a site as its events tell it. */
export interface SiteKnowledge {
  /** How many events have been folded: the version of the stream. */
  readonly version: number;
  readonly reports: ReadonlyMap<string, ReportedImpact>;
  /** The changes that stand, in the order in which they come into force. */
  readonly changes: readonly KnowledgeChange[];
  /** The newest version that a policy was given. */
  readonly policyVersion: number;
}

/** What is in force where nothing has been decided. */
export interface KnowledgeDefaults {
  /** Id of the knowledge release. */
  readonly release: string;
  readonly policy: SitePolicy;
}

/** The release and the policy of a site that has decided nothing yet. */
export const KNOWLEDGE_DEFAULTS: KnowledgeDefaults = { release: CURRENT_RELEASE_ID, policy: sitePolicy() };

/** What cases are assessed under on a day. */
export interface InForce extends KnowledgeDefaults {
  /** 0 for the policy of a site that has decided none. */
  readonly policyVersion: number;
  /** The changes that brought it about; null where it is the default. */
  readonly releaseBy: ReleaseChange | null;
  readonly policyBy: PolicyChange | null;
}

export const nothingDecided = (): SiteKnowledge => ({ version: 0, reports: new Map(), changes: [], policyVersion: 0 });

/** Folds one event into the state. Never changes the state it is given. */
export function evolveKnowledge(state: SiteKnowledge, event: KnowledgeEvent): SiteKnowledge {
  const version = state.version + 1;
  switch (event.type) {
    case 'ImpactReported': {
      const { reportId, ...report } = event.data;
      return { ...state, version, reports: new Map(state.reports).set(reportId, { ...report, signatures: [], used: false }) };
    }
    case 'ImpactSigned': {
      const { reportId, signer, meaning } = event.data;
      const report = reportOf(state, reportId, event);
      const signatures = [...report.signatures, { signer, meaning }];
      return { ...state, version, reports: new Map(state.reports).set(reportId, { ...report, signatures }) };
    }
    case 'ReleaseActivated':
      return changed(state, event, { kind: 'release', ...event.data });
    case 'PolicyChanged':
      return { ...changed(state, event, { kind: 'policy', ...event.data }), policyVersion: event.data.version };
  }
  // Reached only by an event that this version of the program does not know, e.g. while a newer one is being rolled out.
  throw corrupt(event, 'this version of the program does not know it');
}

/** A change takes the place of those that were to come into force after it: what they were compared with will not be. */
function changed(state: SiteKnowledge, event: KnowledgeEvent, change: KnowledgeChange): SiteKnowledge {
  const report = reportOf(state, change.reportId, event);
  return {
    ...state,
    version: state.version + 1,
    reports: new Map(state.reports).set(change.reportId, { ...report, used: true }),
    changes: [...state.changes.filter((earlier) => earlier.effectiveFrom <= change.effectiveFrom), change],
  };
}

/** What is in force at the site on a day. */
export function inForceOn(state: SiteKnowledge, day: IsoDate, defaults: KnowledgeDefaults = KNOWLEDGE_DEFAULTS): InForce {
  let inForce: InForce = { release: defaults.release, policy: defaults.policy, policyVersion: 0, releaseBy: null, policyBy: null };
  for (const change of state.changes) {
    if (change.effectiveFrom > day) continue;
    switch (change.kind) {
      case 'release':
        inForce = { ...inForce, release: change.release, releaseBy: change };
        break;
      case 'policy':
        inForce = { ...inForce, policy: change.policy, policyVersion: change.version, policyBy: change };
        break;
    }
  }
  return inForce;
}

/** The changes that have been decided and come into force after a day. */
export const scheduledAfter = (state: SiteKnowledge, day: IsoDate): readonly KnowledgeChange[] =>
  state.changes.filter((change) => change.effectiveFrom > day);

function reportOf(state: SiteKnowledge, reportId: string, event: KnowledgeEvent): ReportedImpact {
  const report = state.reports.get(reportId);
  if (report === undefined) throw corrupt(event, 'its report was never recorded');
  return report;
}

const corrupt = (event: EventBody, why: string) =>
  problem('knowledge.unreadable-event', `The event ${event.type} cannot be folded: ${why}.`, { type: event.type });
