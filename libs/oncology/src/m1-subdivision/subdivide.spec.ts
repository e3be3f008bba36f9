import { describe, expect, it } from 'vitest';
import type { ClinicalFact } from '../facts/clinical-fact.js';
import type { LocalCutoffs } from './local-cutoffs.js';
import type { M1System } from './m1-system.js';
import {
  chart,
  cycles,
  day,
  ended,
  flagsOf,
  group,
  histology,
  radiotherapy,
  read,
  sample,
  score,
  short,
  staging,
  started,
} from './recorded-case.fixture.js';

const codesOf = (facts: readonly ClinicalFact[], cutoffs?: LocalCutoffs): string[] => read(facts, cutoffs).alerts.map(({ code }) => code);
const flags = (system: M1System, ...facts: ClinicalFact[]): readonly string[] => flagsOf(read(facts).m1[system]);
const BOTH_SIDES = ['intermediate', 'low'];
const EBER_NEGATIVE = 'EBER-negative: EBV DNA rules do not apply';

describe('a reason', () => {
  it('names the facts read, the row of the rule and the evidence', () => {
    const { m1 } = read([histology(), chart([group('lung', 5)]), sample(70_000)]);
    expect(m1.YAO23).toMatchObject({
      because: [{ facts: ['f2', 'f3', 'f1'], rule: 'YAO23/4', evidence: ['yao-2023', 'liu-2023'] }],
    });
    expect(m1.SHEN15, 'no EBV DNA read').toMatchObject({ because: [{ facts: ['f2'], rule: 'SHEN15/3' }] });
  });

  it('is given for every class that is left', () => {
    const { m1 } = read([chart([group('lung', 2)])]);
    expect(m1.ZOU17).toMatchObject({ because: [{ rule: 'ZOU17/1' }, { rule: 'ZOU17/2' }] });
  });
});

describe('the baseline EBV DNA', () => {
  const lung = [histology(), chart([group('lung')])];
  const yang = (...facts: ClinicalFact[]) => short(read([...lung, ...facts]).m1.YANG21);

  it('is the last sample before any treatment, whatever comes later', () => {
    expect(yang(sample(90_000), sample(10, { on: day(3) }), started(3), sample(90_000, { on: day(4) }))).toBe('low');
    expect(yang(started(1), sample(10, { on: day(4) })), 'none before treatment').toEqual({
      possible: BOTH_SIDES,
      missing: ['baseline EBV DNA'],
    });
  });

  it('settles no cut-off in IU/mL or outside plasma, unless undetectable', () => {
    const missing = ['baseline EBV DNA in plasma copies/mL'];
    expect(yang(sample(10, { unit: 'IU/mL' }))).toEqual({ possible: BOTH_SIDES, missing });
    expect(yang(sample(10, { specimen: 'whole-blood' }))).toEqual({ possible: BOTH_SIDES, missing });
    expect(yang(sample('blq', { unit: 'IU/mL', limitOfQuantification: 50 }))).toEqual({ possible: BOTH_SIDES, missing });
    expect(yang(sample('nd', { unit: 'IU/mL' }))).toBe('low');
    expect(yang(sample('nd', { specimen: 'serum' }))).toBe('low');
  });

  it('below quantification is below a cut-off that the limit does not exceed', () => {
    const missing = ['EBV DNA limit of quantification'];
    expect(yang(sample('blq', { limitOfQuantification: 25_000 }))).toBe('low');
    expect(yang(sample('blq', { limitOfQuantification: 25_001 }))).toEqual({ possible: BOTH_SIDES, missing });
    expect(yang(sample('blq'))).toEqual({ possible: BOTH_SIDES, missing });
  });

  it('flags a threshold of another assay, nearness within two-fold, and age above 28 days', () => {
    const of = (value: number | 'nd', treatedOn = 1) => flags('YANG21', ...lung, sample(value), started(treatedOn));
    expect(of(12_000)).toEqual(['threshold-of-another-assay']);
    expect(of(13_000)).toEqual(['threshold-of-another-assay', 'near-threshold']);
    expect(of(49_000)).toEqual(['threshold-of-another-assay', 'near-threshold']);
    expect(of(51_000)).toEqual(['threshold-of-another-assay']);
    expect(of(100, 29), '28 days').toEqual(['threshold-of-another-assay']);
    expect(of(100, 30), '29 days').toEqual(['threshold-of-another-assay', 'baseline-ebv-older-than-28-days']);
    expect(of('nd'), 'no number compared').toEqual([]);
  });

  it('leaves no flag on a class that does not rest on it', () => {
    expect(flags('YAO23', ...lung, sample(60_000))).toEqual([]);
    expect(flags('YANG21', histology(), chart([group('lung', 6)]), sample(25_000))).toEqual([]);
  });
});

