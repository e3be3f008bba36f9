import type { Fact } from '@tumor-board/oncology';
import { arbitraryCase } from '@tumor-board/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { baseline, cycles, lungLesion, recordOf, sample, scan, systemic } from '../pathway/pathway.fixture.js';
import { type SitePolicy, sitePolicy } from '../policy.js';
import type { KnowledgeRelease } from '../release.js';
import { knowledgeRelease, knowledgeReleases } from '../releases/catalogue.js';
import { IMPACT_PARTS, impactOf, type Knowledge } from './impact-of.js';

const [review, current] = [knowledgeRelease('npc-2023.08'), knowledgeRelease('npc-2026.11')];
const under = (release: KnowledgeRelease, policy: Partial<SitePolicy> = {}): Knowledge => ({ release, policy: sitePolicy(policy) });
const impact = (facts: readonly Fact[], before: Knowledge, after: Knowledge) => impactOf(recordOf(facts), before, after);
const partsOf = (...asked: Parameters<typeof impact>) =>
  Object.fromEntries(impact(...asked)?.parts.map(({ part, before, after }) => [part, [before, after]]) ?? []);

const responded = [...baseline({ lesions: [lungLesion({ count: 7 })] }), systemic(), cycles('2025-04-14', 4), scan('2025-04-15', 20)];
const stable = [systemic(), cycles('2025-04-14', 4), scan('2025-04-15', 40), sample('2025-04-15', 5_000)];
const poor = [...baseline({ lesions: [lungLesion({ count: 5 })] }), ...stable];
/** The release with a row of its pathway that proposes another step. */
const proposing = (step: 'surveillance'): KnowledgeRelease => ({
  ...review,
  pathway: review.pathway.map((rule) => (rule.id === 'P24' ? { ...rule, step } : rule)),
});

describe('the impact of other knowledge on a case', () => {
  it('is nothing where it says the same', () => {
    expect(impact(responded, under(review), under(review))).toBeNull();
    expect(impact(responded, under(review), under(review, { upfrontAblationMax: 3 }))).toBeNull();
  });

  it('is the stage in the edition that each release reads first, without bringing the case back', () => {
    const changed = impact(baseline(), under(review), under(current));
    expect(changed).toMatchObject({ reference: 'T', relist: false, relistBecause: [] });
    expect(changed?.parts).toMatchObject([
      { part: 'stage', before: 'IVB (TNM-8)', after: 'IVA (TNM-9)', because: [{ rule: 'TNM-9/groups' }] },
    ]);
  });

  it('is the alternatives that a release adds, with the sources that they rest on', () => {
    const changed = impact(responded, under(review), under(current));
    const alternatives = changed?.parts.find(({ part }) => part === 'nextStep.alternatives');
    expect(alternatives?.after).toContain('Trial of immediate against salvage locoregional radiotherapy');
    expect(alternatives?.because.flatMap(({ evidence }) => evidence)).toContain('nct07235319');
    expect(alternatives?.because.map(({ text }) => text)).not.toContain('Clinical trial');
    expect(changed?.relist).toBe(false);
  });

  it('is another step, which brings the case back with why', () => {
    expect(impact(responded, under(review), under(proposing('surveillance')))).toMatchObject({
      parts: [
        {
          part: 'nextStep',
          before: 'locoregional-rt',
          after: 'surveillance',
          because: expect.arrayContaining([expect.objectContaining({ rule: 'P24' })]),
        },
      ],
      relist: true,
      relistBecause: ['nextStep: locoregional-rt → surveillance'],
    });
  });

  it('is another limit of the site: oligometastatic by it, and the step where that turns on it', () => {
    const [five, three] = [under(review), under(review, { oligometastaticMax: 3 })];
    const changed = impact(poor, five, three);
    expect(changed?.parts.map(({ part, before, after }) => [part, before, after])).toEqual([
      ['nextStep', 'board-discussion', 'change-systemic'],
      ['oligometastatic', 'true', 'false'],
      // In oligometastatic disease the review contradicts itself, so that nothing is ruled out.
      ['nextStep.blocked', 'none', 'radical locoregional radiotherapy'],
    ]);
    expect(changed?.relistBecause).toEqual(['nextStep: board-discussion → change-systemic']);
    expect(impact(baseline({ lesions: [lungLesion({ count: 4 })] }), five, three)).toMatchObject({ relist: false });
  });

  it('is a class that rests on a cut-off which the site registers', () => {
    const facts = baseline({ lesions: [lungLesion({ count: 3 })] });
    const registered = under(review, { localCutoffs: { ZOU17: { oligometastaticMax: 2 } } });
    expect(impact(facts, under(review), registered)).toMatchObject({
      parts: [{ part: 'm1.ZOU17', before: 'M1a or M1b?', after: 'M1b', because: [{ rule: 'ZOU17/2' }] }],
      relist: true,
    });
  });

  it('is what is blocked and given at another limit of creatinine clearance', () => {
    const facts = baseline({ lesions: [lungLesion({ count: 7 })], fitness: { creatinineClearanceMlMin: 55 } });
    const changed = impact(facts, under(review), under(review, { cisplatinCrClMin: 60 }));
    expect(partsOf(facts, under(review), under(review, { cisplatinCrClMin: 60 }))).toMatchObject({
      'nextStep.regimen': ['gemcitabine; cisplatin; anti-PD-1', 'gemcitabine; carboplatin; anti-PD-1'],
      'nextStep.blocked': ['none', 'cisplatin'],
    });
    expect(changed?.parts.find(({ part }) => part === 'nextStep.blocked')?.because).toMatchObject([{ rule: 'fitness.cisplatin/crcl' }]);
    expect(changed?.relist).toBe(false);
  });

  it('of any case goes back the way it came, and stands in the order of the parts', () => {
    const policies = [
      sitePolicy(),
      sitePolicy({ oligometastaticMax: 3, cisplatinCrClMin: 60, localCutoffs: { ZOU17: { oligometastaticMax: 3 } } }),
    ];
    const knowledge = fc.record({ release: fc.constantFrom(...knowledgeReleases()), policy: fc.constantFrom(...policies) });
    fc.assert(
      fc.property(arbitraryCase(), knowledge, knowledge, (record, before, after) => {
        const [forth, back] = [impactOf(record, before, after), impactOf(record, after, before)];
        expect(forth?.parts.map(({ part, before: was, after: is }) => [part, is, was])).toEqual(
          back?.parts.map(({ part, before: was, after: is }) => [part, was, is]),
        );
        const places = forth?.parts.map(({ part }) => IMPACT_PARTS.indexOf(part)) ?? [];
        expect(places).toEqual(places.toSorted((a, b) => a - b));
        for (const { before: was, after: is, because } of forth?.parts ?? []) {
          expect(was).not.toBe(is);
          expect(because.every(({ text }) => text !== '')).toBe(true);
        }
        expect(impactOf(record, before, before)).toBeNull();
      }),
      { numRuns: 80 },
    );
  });
});
