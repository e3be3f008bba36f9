import { describe, expect, it } from 'vitest';
import type { ClinicalFact } from '../facts/clinical-fact.js';
import type { Lesion } from '../facts/lesion.js';
import { M1_SUBDIVISIONS } from './m1-subdivisions.js';
import { M1_SYSTEMS, type M1System } from './m1-system.js';
import { chart, cycles, day, group, histology, read, sample, short, started } from './recorded-case.fixture.js';

const classOf = (system: M1System, lesions: readonly Lesion[], ...more: ClinicalFact[]): unknown =>
  short(read([histology(), chart(lesions), ...more]).m1[system]);
const OVERLAP = { possible: ['M1a', 'M1b'], missing: ['definition: published M1a and M1b conditions both hold'] };
const OLIGO_OPEN = { possible: ['M1a', 'M1b'], missing: ['definition of oligometastases (number) not verified'] };

describe('Shen 2015', () => {
  it.each([
    ['a single lesion outside the liver', [group('bone')], 'M1a'],
    ['several lesions outside the liver', [group('bone'), group('lung')], 'M1b'],
    ['a single liver lesion', [group('liver')], 'M1b'],
    ['a single liver lesion with others, which the review leaves out', [group('liver'), group('lung', 4)], 'M1b'],
    ['two liver lesions', [group('liver', 2)], 'M1c'],
    ['two liver lesions with others', [group('liver', 2), group('bone')], 'M1c'],
  ])('%s', (_, lesions, expected) => expect(classOf('SHEN15', lesions)).toBe(expected));
});

describe('Shen 2016', () => {
  it.each([
    ['a solitary lesion', [group('distant-node')], 'M1a'],
    ['several in one location, bone being one however many bones', [group('bone', 3), group('bone', 2)], 'M1b'],
    ['nodes are a location of their own', [group('bone'), group('distant-node')], 'M1c'],
    ['two other sites are two locations', [group('other', 1, { site: 'skin' }), group('other', 1, { site: 'pleura' })], 'M1c'],
    [
      'the same other site twice is one location',
      [group('other', 1, { site: 'skin', id: 'a' }), group('other', 1, { site: 'Skin ', id: 'b' })],
      'M1b',
    ],
    ['one other site without a name is one location', [group('other', 2)], 'M1b'],
    ['another site without a name beside the lung is a second location', [group('other'), group('lung')], 'M1c'],
  ])('%s', (_, lesions, expected) => expect(classOf('SHEN16', lesions)).toBe(expected));

  it('asks for the site of a lesion that may be where another one is', () => {
    const lesions = [group('other', 1, { site: 'skin' }), group('other', 1)];
    expect(classOf('SHEN16', lesions)).toEqual({ possible: ['M1b', 'M1c'], missing: ['site of the lesions in other organs'] });
    expect(classOf('SHEN16', [...lesions, group('lung')]), 'unless it does not matter').toBe('M1c');
  });
});

describe('Tian 2016', () => {
  it.each([
    ['one organ, 5 lesions', [group('lung', 5)], 'M1a'],
    ['one organ, 6 lesions', [group('lung', 6)], OVERLAP],
    ['two organs, 5 lesions', [group('lung', 4), group('bone')], OVERLAP],
    ['two organs, 6 lesions', [group('lung', 5), group('bone')], 'M1b'],
    ['nodes only are one organ', [group('distant-node', 5)], 'M1a'],
    ['nodes beside two organs, 6 lesions', [group('lung', 2), group('bone', 2), group('distant-node', 2)], 'M1b'],
  ])('%s', (_, lesions, expected) => expect(classOf('TIAN16', lesions)).toEqual(expected));

  it('is open where it turns on whether nodes are an organ', () => {
    expect(classOf('TIAN16', [group('lung', 2), group('distant-node', 2)])).toEqual({
      possible: ['M1a', 'M1b'],
      missing: ['definition: whether distant nodes count as an organ', 'definition: published M1a and M1b conditions both hold'],
    });
  });
});

