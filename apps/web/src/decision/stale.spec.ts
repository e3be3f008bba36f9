import { describe, expect, it } from 'vitest';
import { ServiceProblem } from '../api/problem.js';
import type { Basis } from './decision-content.js';
import { changedParts, stalenessBetween, stalenessOf } from './stale.js';

const stale = (data?: Record<string, unknown>) =>
  new ServiceProblem({ code: 'decision.stale', title: 'Stale', status: 409, ...(data === undefined ? {} : { data }) });

describe('a stale basis', () => {
  it('names the parts that changed and what else did', () => {
    const changed = [{ part: 'nextStep', before: 'start-systemic', after: null }];
    expect(stalenessOf(stale({ changed, other: ['missing'] }))).toEqual({ changed, other: ['missing'] });
  });

  it('says nothing where the service says nothing', () => {
    expect(stalenessOf(stale({ changed: null, other: null }))).toEqual({ changed: [], other: [] });
    expect(stalenessOf(stale())).toEqual({ changed: [], other: [] });
  });

  it('is no other failure', () => {
    expect(stalenessOf(new ServiceProblem({ code: 'decision.invalid', title: 'Invalid', status: 400 }))).toBeUndefined();
    expect(stalenessOf(new Error('lost'))).toBeUndefined();
  });

  it('names what differs beside the headline, and nothing twice', () => {
    const shown = { version: 3, digest: 'd', fingerprint: 'f', headline: { stage: 'IVA' }, blocked: [] } as unknown as Basis;
    expect(stalenessBetween(shown, { ...shown, digest: 'e', fingerprint: 'g', headline: { stage: 'IVB' } })).toEqual({
      changed: [{ part: 'stage', before: 'IVA', after: 'IVB' }],
      other: ['fingerprint'],
    });
  });

  it('finds the parts in which two headlines differ', () => {
    expect(changedParts({ a: '1', b: '2' }, { b: '3', c: '4' })).toEqual([
      { part: 'a', before: '1', after: null },
      { part: 'b', before: '2', after: '3' },
      { part: 'c', before: null, after: '4' },
    ]);
  });
});
