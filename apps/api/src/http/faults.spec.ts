import { describe, expect, it } from 'vitest';
import { newFacts } from '../cases/case-requests.js';
import { requestFaults } from './faults.js';

const faultsOf = (body: unknown) => requestFaults(newFacts.safeParse(body).error?.issues ?? []).map((fault) => fault.path);

describe('the faults of one fact or several', () => {
  it('are those of the form that was meant', () => {
    const fact = { type: 'PerformanceStatusRecorded', on: '2025-01-06', ecog: 1 };
    expect(faultsOf(fact)).toEqual([]);
    expect(faultsOf({ ...fact, ecog: 7 })).toEqual(['ecog']);
    expect(faultsOf([fact, { ...fact, on: 'yesterday' }])).toEqual(['[1].on']);
    expect(faultsOf({ ...fact, mood: 'good' })).toEqual(['mood']);
  });

  it('are those of the whole when neither form was meant', () => {
    expect(faultsOf('text')).toEqual(['(whole)']);
    expect(faultsOf(null)).toEqual(['(whole)']);
  });
});
