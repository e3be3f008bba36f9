import { canonicalJson, type EventBody } from '@tumor-board/kernel';
import { assess, changedParts, headlineOf, knowledgeRelease } from '@tumor-board/knowledge';
import { digestOfAssessment } from './case-assessment.js';
import type { CaseEvent } from './case-event.js';
import { type Case, evolveCase, noCase, recordOf } from './case-state.js';

/** A recorded assessment that does not come out again from its facts. */
export interface AssessmentMismatch {
  /** The version of the stream at which the revision stands. */
  readonly version: number;
  readonly what: 'digest' | 'fingerprint' | 'asOf' | 'changed' | 'release';
  readonly recorded: string;
  readonly recomputed: string;
}

/** How many recorded assessments of a stream were recomputed, and which did not come out the same. */
export interface AssessmentVerification {
  readonly checked: number;
  readonly mismatches: readonly AssessmentMismatch[];
}

/**
 * Replays the whole stream of a case and recomputes every recorded assessment from the facts that stood before it,
 * under the release and the policy it names.
 */
export function verifyAssessments(events: Iterable<EventBody>): AssessmentVerification {
  let state: Case = noCase();
  let checked = 0;
  const mismatches: AssessmentMismatch[] = [];
  for (const body of events) {
    const event = body as CaseEvent;
    if (event.type === 'AssessmentRevised' && state.status === 'open') {
      checked += 1;
      const version = state.version + 1;
      const compare = (what: AssessmentMismatch['what'], recorded: string, recomputed: string): void => {
        if (recorded !== recomputed) mismatches.push({ version, what, recorded, recomputed });
      };
      const { release, policy, asOf, changed, fingerprint, digest } = event.data;
      const known = releaseOrNone(release);
      if (known === undefined) {
        compare('release', release, 'there is no such release');
      } else {
        const again = assess(recordOf(state), known, policy);
        compare('digest', digest, digestOfAssessment(again));
        compare('fingerprint', fingerprint, again.fingerprint);
        compare('asOf', asOf, again.asOf);
        compare('changed', canonicalJson(changed), canonicalJson(changedParts(state.headline, headlineOf(again))));
      }
    }
    state = evolveCase(state, event);
  }
  return { checked, mismatches };
}

function releaseOrNone(id: string) {
  try {
    return knowledgeRelease(id);
  } catch {
    return undefined;
  }
}
