import { hazardRatio, median, rateAt } from './effect.js';
import { caveat, type EvidenceEntry, entry, type Population } from './evidence-entry.js';

const GP = 'gemcitabine + cisplatin';
const RECURRENT_OR_METASTATIC: Population = { setting: 'recurrent or metastatic', detail: 'first line' };
const MIXED = caveat('V', 'Recurrent and metastatic disease together; none of the trials of this table is of de novo disease alone.');

/** The review's table 3: randomised phase 3 trials of first-line systemic therapy. */
export const TABLE_3: readonly EvidenceEntry[] = [
  entry({
    id: 'table-3/gem20110714',
    name: 'GEM20110714',
    place: { in: 'table', table: 3, row: 1 },
    sources: ['zhang-2016-gp', 'hong-2021-gp'],
    years: [2016, 2021],
    design: 'randomised phase 3',
    population: RECURRENT_OR_METASTATIC,
    patients: [{ of: 'all', n: 362 }],
    groups: [GP, 'fluorouracil + cisplatin'],
    effects: [
      median('PFS', [7.0, 5.6]),
      hazardRatio('PFS', [GP, 'fluorouracil + cisplatin'], 0.55, [0.44, 0.68], { p: 'P<0.0001' }),
      median('OS', [22.1, 18.6]),
      rateAt(1, 'OS', [79.9, 71.8]),
      rateAt(3, 'OS', [31.0, 20.4]),
      rateAt(5, 'OS', [19.2, 7.8]),
    ],
    caveats: [MIXED, caveat('S', 'PFS is from the first report, overall survival from the final one.')],
  }),
  entry({
    id: 'table-3/jupiter-02',
    name: 'JUPITER-02',
    place: { in: 'table', table: 3, row: 2 },
    sources: ['jupiter-02'],
    years: [2021],
    design: 'randomised phase 3',
    population: RECURRENT_OR_METASTATIC,
    patients: [{ of: 'all', n: 289 }],
    groups: [`toripalimab + ${GP}`, GP],
    effects: [median('PFS', [11.7, 8.0]), hazardRatio('PFS', [`toripalimab + ${GP}`, GP], 0.52, [0.36, 0.74], { p: 'P=0.0003' })],
    caveats: [
      MIXED,
      caveat('V', 'These are the figures of the interim cut, while those of RATIONALE-309 in the same table are of an updated one.'),
    ],
    registration: 'NCT03581786',
    confidence: 'V',
  }),
  entry({
    id: 'table-3/captain-1st',
    name: 'CAPTAIN-1st',
    place: { in: 'table', table: 3, row: 3 },
    sources: ['captain-1st'],
    years: [2021],
    design: 'randomised phase 3',
    population: RECURRENT_OR_METASTATIC,
    patients: [{ of: 'all', n: 263 }],
    groups: [`camrelizumab + ${GP}`, GP],
    effects: [median('PFS', [9.7, 6.9]), hazardRatio('PFS', [`camrelizumab + ${GP}`, GP], 0.54, [0.39, 0.76], { p: 'P=0.0002' })],
    caveats: [
      MIXED,
      caveat(
        '?',
        'Its overall survival was not found. A paper of 2026 that claims five-year data names other authors and dates of enrolment than the trial and is not used.',
      ),
    ],
    registration: 'NCT03707509',
    confidence: 'V',
  }),
  entry({
    id: 'table-3/rationale-309',
    name: 'RATIONALE-309',
    place: { in: 'table', table: 3, row: 4 },
    sources: ['rationale-309', 'yang-2021-rationale-309'],
    years: [2021],
    design: 'randomised phase 3',
    population: RECURRENT_OR_METASTATIC,
    patients: [{ of: 'all', n: 263 }],
    groups: [`tislelizumab + ${GP}`, GP],
    effects: [
      median('PFS', [9.6, 7.4], { p: 'P<0.0001' }),
      hazardRatio('PFS', [`tislelizumab + ${GP}`, GP], 0.5, [0.37, 0.68]),
      hazardRatio('PFS2', [`tislelizumab + ${GP}`, GP], 0.38, [0.25, 0.58]),
      hazardRatio('OS', [`tislelizumab + ${GP}`, GP], 0.6, [0.35, 1.01]),
    ],
    says: ['Median PFS2 and median overall survival were not reached.'],
    caveats: [
      MIXED,
      caveat('V', 'The figures are of the updated cut reported in 2022, though the row gives 2021; the interim hazard ratio was 0.52.'),
      caveat(
        '?',
        'Final overall survival is said to be about 45 against 32 months with a hazard ratio near 0.73, not significant; not verified.',
      ),
    ],
    registration: 'NCT03924986',
    corrections: [
      {
        kind: 'inconsistency',
        printed: '263 in table 3, 256 in table 4 (NCT03924986)',
        readAs: 'each as it stands in its table',
        why: 'The same trial is listed twice; planned enrolment and patients analysed need not agree.',
      },
    ],
    confidence: 'V',
  }),
];
