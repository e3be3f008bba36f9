import type { Deliberation } from '../case-queries.js';
import type { Entry } from './synthesis.js';

export type PersonalClaim = Deliberation['claims'][number];

/** What has become of a claim of a person: taken back by its author, weighed by the ledger, or waiting for a run to weigh it. */
export type Standing = 'admitted' | 'struck' | 'withdrawn' | 'unweighed';

export function standingOf(claim: Pick<PersonalClaim, 'entry' | 'withdrawn'>, entries: readonly Entry[]): Standing {
  if (claim.withdrawn) return 'withdrawn';
  return entries.find((entry) => entry.claim.id === claim.entry)?.standing ?? 'unweighed';
}
