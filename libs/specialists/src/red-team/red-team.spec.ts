import { describe, expect, it } from 'vitest';
import { baseline, cycles, event, lesion, nasopharynx, opinionOf, responded, sayings, scan, systemic } from '../panel.fixture.js';
import { citationWeight, weakestCitation } from './citation-weight.js';
import { CONTRADICTIONS } from './contradictions.js';

const red = (...given: Parameters<typeof sayings> extends [unknown, ...infer Rest] ? Rest : never) => sayings('red-team', ...given);
const contradictions = (facts: Parameters<typeof sayings>[1]): string[] =>
  red(facts).claims.flatMap(({ rule }) => rule?.match(/contradiction-\d+/)?.[0] ?? []);

describe('the red team', () => {
  it('argues for nothing', () => {
    for (const facts of [baseline(), responded()]) {
      expect(red(facts).claims.filter(({ stance }) => stance === 'for' || stance === 'against')).toEqual([]);
    }
  });

  it('holds every argument for an option against its weakest citation, and points at it', () => {
    const specialist = opinionOf('radiation-oncology', responded()).claims.find(({ evidence }) => evidence.includes('table-5/zheng-2022'));
    const doubt = red(responded()).claims.find(({ answers }) => answers?.includes(specialist?.id ?? '') === true);
    expect(doubt?.text).toMatch(/Radiation oncology: weakest citation Zheng 2022: retrospective; patients: de novo/);
    expect(doubt).toMatchObject({ option: specialist?.option, evidence: ['table-5/zheng-2022'] });
  });

  it('says of an argument by rules alone that no study is behind it', () => {
    expect(red(responded()).says(/Palliative and supportive care.*rests on rules alone/)).toBe(true);
  });

  it('ranks what is not verified lowest, then opinion, then retrospective series, and counts other patients against a trial', () => {
    const ids = ['wang-2010', 'text/liu-2023-ablation', 'table-5/zheng-2022', 'table-3/jupiter-02', 'later/you-2020-survival'];
    expect(ids.map((id) => citationWeight(id)?.rank)).toEqual([0, 1, 2, 4, 5]);
    expect(weakestCitation([...ids].reverse())?.id).toBe('wang-2010');
    expect(weakestCitation(['product-rule'])).toBeUndefined();
  });

  it.each([
    ['ablation up front', baseline(), ['contradiction-01', 'contradiction-02', 'contradiction-26']],
    ['radiotherapy with cisplatin after anti-PD-1', responded(), ['contradiction-01', 'contradiction-07', 'contradiction-28']],
    ['liver metastases', responded({ lesions: [lesion({ organ: 'liver' })] }), ['contradiction-08']],
    [
      'stable disease',
      [...baseline(), systemic(), cycles('2025-03-20', 3), scan('2025-03-20', 40)],
      ['contradiction-05', 'contradiction-06'],
    ],
    ['a keratinising tumour', baseline({ histology: { histology: 'keratinising' } }), ['contradiction-27']],
    ['exactly 62,000 copies/mL', baseline({ lesions: [lesion({ count: 6 })], ebv: { value: 62_000 } }), ['contradiction-12']],
    ['five lesions', baseline({ lesions: [lesion({ count: 5 })] }), ['contradiction-16']],
  ] as const)('names the contradictions that bear on %s', (_, facts, expected) => {
    expect(contradictions(facts)).toEqual(expect.arrayContaining([...expected]));
  });

  it('names none of them where they do not bear', () => {
    const plain = contradictions(baseline({ lesions: [lesion({ count: 6 }), lesion({ id: 'M2', organ: 'liver' })] }));
    expect(plain).toEqual([]);
    expect(contradictions(responded())).not.toContain('contradiction-08');
  });

  it('says that both classes of Tian 2016 hold only where nothing but the wording leaves it open', () => {
    const overlap = (facts: Parameters<typeof sayings>[1]) => red(facts).find('concern', /classes of Tian 2016 overlap/)?.text;
    const two = [lesion(), lesion({ id: 'L1', organ: 'liver' })];
    expect(overlap(baseline({ lesions: two }))).toMatch(/This case meets the conditions of both\.$/);
    expect(overlap(baseline({ lesions: [lesion({ countIsExact: false, count: 2 })] }))).toMatch(
      /may meet the conditions of both; open: exact number of lesions/,
    );
    expect(overlap(baseline({ lesions: null }))).toBeUndefined();
    expect(overlap(baseline())).toBeUndefined();
  });

  it('has each contradiction once', () => {
    expect(new Set(CONTRADICTIONS.map(({ name }) => name)).size).toBe(CONTRADICTIONS.length);
  });

  it('says when one lesion would change a class, by each limit that is near', () => {
    expect(
      red(baseline({ lesions: [lesion({ count: 4 })] })).says(/4 lesions charted: one more or one fewer crosses the limit of 3 .* and 4 /),
    ).toBe(true);
    expect(red(baseline({ lesions: [lesion({ count: 9 })] })).says(/one more or one fewer/)).toBe(false);
  });

  it.each([
    [70, /one millimetre makes the targets SD instead of PR/],
    [71, /one millimetre makes the targets PR instead of SD/],
  ])('says of a sum of %s mm from 100 that one millimetre decides', (mm, words) => {
    expect(red([...baseline({ targets: [nasopharynx(100)] }), systemic(), scan('2025-03-20', mm)]).says(words)).toBe(true);
  });

  it('has nothing to say of a sum far from a boundary', () => {
    expect(red([...baseline({ targets: [nasopharynx(100)] }), systemic(), scan('2025-03-20', 50)]).says(/one millimetre/)).toBe(false);
  });

  it('sees an old ECOG read as today’s, and a new one not', () => {
    expect(red(responded()).find('concern', /ECOG 0 is of 2025-01-06, before the first treatment/)?.severity).toBe('data-gap');
    const now = responded({}, { type: 'PerformanceStatusRecorded', id: 'now', on: '2025-05-20', ecog: 1 });
    expect(red(now).says(/before the first treatment/)).toBe(false);
  });

  it('sees a step proposed while items are open', () => {
    const said = red([
      ...baseline({ lesions: [lesion({ certainty: 'equivocal' }), lesion({ id: 'M2' })] }),
      systemic(),
      event('2025-02-01', 'nausea', 1),
    ]);
    expect(said.find('concern', /Proposed while open: nature of the equivocal lesion M1/)?.severity).toBe('data-gap');
  });

  it('says that thresholds belong to other assays, and what was read as imaged', () => {
    expect(red(baseline()).says(/by LabA-BamHIW with thresholds of other assays/)).toBe(true);
    expect(red(baseline()).says(/Whether other organs were imaged/)).toBe(false);
    const { other: _, ...imaged } = { liver: true, lung: true, bone: true, distantNode: true, other: undefined };
    const silent = baseline().map((fact) => (fact.type === 'MetastasesCharted' ? { ...fact, organsImaged: imaged } : fact));
    expect(red(silent).says(/Whether other organs were imaged is not said/)).toBe(true);
  });
});
