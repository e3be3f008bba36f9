import { type PublishedSystem, stated } from './published-system.js';
import { type RuleRow, type RuleTable, withoutMetastasis } from './rule-table.js';

const rows = (rule: string): readonly RuleRow[] => [
  withoutMetastasis(rule),
  {
    rule: `${rule}/1`,
    gives: ['M1a'],
    when: 'not both liver and bone involved',
    holds: ({ bone, liverLesions }) => !(bone && liverLesions > 0),
  },
  { rule: `${rule}/2`, gives: ['M1b'], when: 'liver and bone both involved', holds: ({ bone, liverLesions }) => bone && liverLesions > 0 },
];

/** Liver and bone together or not: the rule of both Chan 2022 papers, which report different survival for it. */
export const coexistingLiverAndBone = (rule: string): RuleTable => ({
  classes: ['M1a', 'M1b'],
  reads: { lesionsUpTo: 1, liver: 1, bone: true },
  asks: [],
  rows: rows(rule),
});

/** Chan SK 2022 (Oral Oncol 126:105736): metastases of liver and bone together. */
export const chan2022OralOncol: PublishedSystem = {
  ...coexistingLiverAndBone('CHAN24'),
  id: 'CHAN24',
  title: 'M1 categories of TNM-8 refined by anatomic subgroups',
  citation: 'Chan SK, Lin C, Huang SH, et al. Oral Oncol 2022;126:105736',
  evidence: 'chan-2022-oral-oncol',
  reviewReference: 24,
  reviewRow: 9,
  cohort: { patients: stated('S', 'training 120, validation 63'), timing: 'de novo' },
  inputs: ['liver involved or not', 'bone involved or not'],
  computable: 'yes',
  caveats: [stated('S', 'The same rule as set 1 of Chan 2022 (Cancers): one classification with two sets of figures, not two opinions.')],
  survival: [
    { class: 'M1a', figures: stated('S', 'median OS 39.5 months in training (P=0.004), 47.7 months in validation (P=0.008)') },
    { class: 'M1b', figures: stated('S', 'median OS 23.7 months in training, 16.0 months in validation') },
  ],
  locoregionalRadiotherapy: [],
};
