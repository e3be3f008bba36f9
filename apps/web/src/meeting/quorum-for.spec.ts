import { describe, expect, it } from 'vitest';
import { quorumFor } from './quorum-for.js';

const result = (...missing: string[]) => ({
  state: missing.length === 0 ? ('met' as const) : ('not-met' as const),
  required: [],
  present: [],
  missing,
});
const quorum = {
  any: result(),
  'first-presentation': result('pathology'),
  'local-therapy': result('surgery'),
};

describe('the quorum for a proposed step', () => {
  it('asks for those whom local therapy needs only where the step is one', () => {
    expect(quorumFor(quorum, 'consolidate-metastases')).toEqual({ relevant: ['local-therapy'], missing: ['surgery'] });
  });

  it('counts a first presentation as well, which an agenda cannot rule out', () => {
    expect(quorumFor(quorum, 'start-systemic')).toEqual({ relevant: ['any', 'first-presentation'], missing: ['pathology'] });
  });

  it('counts every kind while no step is proposed', () => {
    expect(quorumFor(quorum, null).missing).toEqual(['pathology', 'surgery']);
  });
});
