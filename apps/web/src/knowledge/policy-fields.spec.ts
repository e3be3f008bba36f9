import { describe, expect, it } from 'vitest';
import type { Policy } from './knowledge-queries.js';
import { fieldsOf, isSamePolicy, policyWith } from './policy-fields.js';

const policy: Policy = {
  oligometastaticMax: 5,
  upfrontAblationMax: 2,
  cisplatinCrClMin: 50,
  timeTargets: { listingDays: 7 },
  quorum: { any: ['radiology', 'surgery'] },
  localCutoffs: { ZHENG20: { ebvDna: 4000 } },
};

describe('the fields of a policy', () => {
  it('give back the policy that they were made of', () => {
    expect(policyWith(policy, fieldsOf(policy))).toEqual(policy);
    expect(isSamePolicy(policyWith(policy, fieldsOf(policy)), policy)).toBe(true);
  });

  it('keep what cannot be edited here', () => {
    const fields = fieldsOf(policy);
    expect(policyWith(policy, { ...fields, numbers: { ...fields.numbers, oligometastaticMax: '3' } })).toEqual({
      ...policy,
      oligometastaticMax: 3,
    });
  });

  it('leave to the product what is emptied', () => {
    const fields = fieldsOf(policy);
    const emptied = policyWith(policy, {
      ...fields,
      targets: { ...fields.targets, listingDays: ' ' },
      quorum: { ...fields.quorum, any: [] },
    });
    expect(emptied).not.toHaveProperty('timeTargets');
    expect(emptied).not.toHaveProperty('quorum');
  });

  it('are the same in any order', () => {
    expect(isSamePolicy(policy, { quorum: policy['quorum'], ...policy })).toBe(true);
    expect(isSamePolicy(policy, { ...policy, cisplatinCrClMin: 60 })).toBe(false);
  });
});
