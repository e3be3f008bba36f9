import { coexistingLiverAndBone } from './chan-2022-oral-oncol.js';
import { type PublishedSystem, stated } from './published-system.js';
import { withoutMetastasis } from './rule-table.js';

const paper = {
  title: 'M1 categories of TNM-8 and prognostic subgroups by plasma EBV DNA (exploratory)',
  citation: "Chan SK, O'Sullivan B, Huang SH, et al. Cancers (Basel) 2022;14:1923",
  evidence: 'chan-2022-cancers',
  reviewReference: 25,
  reviewRow: 10,
  cohort: { patients: stated('S', '69'), timing: 'de novo' },
  computable: 'yes',
  locoregionalRadiotherapy: [],
} as const satisfies Partial<PublishedSystem>;

const alternatives = stated('S', 'Sets 1 and 2 are alternatives; they are never crossed.');

/** Chan SK 2022 (Cancers 14:1923), set 1: metastases of liver and bone together, as in their other paper. */
export const chan2022CancersSet1: PublishedSystem = {
  ...paper,
  ...coexistingLiverAndBone('CHAN25-1'),
  id: 'CHAN25-1',
  inputs: ['liver involved or not', 'bone involved or not'],
  caveats: [
    alternatives,
    stated('S', 'The same rule as Chan 2022 (Oral Oncol): one classification with two sets of figures, not two opinions.'),
  ],
  survival: [
    { class: 'M1a', figures: stated('S', 'median OS 28.1 months (P=0.023)') },
    { class: 'M1b', figures: stated('S', 'median OS 19.2 months') },
  ],
};

/** Chan SK 2022 (Cancers 14:1923), set 2: baseline EBV DNA at 2,500 copies/mL. */
export const chan2022CancersSet2: PublishedSystem = {
  ...paper,
  id: 'CHAN25-2',
  inputs: ['baseline EBV DNA, copies/mL of plasma'],
  classes: ['M1a', 'M1b'],
  reads: { lesionsUpTo: 1, liver: 0 },
  asks: ['ebvDna'],
  ebvDnaCutOff: 2_500,
  rows: [
    withoutMetastasis('CHAN25-2'),
    {
      rule: 'CHAN25-2/1',
      gives: ['M1a'],
      when: 'EBV DNA at most 2,500 copies/mL',
      holds: ({ ebvDna }) => ebvDna !== 'above',
      reads: 'baseline-ebv-dna',
    },
    {
      rule: 'CHAN25-2/2',
      gives: ['M1b'],
      when: 'EBV DNA above 2,500 copies/mL',
      holds: ({ ebvDna }) => ebvDna === 'above',
      reads: 'baseline-ebv-dna',
    },
  ],
  caveats: [alternatives],
  survival: [
    { class: 'M1a', figures: stated('S', 'median OS 44.2 months (P<0.001)') },
    { class: 'M1b', figures: stated('S', 'median OS 19.7 months') },
  ],
};
