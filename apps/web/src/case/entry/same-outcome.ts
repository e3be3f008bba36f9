import type { Preview } from '../case-queries.js';

type Outcome = Pick<Preview, 'facts' | 'rules' | 'listings' | 'reviews'> & {
  readonly assessment: Pick<Preview['assessment'], 'fingerprint'>;
};

/**
 * True when two previews lead to the same: whatever happened between them (the panel spoke, a meeting took the case on) made
 * no difference to what is being recorded.
 */
export function sameOutcome(left: Outcome, right: Outcome): boolean {
  const said = ({ facts, rules, listings, reviews, assessment }: Outcome): string =>
    JSON.stringify([facts, rules, listings, reviews, assessment.fingerprint]);
  return said(left) === said(right);
}
