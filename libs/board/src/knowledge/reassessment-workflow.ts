import type { IsoDate } from '@tumor-board/kernel';
import type { KnowledgeEvent } from './knowledge-event.js';

/** What follows from an event: something to be done, or nothing and why. */
export type AfterKnowledgeEvent =
  | {
      readonly kind: 'reassess-all';
      /** Names the activation: the report that it rests on. */
      readonly activation: string;
      readonly change: 'release' | 'policy';
      /** Id of the release, or the version of the policy. */
      readonly to: string;
      readonly effectiveFrom: IsoDate;
    }
  | { readonly kind: 'ignore'; readonly reason: string };

/** The workflow of re-assessment: once a release or a policy comes into force, every open case is assessed under it. */
export function afterKnowledgeEvent(event: KnowledgeEvent): AfterKnowledgeEvent {
  switch (event.type) {
    case 'ImpactReported':
    case 'ImpactSigned':
      return { kind: 'ignore', reason: 'a report puts nothing into force' };
    case 'ReleaseActivated': {
      const { reportId, release, effectiveFrom } = event.data;
      return { kind: 'reassess-all', activation: reportId, change: 'release', to: release, effectiveFrom };
    }
    case 'PolicyChanged': {
      const { reportId, version, effectiveFrom } = event.data;
      return { kind: 'reassess-all', activation: reportId, change: 'policy', to: String(version), effectiveFrom };
    }
  }
}
