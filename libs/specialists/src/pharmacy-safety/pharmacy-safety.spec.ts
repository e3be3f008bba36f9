import { describe, expect, it } from 'vitest';
import { baseline, cycles, event, lesion, progressed, radiotherapy, responded, sayings, scan, systemic } from '../panel.fixture.js';

const pharmacy = (...given: Parameters<typeof sayings> extends [unknown, ...infer Rest] ? Rest : never) =>
  sayings('pharmacy-safety', ...given);
const many = { lesions: [lesion({ count: 7 })] };
const vetoes = (...given: Parameters<typeof pharmacy>) =>
  pharmacy(...given)
    .claims.filter(({ severity }) => severity === 'veto')
    .map(({ option }) => option);

describe('pharmacy and safety', () => {
  it.each([
    [49, ['cisplatin']],
    [50, []],
    [59, []],
    [60, []],
  ])('creatinine clearance %s mL/min under the default limit vetoes %j', (creatinineClearanceMlMin, vetoed) => {
    expect(vetoes(baseline({ ...many, fitness: { creatinineClearanceMlMin } }))).toEqual(vetoed);
  });

  it('vetoes by the limit of the site, and says where the published limits differ', () => {
    const facts = baseline({ ...many, fitness: { creatinineClearanceMlMin: 55 } });
    expect(vetoes(facts, { cisplatinCrClMin: 60 })).toEqual(['cisplatin']);
    expect(pharmacy(facts, { cisplatinCrClMin: 60 }).find('concern', /55 mL\/min: below the site's limit of 60/)?.option).toBe('cisplatin');
    expect(pharmacy(facts).says(/55 mL\/min: at or above the site's limit of 50, and between 50 and 60/)).toBe(true);
    expect(pharmacy(baseline({ ...many, fitness: { creatinineClearanceMlMin: 60 } })).says(/between 50 and 60/)).toBe(false);
  });

  it.each([
    ['hearing loss of grade 2', { hearingLossGrade: 2 }, ['cisplatin']],
    ['neuropathy of grade 2', { neuropathyGrade: 2 }, ['cisplatin']],
    ['an organ transplant', { organTransplant: true }, ['anti-PD-1']],
    ['active autoimmune disease', { autoimmuneDisease: 'active' }, ['anti-PD-1']],
    ['complete DPD deficiency', { dpyd: 'deficient' }, ['capecitabine']],
    ['platelets of 99', { plateletsE9L: 99 }, ['cisplatin', 'carboplatin', 'gemcitabine']],
    ['nothing', {}, []],
  ] as const)('%s', (_, fitness, vetoed) => {
    expect(vetoes(baseline({ ...many, fitness }))).toEqual(vetoed);
  });

  it('cites the guard and the fact behind each veto', () => {
    const claim = pharmacy(baseline({ ...many, fitness: { creatinineClearanceMlMin: 42 } })).find(
      'against',
      /42 mL\/min \(limit: below 50\)/,
    );
    expect(claim).toMatchObject({ option: 'cisplatin', rule: 'fitness.cisplatin/crcl', facts: ['fitness'] });
  });

  it('stops anti-PD-1 at a severe immune-related event, and cautions once it has resolved', () => {
    const pneumonitis = (resolvedToGrade?: number) => [
      ...baseline(many),
      systemic(),
      cycles('2025-03-10', 2),
      event('2025-03-15', 'hepatitis', 3, { immuneRelated: true, ...(resolvedToGrade === undefined ? {} : { resolvedToGrade }) }),
      scan('2025-03-20', 20),
    ];
    expect(vetoes(pneumonitis())).toEqual(['anti-PD-1']);
    expect(pharmacy(pneumonitis()).find('concern', /current therapy holds anti-PD-1, which a guard now rules out/)?.option).toBe(
      'continue-systemic',
    );
    expect(vetoes(pneumonitis(1))).toEqual([]);
    expect(pharmacy(pneumonitis(1)).missing).toContain(
      'steroid taper of at least 4 weeks and less than 10 mg of prednisone-equivalent a day before resuming',
    );
  });

  const afterTwoCycles = (term: string, grade: 1 | 2, resolvedToGrade?: number, fitness: object = {}) =>
    pharmacy([
      ...baseline({ ...many, fitness }),
      systemic(),
      cycles('2025-03-10', 2),
      event('2025-03-15', term, grade, { immuneRelated: true, ...(resolvedToGrade === undefined ? {} : { resolvedToGrade }) }),
      scan('2025-03-20', 20),
    ]);
  const RESOLVED = /on hold until the event has resolved to grade 1 or less\. Colitis, grade 2 and not yet resolved/;

  it.each([
    ['colitis', 2, {}, 'irae-grade-2', RESOLVED],
    ['colitis', 2, { autoimmuneDisease: undefined }, 'irae-grade-2', RESOLVED],
    ['pericarditis', 1, {}, 'hold-at-any-grade', /on hold until it is clear what the event is, whatever its grade\. Pericarditis/],
  ] as const)('vetoes anti-PD-1 while %s of grade %s holds it (%j)', (term, grade, fitness, guard, words) => {
    const said = afterTwoCycles(term, grade, undefined, fitness);
    expect(said.find('against', words)).toMatchObject({ severity: 'veto', facts: [`event-${term}`], rule: `fitness.anti-pd1/${guard}` });
    expect(said.says(/cannot be judged: .*not yet resolved/)).toBe(false);
    // The step goes on with what is under way: it is said there too.
    expect(said.claims.some(({ option, text }) => option === 'continue-systemic' && text.includes('on hold'))).toBe(true);
  });

  it('does not hold anti-PD-1 for an immune-related event of grade 1, or one that has come down to it', () => {
    for (const said of [afterTwoCycles('colitis', 1), afterTwoCycles('colitis', 2, 1)]) {
      expect(said.says(/on hold/)).toBe(false);
      expect(said.claims.filter(({ severity }) => severity === 'veto')).toEqual([]);
    }
  });

  it('asks a person for what no fact holds and would stop cisplatin or anti-PD-1, for the agents in play', () => {
    const [forCisplatin, forAntiPd1] = [
      /NYHA.*hepatitis C.*HIV.*lactation/,
      /steroid.*lung disease.*stem-cell transplant.*HIV.*tuberculosis/,
    ];
    const asked = (facts: ReturnType<typeof baseline>) => {
      const { missing, find } = pharmacy(facts);
      const is = (words: RegExp) => missing.some((item) => words.test(item));
      return [is(forCisplatin), is(forAntiPd1), find('request', /NYHA/)?.severity ?? find('request', /tuberculosis/)?.severity];
    };
    expect(asked(baseline(many))).toEqual([true, true, 'data-gap']);
    expect(asked(baseline({ ...many, declines: ['cisplatin'] }))).toEqual([false, true, 'data-gap']);
    expect(asked(baseline({ ...many, declines: ['immunotherapy'] }))).toEqual([true, false, 'data-gap']);
  });

  it('gives the severe events of the first line without arguing from them for anti-PD-1', () => {
    const said = pharmacy(baseline(many));
    expect(said.find('concern', /immune-related ones are not told apart there.*JUPITER-02/)?.option).toBe('start-systemic');
    expect(said.says(/adds little/)).toBe(false);
  });

  it('does not read an unknown as fit', () => {
    const said = pharmacy(baseline({ ...many, fitness: { autoimmuneDisease: undefined } as object }));
    expect(said.find('concern', /anti-PD-1 cannot be judged: autoimmune disease is not known/i)?.severity).toBe('data-gap');
    expect(said.missing).toContain('whether there is autoimmune disease');
    expect(said.find('for', /anti-PD-1: nothing recorded/i)).toBeUndefined();
  });

  it('asks for the kidney and the hearing again once cisplatin has been given', () => {
    const said = pharmacy(responded());
    expect(said.find('concern', /95 mL\/min is of 2025-01-06, before the first cisplatin \(2025-01-13\); none since/)?.severity).toBe(
      'data-gap',
    );
    expect(said.missing).toEqual(
      expect.arrayContaining(['creatinine clearance since treatment began', 'hearing test since treatment began']),
    );
    const again = pharmacy(
      responded({}, { type: 'FitnessRecorded', id: 'again', on: '2025-05-15', creatinineClearanceMlMin: 80, hearingLossGrade: 1 }),
    );
    expect(again.says(/before the first cisplatin/)).toBe(false);
    expect(again.missing).not.toContain('creatinine clearance since treatment began');
  });

  it('names what interacts with capecitabine where it may be given, and only there', () => {
    const said = pharmacy([...responded(many), radiotherapy('2025-07-01')]);
    expect(said.find('concern', /warfarin, brivudine and sorivudine/)?.option).toMatch(/^Capecitabine/);
    expect(said.missing).toContain('concomitant medicines (warfarin, brivudine, sorivudine)');
    expect(pharmacy(baseline(many)).says(/warfarin/)).toBe(false);
  });

  it('holds a missing DPYD against capecitabine, not against the step that offers it as an alternative', () => {
    const facts = [...responded({ ...many, fitness: { dpyd: undefined } as object }), radiotherapy('2025-07-01')];
    expect(pharmacy(facts).find('concern', /Capecitabine cannot be judged: DPYD is not known/)?.option).toMatch(/^Capecitabine/);
  });

  it('names what a next line may still hold, without what was given or is ruled out', () => {
    expect(pharmacy(progressed()).find('concern', /Not given so far and not ruled out: anti-PD-1 and capecitabine\./)?.option).toBe(
      'change-systemic',
    );
    expect(pharmacy(progressed({ fitness: { organTransplant: true } })).says(/Not given so far and not ruled out: capecitabine\./)).toBe(
      true,
    );
    expect(pharmacy(progressed({ declines: ['immunotherapy'] })).says(/Not given so far and not ruled out: capecitabine\./)).toBe(true);
    expect(pharmacy(responded()).says(/Not given so far/)).toBe(false);
  });

  it('wants a gap between gemcitabine and radiotherapy', () => {
    expect(pharmacy(responded()).find('concern', /Gemcitabine was given: leave a gap/)?.option).toBe('locoregional-rt');
    expect(pharmacy(baseline(many)).says(/leave a gap/)).toBe(false);
  });
});