describe('EBV DNA after chemotherapy (Sun 2019)', () => {
  const bone = [histology(), chart([group('bone')]), sample(5000), started(2)];
  const sun = (...facts: ClinicalFact[]) => short(read(facts).m1.SUN19);
  const PENDING = { possible: ['intermediate', 'low'], missing: ['EBV DNA after palliative chemotherapy'] };

  it('is pending until four cycles are completed or the therapy has ended', () => {
    expect(sun(...bone, cycles(60, 3), sample('nd', { on: day(61) }))).toEqual(PENDING);
    expect(sun(...bone, cycles(80, 4), sample('nd', { on: day(81) }))).toBe('low');
    expect(sun(...bone, cycles(30, 2), ended(31), sample('nd', { on: day(40) }))).toBe('low');
  });

  it('is the first sample of that time, in the series of the baseline and before locoregional radiotherapy', () => {
    const four = [...bone, cycles(80, 4)];
    expect(sun(...four, sample(40, { on: day(81) }), sample('nd', { on: day(90) }))).toBe('intermediate');
    expect(sun(...four, sample('nd', { on: day(81), assay: 'LabB' }))).toEqual(PENDING);
    expect(sun(...four, sample('nd', { on: day(81), unit: 'IU/mL' }))).toEqual(PENDING);
    expect(sun(...four, radiotherapy(85), sample('nd', { on: day(90) }))).toEqual(PENDING);
  });

  it('says so where the baseline gives it no meaning', () => {
    const after = [cycles(80, 4), sample('nd', { on: day(81) })];
    expect(flags('SUN19', histology(), chart([group('bone')]), sample('nd'), started(2), ...after)).toEqual(['ebv-dna-not-informative']);
    expect(flags('SUN19', histology(), chart([group('bone')]), started(2), ...after)).toEqual(['baseline-ebv-unknown']);
    expect(flags('SUN19', ...bone, ...after)).toEqual([]);
  });
});

describe('EBER', () => {
  it('negative: what needs EBV DNA does not apply, what does not still classifies', () => {
    const few = read([histology('negative'), chart([group('lung', 4)]), sample(9e5)]).m1;
    expect(short(few['CHAN25-2'])).toEqual({ reason: EBER_NEGATIVE });
    expect(short(few.ZHENG20)).toEqual({ reason: EBER_NEGATIVE });
    expect(short(few.YANG21)).toEqual({ reason: EBER_NEGATIVE });
    expect(short(few.YAO23)).toBe('low');
    const many = read([histology('negative'), chart([group('liver', 6)]), sample(9e5)]).m1;
    expect(short(many.YANG21)).toBe('high');
    expect(short(many.YAO23)).toEqual({ reason: EBER_NEGATIVE });
    expect(short(many.QIU22)).toMatchObject({ possible: ['M1b'], mayNotApply: EBER_NEGATIVE });
    expect(short(read([histology('negative'), chart([group('bone')])]).m1.SUN19)).toEqual({ reason: EBER_NEGATIVE });
  });

  it('unknown: a flag on the classes that rest on EBV DNA, on no other', () => {
    const { m1 } = read([histology('unknown'), chart([group('lung')]), sample(100)]);
    expect(flagsOf(m1.YANG21)).toContain('eber-unknown');
    expect(flagsOf(m1.YAO23)).toEqual([]);
    expect(flagsOf(read([chart([group('lung')]), sample(100)]).m1.YANG21), 'no histology').toContain('eber-unknown');
  });

  it('stays known when a later report leaves it out', () => {
    const { m1 } = read([histology('negative'), histology('unknown', 5), chart([group('lung')]), sample(100)]);
    expect(short(m1.YANG21)).toEqual({ reason: EBER_NEGATIVE });
  });
});

