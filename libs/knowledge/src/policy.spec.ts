import { isProblem } from '@tumor-board/kernel';
import { describe, expect, it } from 'vitest';
import { type SitePolicy, sitePolicy } from './policy.js';

const faultsOf = (changes: Record<string, unknown>): string[] => {
  try {
    sitePolicy(changes as Partial<SitePolicy>);
    return [];
  } catch (error) {
    if (isProblem(error, 'policy.invalid')) return error.faults.map((fault) => fault.path);
    throw error;
  }
};

describe('a site policy', () => {
  it('has defaults that are within their ranges', () => {
    expect(sitePolicy()).toEqual({ oligometastaticMax: 5, upfrontAblationMax: 2, cisplatinCrClMin: 50 });
  });

  it.each([3, 4, 5])('takes an oligometastatic limit of %i', (oligometastaticMax) => {
    expect(faultsOf({ oligometastaticMax })).toEqual([]);
  });

  it.each<[Record<string, unknown>, string]>([
    [{ oligometastaticMax: 2 }, 'oligometastaticMax'],
    [{ oligometastaticMax: 6 }, 'oligometastaticMax'],
    [{ upfrontAblationMax: -1 }, 'upfrontAblationMax'],
    [{ upfrontAblationMax: 1.5 }, 'upfrontAblationMax'],
    [{ cisplatinCrClMin: 29.9 }, 'cisplatinCrClMin'],
    [{ cisplatinCrClMin: 61 }, 'cisplatinCrClMin'],
    [{ cisplatinCrClMin: Number.NaN }, 'cisplatinCrClMin'],
    [{ localCutoffs: { ZHENG20: { ebvDnaCopiesPerMl: 0 } } }, 'localCutoffs.ZHENG20.ebvDnaCopiesPerMl'],
    [{ localCutoffs: { ZOU17: { oligometastaticMax: 6 } } }, 'localCutoffs.ZOU17.oligometastaticMax'],
  ])('refuses %j, naming the field', (changes, path) => {
    expect(faultsOf(changes)).toEqual([path]);
  });
});