describe('Zou 2017', () => {
  it.each([
    ['one lesion is few by any number', [group('lung')], 'M1a'],
    ['2 lesions may be few or many', [group('lung', 2)], OLIGO_OPEN],
    ['5 lesions may be few or many', [group('lung', 5)], OLIGO_OPEN],
    ['6 lesions are many by any number', [group('lung', 6)], 'M1b'],
    ['a liver lesion outranks the count', [group('lung', 2), group('liver')], 'M1c'],
  ])('%s', (_, lesions, expected) => expect(classOf('ZOU17', lesions)).toEqual(expected));
});

describe('Sun 2019', () => {
  const treated = (result: number | 'nd' | 'blq') => [sample(9000), started(2), cycles(80, 4), sample(result, { on: day(85) })];
  it.each([
    ['3 lesions, undetectable', 3, 'nd', 'low'],
    ['4 lesions, undetectable', 4, 'nd', 'intermediate'],
    ['3 lesions, detectable', 3, 30, 'intermediate'],
    ['3 lesions, detected below quantification', 3, 'blq', 'intermediate'],
    ['4 lesions, detectable', 4, 30, 'high'],
  ] as const)('bone only, %s', (_, lesions, result, expected) => {
    expect(classOf('SUN19', [group('bone', lesions)], ...treated(result))).toBe(expected);
  });

  it('does not apply with any lesion outside the bones, and may not while one is in doubt', () => {
    expect(classOf('SUN19', [group('bone'), group('distant-node')], ...treated('nd'))).toEqual({ reason: 'not bone-only disease' });
    expect(classOf('SUN19', [group('bone'), group('lung', 1, { certainty: 'equivocal' })], ...treated('nd'))).toEqual({
      possible: ['low'],
      missing: ['nature of the equivocal lesion lung-1equivocal (lung)'],
      mayNotApply: 'not bone-only disease',
    });
  });
});

describe('Zheng 2020', () => {
  const ZHENG = 'Zheng EBV DNA cut-off not verified';
  it.each([
    ['undetectable, 1 lesion', [group('lung')], 'nd', 'M1a'],
    ['undetectable, 6 lesions', [group('lung', 6)], 'nd', 'M1b'],
    ['undetectable, 3 lesions', [group('lung', 3)], 'nd', OLIGO_OPEN],
    ['detectable, liver, 6 lesions', [group('liver', 6)], 40, { possible: ['M1b', 'M1d'], missing: [ZHENG] }],
    ['detected below quantification', [group('lung')], 'blq', { possible: ['M1a', 'M1c'], missing: [ZHENG] }],
  ] as const)('%s', (_, lesions, result, expected) => expect(classOf('ZHENG20', lesions, sample(result))).toEqual(expected));
});

describe('Yang 2021', () => {
  it.each([
    ['one organ, 5 lesions, 25,000', [group('lung', 5)], 25_000, 'low'],
    ['one organ, 5 lesions, 25,001', [group('lung', 5)], 25_001, 'intermediate'],
    ['one organ, 6 lesions', [group('lung', 6)], 10, 'high'],
    ['two organs', [group('lung'), group('bone')], 10, 'high'],
    ['undetectable', [group('lung')], 'nd', 'low'],
  ] as const)('%s', (_, lesions, result, expected) => expect(classOf('YANG21', lesions, sample(result))).toBe(expected));

  it('needs no EBV DNA when the burden makes it high', () => expect(classOf('YANG21', [group('lung', 6)])).toBe('high'));

  it('is open where it turns on whether nodes are an organ', () => {
    expect(classOf('YANG21', [group('lung'), group('distant-node')], sample(10))).toEqual({
      possible: ['high', 'low'],
      missing: ['definition: whether distant nodes count as an organ'],
    });
  });
});

describe('Chan 2022', () => {
  it.each(['CHAN24', 'CHAN25-1'] as const)('%s: liver and bone together', (system) => {
    expect(classOf(system, [group('liver', 3), group('lung')])).toBe('M1a');
    expect(classOf(system, [group('bone', 3)])).toBe('M1a');
    expect(classOf(system, [group('liver'), group('bone')])).toBe('M1b');
  });

  it('needs only one of the two to be absent', () => {
    const liverUnseen = (lesions: readonly Lesion[]) => short(read([chart(lesions, { liver: false })]).m1.CHAN24);
    expect(liverUnseen([group('lung')])).toBe('M1a');
    expect(liverUnseen([group('bone')])).toEqual({ possible: ['M1a', 'M1b'], missing: ['imaging of the liver'] });
  });

  it.each([
    ['undetectable', 'nd', 'M1a'],
    ['2,500', 2500, 'M1a'],
    ['2,501', 2501, 'M1b'],
  ] as const)('set 2: %s', (_, result, expected) => expect(classOf('CHAN25-2', [group('lung', 9)], sample(result))).toBe(expected));
});

