import type { IsoDate } from '@tumor-board/kernel';
import { canonicalJson } from '@tumor-board/kernel';
import type { ChangedPart } from '@tumor-board/knowledge';
import type { AssessmentRevised } from '../case/case-event.js';
import type { KnowledgeEvent } from './knowledge-event.js';
import type { KnowledgeDefaults } from './knowledge-state.js';

/** Nothing is to be done, and why. */
export interface Ignore {
  readonly kind: 'ignore';
  readonly reason: string;
}

/** Every open case of the site is to be assessed anew, from a day on. */
export interface ReassessAll {
  readonly kind: 'reassess-all';
  /** Names the activation: the report that it rests on. */
  readonly activation: string;
  readonly change: 'release' | 'policy';
  /** Id of the release, or the version of the policy. */
  readonly to: string;
  readonly effectiveFrom: IsoDate;
}

/** The workflow of re-assessment: once a release or a policy comes into force, every open case is assessed under it. */
export function afterKnowledgeEvent(event: KnowledgeEvent): ReassessAll | Ignore {
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

/** What is in force at a site, and since which moment (ISO 8601 in UTC). */
export interface InForceSince extends KnowledgeDefaults {
  readonly since: string;
}

/**
 * The other half of it: a case that was assessed under something else although what is in force was in force already,
 * because whoever recorded it had not heard of it yet, is assessed once more. What was recorded before is reached by
 * the re-assessment of all.
 */
export function afterRevision(
  { release, policy }: AssessmentRevised['data'],
  recordedAt: string,
  inForce: InForceSince,
): { readonly kind: 'reassess-case' } | Ignore {
  if (recordedAt < inForce.since) return { kind: 'ignore', reason: 'the re-assessment of all cases reaches it' };
  if (release === inForce.release && canonicalJson(policy) === canonicalJson(inForce.policy)) {
    return { kind: 'ignore', reason: 'it was assessed under what is in force' };
  }
  return { kind: 'reassess-case' };
}

/** The parts for which the impact of a change brings a case back to the board. */
const DECIDED_ON = /^(?:nextStep|response\.gate|m1\..+)$/;
const withoutFlags = (text: string | null): string | null => text?.replace(/ \[[^\]]*\]$/, '') ?? null;

/** Whether a revision changes what a board decided on: the step, the gate or a published class, not the flags of a class. */
export const callsForTheBoard = (changed: readonly ChangedPart[]): boolean =>
  changed.some(({ part, before, after }) => DECIDED_ON.test(part) && withoutFlags(before) !== withoutFlags(after));
