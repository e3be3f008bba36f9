import { describe, expect, it } from 'vitest';
import type { Lesion } from '../facts/lesion.js';
import { lesionsOf } from './disease-burden.js';
import { chart, group, histology, read, sample, short, staging, started } from './recorded-case.fixture.js';

const counts = (lesions: readonly Lesion[], notImaged = {}): number[] =>
  [...new Set(read([chart(lesions, notImaged)]).extent.burdens.map(lesionsOf))].sort((a, b) => a - b);

describe('the count of lesions', () => {
  it.each([
    ['definite and probable lesions', [group('lung', 2), group('bone', 1, { certainty: 'probable' })], [3]],
    ['at least 5', [group('lung', 5, { countIsExact: false })], [5, 6, 7]],
    ['2 and an equivocal group of 3: never in between', [group('lung', 2), group('bone', 3, { certainty: 'equivocal' })], [2, 5]],
    ['an equivocal group of at least 3', [group('bone', 3, { certainty: 'equivocal', countIsExact: false })], [0, 3, 4, 5, 6, 7]],
    ['seven stands for more', [group('lung', 40)], [7]],
    ['no lesion', [], [0]],
  ])('%s', (_, lesions, expected) => expect(counts(lesions)).toEqual(expected));

  it('is open upwards in an organ that was not imaged', () => {
    expect(counts([group('lung', 2)], { liver: false })).toEqual([2, 3, 4, 5, 6, 7]);
    expect(counts([group('lung', 2)], { other: false })).toEqual([2, 3, 4, 5, 6, 7]);
    expect(counts([group('lung', 2)], { other: true })).toEqual([2]);
  });

  it('names each item that would settle a class, and no other', () => {
    const { m1 } = read([
      histology(),
      chart([group('lung', 4), group('bone', 1, { certainty: 'equivocal' }), group('lung', 1, { certainty: 'equivocal', id: 'RUL' })], {
        liver: false,
      }),
      sample(10),
    ]);
    expect(short(m1.CHAN24)).toEqual({
      possible: ['M1a', 'M1b'],
      missing: ['nature of the equivocal lesion bone-1equivocal (bone)', 'imaging of the liver'],
    });
    expect(short(m1.ZOU17)).toMatchObject({
      missing: [
        'nature of the equivocal lesion bone-1equivocal (bone)',
        'nature of the equivocal lesion RUL (lung)',
        'imaging of the liver',
        'definition of oligometastases (number) not verified',
      ],
    });
  });
});

describe('the baseline', () => {
  it('is the last chart before the first treatment of any kind', () => {
    const { extent } = read([chart([group('lung')]), chart([group('lung', 4)], {}, 2), started(2), chart([group('liver', 9)], {}, 50)]);
    expect(extent.facts).toEqual(['f2']);
    expect(extent.text).toBe('distant lesions: lung 4');
  });

  it('is unknown when the first chart comes after treatment', () => {
    const { extent, m1, oligometastatic } = read([staging('T3', 'N2', 'M1'), started(2), chart([group('lung')], {}, 20)]);
    expect(extent.chart).toBeUndefined();
    expect(short(m1.SHEN15)).toEqual({ possible: ['M1a', 'M1b', 'M1c'], missing: ['chart of the metastases'] });
    expect(short(m1.SUN19)).toMatchObject({ mayNotApply: 'not bone-only disease' });
    expect(short(oligometastatic(3))).toEqual({ possible: [false, true], missing: ['chart of the metastases'] });
  });

  it('without any record may also be no metastasis', () => {
    expect(short(read([histology()]).m1.SHEN15)).toMatchObject({ mayNotApply: 'no distant metastasis recorded' });
    expect(short(read([staging('T3', 'N2', 'M1')]).m1.SHEN15)).not.toHaveProperty('mayNotApply');
  });
});

describe('oligometastatic by the limit of the site', () => {
  it.each([
    [3, 3, true],
    [4, 3, false],
    [5, 5, true],
    [6, 5, false],
  ] as const)('%i lesions under a limit of %i: %s', (lesions, max, expected) => {
    expect(short(read([chart([group('bone', lesions)])]).oligometastatic(max))).toBe(expected);
  });

  it('is open where the count is', () => {
    const { oligometastatic } = read([chart([group('bone', 3), group('lung', 1, { certainty: 'equivocal' })])]);
    expect(short(oligometastatic(3))).toEqual({
      possible: [false, true],
      missing: ['nature of the equivocal lesion lung-1equivocal (lung)'],
    });
    expect(short(oligometastatic(4))).toBe(true);
  });

  it('does not arise without metastasis', () => {
    expect(short(read([chart([])]).oligometastatic(5))).toEqual({ reason: 'no distant metastasis recorded' });
  });
});
