import { M1_SUBDIVISIONS } from '@tumor-board/oncology';
import { hazardRatio, median, rateAt } from './effect.js';
import { caveat, type EvidenceEntry, entry } from './evidence-entry.js';
import { patientsOf, radiotherapyEffects, WITH_AND_WITHOUT } from './subdivision-figures.js';

const WITH = 'chemotherapy + locoregional radiotherapy';
const WITHOUT = 'chemotherapy alone';
/** Its row repeats the patients and figures of the subdivision, which are at home in the catalogue. */
const ZOU = M1_SUBDIVISIONS.filter(({ id }) => id === 'ZOU17');
const BIAS = caveat('K', 'Retrospective: who lived long enough and responded was given radiotherapy (immortal time, selection).');
const ONE_GROUP = caveat('S', 'One group without a comparator: it cannot show what radiotherapy adds.');

/** The review's table 5: retrospective series of locoregional radiotherapy with chemotherapy. */
export const TABLE_5: readonly EvidenceEntry[] = [
  entry({
    id: 'table-5/lin-2012',
    name: 'Lin 2012',
    place: { in: 'table', table: 5, row: 1 },
    sources: ['lin-2012'],
    years: [2012],
    period: [1995, 2002],
    design: 'retrospective',
    population: { setting: 'de novo' },
    patients: [{ of: 'all', n: 105 }],
    groups: [`${WITH} + local treatment of metastases`],
    effects: [median('OS', [25]), rateAt(2, 'OS', [50]), rateAt(5, 'OS', [17])],
    caveats: [ONE_GROUP, BIAS],
  }),
  entry({
    id: 'table-5/chen-2013',
    name: 'Chen 2013',
    place: { in: 'table', table: 5, row: 2 },
    sources: ['chen-2013'],
    years: [2013],
    period: [2001, 2009],
    design: 'retrospective',
    population: { setting: 'de novo' },
    patients: [{ of: 'all', n: 408 }],
    groups: [WITH, 'locoregional radiotherapy alone'],
    effects: [median('OS', [34, 17.7], { p: 'P<0.001' })],
    caveats: [BIAS],
    corrections: [
      {
        kind: 'inconsistency',
        printed: 'a comparison with locoregional radiotherapy alone, in a table about adding radiotherapy to chemotherapy',
        readAs: 'the comparator that the row names; not evidence for adding radiotherapy',
        why: 'The row shows what chemotherapy adds to radiotherapy. The text says that both together did better than either.',
      },
    ],
  }),
  entry({
    id: 'table-5/rusthoven-2017',
    name: 'Rusthoven 2017',
    place: { in: 'table', table: 5, row: 3 },
    sources: ['rusthoven-2017'],
    years: [2017],
    period: [2004, 2013],
    design: 'retrospective',
    population: { setting: 'de novo', detail: 'cancer registry' },
    patients: [{ of: 'all', n: 718 }],
    groups: [WITH, WITHOUT],
    effects: [
      median('OS', [21.4, 15.5]),
      rateAt(5, 'OS', [28, 10]),
      hazardRatio('OS', [WITH, WITHOUT], 0.68, [0.55, 0.84], { p: 'P<0.001' }),
    ],
    caveats: [BIAS],
  }),
  entry({
    id: 'table-5/verma-2017',
    name: 'Verma 2017',
    place: { in: 'table', table: 5, row: 4 },
    sources: ['verma-2017'],
    years: [2017],
    design: 'retrospective',
    population: { setting: 'de novo', detail: 'cancer registry; the review gives no period' },
    patients: [{ of: 'all', n: 555 }],
    groups: [WITH, WITHOUT],
    effects: [median('OS', [25.8, 13.7], { p: 'P<0.001' })],
    caveats: [BIAS, caveat('K', 'It may draw on the same registry as Rusthoven 2017: not two independent votes.')],
  }),
  entry({
    id: 'table-5/zou-2017',
    name: 'Zou 2017',
    place: { in: 'table', table: 5, row: 5 },
    sources: ['zou-2017'],
    years: [2017],
    period: [2000, 2010],
    design: 'retrospective',
    population: { setting: 'de novo' },
    patients: ZOU.flatMap(patientsOf),
    groups: WITH_AND_WITHOUT,
    effects: ZOU.flatMap(radiotherapyEffects),
    systems: ['ZOU17'],
    caveats: [
      BIAS,
      caveat(
        'V',
        'No gain with liver metastases (M1c) here; Yao 2023 finds one in a group that contains few lesions with liver involvement.',
      ),
      caveat('S', 'M1a is not reported in the row.'),
    ],
    corrections: [
      {
        kind: 'inconsistency',
        printed: '0.61 (0.33–0.78)',
        readAs: 'as printed, not relied on',
        why: 'A hazard ratio lies at the geometric middle of its interval; that of this interval is 0.51. Estimate or interval is misprinted; the paper was not read.',
      },
    ],
  }),
  entry({
    id: 'table-5/du-2022',
    name: 'Du 2022',
    place: { in: 'table', table: 5, row: 6 },
    sources: ['du-2022'],
    years: [2022],
    period: [2008, 2018],
    design: 'retrospective',
    population: { setting: 'de novo' },
    patients: [{ of: 'all', n: 118 }],
    groups: [WITH],
    effects: [rateAt(5, 'PFS', [34.2]), rateAt(5, 'OS', [44]), rateAt(5, 'DMFS', [41.1]), rateAt(5, 'LRFS', [82.6])],
    caveats: [ONE_GROUP, BIAS],
  }),
  entry({
    id: 'table-5/zheng-2022',
    name: 'Zheng 2022',
    place: { in: 'table', table: 5, row: 7 },
    sources: ['zheng-2022'],
    years: [2022],
    period: [2000, 2017],
    design: 'retrospective',
    population: { setting: 'de novo' },
    patients: [{ of: 'all', n: 746 }],
    groups: ['chemotherapy + concurrent chemoradiotherapy', 'chemotherapy + radiotherapy'],
    effects: [rateAt(5, 'OS', [55.7, 39.0], { p: 'P=0.034' }), median('DPFS', [29.4, 18.7], { p: 'P=0.052' })],
    caveats: [
      BIAS,
      caveat('V', 'It favours concurrent chemotherapy during radiotherapy; Yao 2023 found no gain from it in any of its groups.'),
      caveat('S', 'The difference in distant progression-free survival is not significant.'),
    ],
  }),
];
