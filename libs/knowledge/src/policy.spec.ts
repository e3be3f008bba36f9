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

  it('takes a quorum for each kind of decision, and time targets', () => {
    expect(
      faultsOf({
        quorum: {
          'first-presentation': ['radiation-oncology', 'medical-oncology', 'radiology', 'pathology'],
          'local-therapy': ['radiation-oncology', 'radiology'],
        },
        timeTargets: { listingDays: 7, resultToBoardDays: 7, outcomeLetterWorkingDays: 2 },
      }),
    ).toEqual([]);
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
    [{ quorum: { 'local-therapy': ['radiation-oncology', 'astrology'] } }, 'quorum.local-therapy[1]'],
    [{ quorum: { any: [] } }, 'quorum.any'],
    [{ quorum: { sometimes: ['radiology'] } }, 'quorum.sometimes'],
    [{ timeTargets: { listingDays: 0 } }, 'timeTargets.listingDays'],
    [{ timeTargets: { resultToBoardDays: 91 } }, 'timeTargets.resultToBoardDays'],
    [{ timeTargets: { lunchDays: 1 } }, 'timeTargets.lunchDays'],
    [{ timeTargets: 7 }, 'timeTargets'],
    [{ quorum: ['radiology'] }, 'quorum'],
    [{ localCutoffs: null }, 'localCutoffs'],
    [{ localCutoffs: { ZHENG21: { oligometastaticMax: 3 } } }, 'localCutoffs.ZHENG21'],
    [{ localCutoffs: { ZOU17: { ebvDnaCopiesPerMl: 1000 } } }, 'localCutoffs.ZOU17.ebvDnaCopiesPerMl'],
    [{ localCutoffs: { QIU22: 55 } }, 'localCutoffs.QIU22'],
  ])('refuses %j, naming the field', (changes, path) => {
    expect(faultsOf(changes)).toEqual([path]);
  });
});
