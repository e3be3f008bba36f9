import { describe, expect, it } from 'vitest';
import type { Policy } from './knowledge-queries.js';
import { fieldsOf, fieldsOnto, isSamePolicy, policyWith } from './policy-fields.js';

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

  it('keep what was edited when another policy comes into force meanwhile, and take over the rest', () => {
    const fields = fieldsOf(policy);
    const edited = {
      ...fields,
      numbers: { ...fields.numbers, oligometastaticMax: '3' },
      quorum: { ...fields.quorum, any: ['pathology' as const] },
    };
    const other = { ...policy, oligometastaticMax: 4, cisplatinCrClMin: 60, quorum: { any: ['radiology'], 'local-therapy': ['surgery'] } };
    expect(policyWith(other, fieldsOnto(edited, policy, other))).toEqual({
      ...other,
      oligometastaticMax: 3,
      quorum: { any: ['pathology'], 'local-therapy': ['surgery'] },
    });
  });

  it('are the same in any order', () => {
    expect(isSamePolicy(policy, { quorum: policy['quorum'], ...policy })).toBe(true);
    expect(isSamePolicy(policy, { ...policy, cisplatinCrClMin: 60 })).toBe(false);
  });
});
