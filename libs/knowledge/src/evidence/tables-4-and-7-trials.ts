import { type Correction, caveat, type EvidenceEntry, entry } from './evidence-entry.js';

/** A row of the review's tables of ongoing trials: what it prints, with names spelled properly. */
interface ListedTrial {
  readonly registration: string;
  readonly enrolment: number;
  readonly groups: readonly string[];
  readonly corrections?: readonly Correction[];
}

const GP = 'gemcitabine + cisplatin';
const misprint = (printed: string, readAs: string, why: string): Correction => ({ kind: 'misprint', printed, readAs, why });
const inconsistency = (printed: string, readAs: string, why: string): Correction => ({ kind: 'inconsistency', printed, readAs, why });

const FIRST_LINE: readonly ListedTrial[] = [
  { registration: 'NCT05294172', enrolment: 291, groups: [`KL-A167 + ${GP}`, GP] },
  {
    registration: 'NCT04974398',
    enrolment: 298,
    groups: [`penpulimab + ${GP}`, GP],
    corrections: [inconsistency('298', '298 listed, 291 treated', 'The trial has reported since; its announcement counts 291 patients.')],
  },
  {
    registration: 'NCT04458909',
    enrolment: 316,
    groups: ['nivolumab + cisplatin or carboplatin + gemcitabine', 'cisplatin or carboplatin + gemcitabine'],
  },
  { registration: 'NCT05576272', enrolment: 460, groups: [`QL1706 + ${GP}`, `camrelizumab + ${GP}`] },
  { registration: 'NCT04890522', enrolment: 622, groups: ['toripalimab + fluorouracil + cisplatin', `toripalimab + ${GP}`] },
  {
    registration: 'NCT03924986',
    enrolment: 256,
    groups: [`tislelizumab + ${GP}`, GP],
    corrections: [
      inconsistency(
        'listed as ongoing',
        'RATIONALE-309, which has reported',
        'It stands in table 3 of the same review, with 263 patients.',
      ),
    ],
  },
  { registration: 'NCT02633176', enrolment: 120, groups: ['cetuximab + docetaxel + cisplatin', 'docetaxel + cisplatin'] },
  { registration: 'NCT05854849', enrolment: 244, groups: ['camrelizumab + apatinib + gemcitabine', `camrelizumab + ${GP}`] },
  {
    registration: 'NCT03581786',
    enrolment: 289,
    groups: [`toripalimab + ${GP}`, GP],
    corrections: [inconsistency('listed as ongoing', 'JUPITER-02, which has reported', 'It stands in table 3 of the same review.')],
  },
];

const COMBINED: readonly ListedTrial[] = [
  { registration: 'NCT05417139', enrolment: 43, groups: [`sintilimab + ${GP} + locoregional radiotherapy`] },
  { registration: 'NCT05385926', enrolment: 34, groups: [`toripalimab + ${GP} + radiotherapy`] },
  {
    registration: 'NCT04351282',
    enrolment: 43,
    groups: ['chemotherapy ± immunotherapy + locoregional radiotherapy + stereotactic radiotherapy of oligometastases'],
  },
  { registration: 'NCT05520814', enrolment: 50, groups: ['immunotherapy + radiotherapy of metastases'] },
  {
    registration: 'NCT05431764',
    enrolment: 38,
    groups: ['camrelizumab + locoregional radiotherapy + stereotactic radiotherapy of all oligometastases'],
  },
  {
    registration: 'NCT03129412',
    enrolment: 64,
    groups: ['chemotherapy + locoregional radiotherapy + local treatment of oligometastases'],
    corrections: [inconsistency('64', '64 listed, 51 published', 'The trial has been published since with 51 patients (Huang 2024).')],
  },
  {
    registration: 'NCT04517214',
    enrolment: 126,
    groups: [`toripalimab + ${GP} + locoregional radiotherapy + maintenance with toripalimab and capecitabine`],
  },
  {
    registration: 'NCT05652192',
    enrolment: 37,
    groups: ['tislelizumab + chemotherapy + locoregional radiotherapy + stereotactic radiotherapy of metastases'],
  },
  { registration: 'NCT04398056', enrolment: 22, groups: ['toripalimab + chemotherapy + locoregional radiotherapy'] },
  {
    registration: 'NCT04421469',
    enrolment: 39,
    groups: ['toripalimab + nedaplatin + local treatment of metastases'],
    corrections: [
      misprint(
        'Triprilimab',
        'toripalimab',
        'No agent of the printed name is known; the nearest one is toripalimab. Not checked in the register of trials.',
      ),
      misprint('nedaplatin f', 'nedaplatin', 'What the stray letter stood for is not known.'),
    ],
  },
  {
    registration: 'ChiCTR2100046735',
    enrolment: 118,
    groups: [`camrelizumab + ${GP} + locoregional radiotherapy`],
    corrections: [misprint('Carrelizumab', 'camrelizumab', 'The name is spelled properly elsewhere in the review.')],
  },
  { registration: 'ChiCTR2100045190', enrolment: 32, groups: [`anlotinib + toripalimab + ${GP} + stereotactic radiotherapy`] },
];

const NOT_A_STATUS = caveat(
  'V',
  'The review calls it ongoing as of March 2023; that is no status. A status comes from the register of trials.',
);
const NOT_DE_NOVO = caveat('V', 'The table is headed de novo; its trials take recurrent or metastatic disease.');

const listedEntry =
  (table: 4 | 7) =>
  (trial: ListedTrial, index: number): EvidenceEntry =>
    entry({
      id: `table-${table}/${trial.registration.toLowerCase()}`,
      name: trial.registration,
      registration: trial.registration,
      place: { in: 'table', table, row: index + 1 },
      sources: ['liu-2023'],
      years: [],
      design: table === 4 ? 'phase 3, registered' : 'phase 2, registered',
      population: { setting: table === 4 ? 'recurrent or metastatic' : 'metastatic, timing not stated' },
      patients: [{ of: 'planned', n: trial.enrolment }],
      groups: trial.groups,
      effects: [],
      caveats: table === 4 ? [NOT_A_STATUS, NOT_DE_NOVO] : [NOT_A_STATUS],
      corrections: trial.corrections ?? [],
    });

/** The review's table 4: phase 3 trials of first-line systemic therapy that it calls ongoing. */
export const TABLE_4: readonly EvidenceEntry[] = FIRST_LINE.map(listedEntry(4));

/** The review's table 7: phase 2 trials of systemic with local therapy that it calls ongoing. */
export const TABLE_7: readonly EvidenceEntry[] = COMBINED.map(listedEntry(7));
