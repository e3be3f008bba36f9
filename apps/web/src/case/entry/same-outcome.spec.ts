import { describe, expect, it } from 'vitest';
import { sameOutcome } from './same-outcome.js';

const fact = { fact: '#2', type: 'PerformanceStatusRecorded' as const, on: '2025-01-01', knownOn: null, what: 'ECOG 1', changed: [] };
const outcome = { facts: [fact], rules: null, listings: [], reviews: [], assessment: { fingerprint: 'a' } };

describe('two previews of a fact', () => {
  it('lead to the same when neither the assessment nor what it sets off differs', () => {
    expect(sameOutcome(outcome, { ...outcome, facts: [{ ...fact }] })).toBe(true);
  });

  it('do not when another fact came between, even one that changes nothing else', () => {
    expect(sameOutcome(outcome, { ...outcome, assessment: { fingerprint: 'b' } })).toBe(false);
    expect(sameOutcome(outcome, { ...outcome, facts: [{ ...fact, fact: '#3' }] })).toBe(false);
  });
});