describe('Qiu 2022', () => {
  const PPS = 'PET-CT parameter score (formula and cut-off not verified)';
  it.each([
    ['undetectable with liver is M1b whatever the score', [group('liver')], 'nd', 'M1b'],
    ['undetectable without liver', [group('lung')], 'nd', { possible: ['M1a', 'M1b'], missing: [PPS] }],
    ['detectable with liver', [group('liver')], 50, { possible: ['M1b', 'M1c'], missing: [PPS, 'Qiu EBV DNA cut-off not verified'] }],
  ] as const)('%s', (_, lesions, result, expected) => expect(classOf('QIU22', lesions, sample(result))).toEqual(expected));
});

describe('Yao 2023', () => {
  it.each([
    ['4 lesions, none in the liver, whatever the EBV DNA', [group('lung', 4)], 900_000, 'low'],
    ['4 lesions with liver', [group('lung', 3), group('liver')], 900_000, 'intermediate'],
    ['5 lesions, 61,999', [group('lung', 5)], 61_999, 'intermediate'],
    ['5 lesions, 62,001', [group('lung', 5)], 62_001, 'high'],
    ['5 lesions with liver, 61,999', [group('liver', 5)], 61_999, 'intermediate'],
    [
      '5 lesions, exactly 62,000',
      [group('lung', 5)],
      62_000,
      { possible: ['high', 'intermediate'], missing: ['rule undefined at exactly 62,000 copies/mL'] },
    ],
  ] as const)('%s', (_, lesions, result, expected) => expect(classOf('YAO23', lesions, sample(result))).toEqual(expected));

  it('does not ask about the liver above 4 lesions', () => {
    expect(short(read([histology(), chart([group('lung', 5)], { liver: false }), sample(10)]).m1.YAO23)).toBe('intermediate');
  });
});

describe('the catalogue', () => {
  it('lists the 13 rule sets of the 12 rows of table 2 in order', () => {
    expect(M1_SUBDIVISIONS.map(({ id }) => id)).toEqual(M1_SYSTEMS);
    expect([...new Set(M1_SUBDIVISIONS.map(({ reviewRow }) => reviewRow))]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    for (const { reviewRow, reviewReference } of M1_SUBDIVISIONS) expect(reviewReference).toBe(reviewRow + 15);
  });

  it.each(M1_SUBDIVISIONS)('$id: every row gives known classes, every class has a row, figures name known classes', (system) => {
    for (const row of system.rows) for (const value of row.gives) expect(system.classes).toContain(value);
    expect(new Set(system.rows.flatMap((row) => row.gives))).toEqual(new Set(system.classes));
    expect(new Set(system.rows.map((row) => row.rule)).size).toBe(system.rows.length);
    for (const { class: name } of [...system.survival, ...system.locoregionalRadiotherapy]) expect(system.classes).toContain(name);
    for (const row of system.rows) expect(row.rule.startsWith(`${system.id}/`)).toBe(true);
  });

  it('never shows general knowledge or doubt as verified', () => {
    const statements = M1_SUBDIVISIONS.flatMap((system) => [
      system.cohort.patients,
      ...system.caveats,
      ...system.survival.map(({ figures }) => figures),
      ...system.locoregionalRadiotherapy.map(({ figures }) => figures),
    ]);
    for (const { status, verified } of statements) expect(verified).toBe(status === 'V' || status === 'S');
    expect(statements.some(({ verified }) => !verified)).toBe(true);
  });

  it('marks the one cohort that is metachronous', () => {
    expect(M1_SUBDIVISIONS.filter(({ cohort }) => cohort.timing === 'metachronous').map(({ id }) => id)).toEqual(['SHEN16']);
  });
});