describe('what external centres report', () => {
  const three = [histology(), chart([group('lung', 3)]), sample(500)];

  it('a class is reported, not computed', () => {
    expect(short(read([...three, score('JIANG16', 'class', 'M1b')]).m1.JIANG16)).toEqual({ reported: 'M1b', by: 'Centre X' });
    expect(codesOf([...three, score('JIANG16', 'class', 'm1a')])).toEqual([]);
  });

  it('a class outside what the facts allow stays reported and raises an alert', () => {
    const facts = [...three, score('ZOU17', 'class', 'M1c')];
    expect(short(read(facts).m1.ZOU17)).toEqual({ reported: 'M1c', by: 'Centre X' });
    expect(read(facts).alerts).toMatchObject([{ code: 'reported-class-impossible', facts: ['f4', 'f2'] }]);
  });

  it('the latest report of an item stands', () => {
    expect(short(read([...three, score('JIANG16', 'class', 'M1b'), score('JIANG16', 'class', 'M1a')]).m1.JIANG16)).toEqual({
      reported: 'M1a',
      by: 'Centre X',
    });
  });

  it('inputs give a class with a flag', () => {
    const { m1 } = read([...three, score('QIU22', 'pps', 'High'), score('QIU22', 'ebv-level', 'low')]);
    expect(m1.QIU22).toMatchObject({
      status: 'classified',
      value: 'M1b',
      flags: ['external-input'],
      because: [{ facts: ['f2', 'f4', 'f5', 'f3', 'f1'] }],
    });
    const oligo = (value: string | number) => read([...three, score('ZOU17', 'oligometastatic', value)]).m1.ZOU17;
    for (const yes of ['yes', 'TRUE', 'oligometastatic', 1]) expect(oligo(yes)).toMatchObject({ value: 'M1a', flags: ['external-input'] });
    for (const no of ['no', 'false', 'multiple', 0]) expect(oligo(no)).toMatchObject({ value: 'M1b', flags: ['external-input'] });
  });

  it('inputs that leave it open narrow it', () => {
    expect(short(read([...three, score('ZHENG20', 'ebv-level', 'low')]).m1.ZHENG20)).toEqual({
      possible: ['M1a', 'M1b'],
      missing: ['definition of oligometastases (number) not verified'],
    });
    expect(short(read([...three, score('QIU22', 'pps', 'low')]).m1.QIU22)).toBe('M1a');
  });

  it('inputs that are not needed leave no flag', () => {
    expect(flagsOf(read([chart([group('liver', 2)]), score('ZOU17', 'oligometastatic', 'yes')]).m1.ZOU17)).toEqual([]);
  });

  it('an external judgement bounds a count that is open', () => {
    const uncertain = chart([group('lung', 2, { countIsExact: false })]);
    expect(short(read([uncertain, score('ZOU17', 'oligometastatic', 'yes')]).m1.ZOU17)).toBe('M1a');
  });

  it('inputs against the facts raise an alert and are not used', () => {
    const solitary = [chart([group('lung')]), sample('nd')];
    expect(codesOf([...solitary, score('ZOU17', 'oligometastatic', 'no')])).toEqual(['external-input-contradicts-facts']);
    expect(codesOf([...solitary, score('ZHENG20', 'ebv-level', 'high')])).toEqual(['external-input-contradicts-facts']);
    expect(short(read([...solitary, score('ZHENG20', 'ebv-level', 'high')]).m1.ZHENG20)).toBe('M1a');
  });

  it.each([
    ['JIANG16', 'class', 'M1c'],
    ['JIANG16', 'pps', 'low'],
    ['QIU22', 'pps', 3.2],
    ['QIU22', 'ebv-level', 'middling'],
    ['ZOU17', 'oligometastatic', 'perhaps'],
  ] as const)('%s %s "%s" is not understood and raises an alert', (system, item, value) => {
    const facts = [...three, score(system, item, value)];
    expect(codesOf(facts)).toEqual(['external-score-not-understood']);
    expect(read(facts).m1[system].status).toBe('indeterminate');
  });
});

describe('cut-offs that a site registered', () => {
  const three = [histology(), chart([group('lung', 3)]), sample(500)];

  it('give classes that are labelled', () => {
    expect(read(three, { ZOU17: { oligometastaticMax: 3 } }).m1.ZOU17).toMatchObject({ value: 'M1a', flags: ['site-registered'] });
    expect(read(three, { ZOU17: { oligometastaticMax: 2 } }).m1.ZOU17).toMatchObject({ value: 'M1b', flags: ['site-registered'] });
    expect(read(three, { ZHENG20: { ebvDnaCopiesPerMl: 400 } }).m1.ZHENG20).toMatchObject({
      value: 'M1c',
      flags: ['near-threshold', 'site-registered'],
    });
  });

  it('count a value equal to the cut-off as low', () => {
    expect(short(read(three, { ZHENG20: { ebvDnaCopiesPerMl: 500, oligometastaticMax: 5 } }).m1.ZHENG20)).toBe('M1a');
  });

  it('read a reported score by the site’s own limit', () => {
    const scored = [...three, score('QIU22', 'pps', 3.2)];
    expect(read(scored, { QIU22: { pps: 3.2 } }).m1.QIU22).toMatchObject({ value: 'M1a', flags: ['external-input', 'site-registered'] });
    expect(read(scored, { QIU22: { pps: 3, ebvDnaCopiesPerMl: 100 } }).m1.QIU22).toMatchObject({ value: 'M1c' });
    expect(codesOf(scored, { QIU22: { pps: 3 } })).toEqual([]);
  });

  it('still need a baseline sample', () => {
    expect(short(read([chart([group('lung')])], { ZHENG20: { ebvDnaCopiesPerMl: 400 } }).m1.ZHENG20)).toEqual({
      possible: ['M1a', 'M1c'],
      missing: ['baseline EBV DNA'],
    });
  });

  it('that no paper could mean are refused with an alert', () => {
    expect(codesOf(three, { ZOU17: { oligometastaticMax: 9 } })).toEqual(['site-cut-off-not-usable']);
    expect(codesOf(three, { ZHENG20: { ebvDnaCopiesPerMl: 0 } })).toEqual(['site-cut-off-not-usable']);
  });
});

describe('flags of the extent and the cohort', () => {
  it('mark probable lesions and the metachronous cohort', () => {
    const { m1 } = read([histology(), chart([group('lung', 1, { certainty: 'probable' })]), sample(10)]);
    expect(flagsOf(m1.SHEN16)).toEqual(['metachronous-cohort', 'probable-lesions']);
    expect(flagsOf(m1.SHEN15)).toEqual(['probable-lesions']);
    expect(flagsOf(m1['CHAN25-2']), 'reads EBV DNA only').toEqual(['threshold-of-another-assay']);
  });
});

describe('without distant metastasis', () => {
  it('nothing is subdivided', () => {
    for (const facts of [[staging('T2', 'N1', 'M0')], [chart([])]]) {
      for (const finding of Object.values(read(facts).m1)) expect(short(finding)).toEqual({ reason: 'no distant metastasis recorded' });
    }
  });

  it('in doubt, everything may not apply', () => {
    const { m1 } = read([chart([group('lung', 1, { certainty: 'equivocal' })])]);
    expect(short(m1.SHEN15)).toEqual({
      possible: ['M1a'],
      missing: ['nature of the equivocal lesion lung-1equivocal (lung)'],
      mayNotApply: 'no distant metastasis recorded',
    });
  });
});
