import { type PublishedSystem, stated } from './published-system.js';
import { withoutMetastasis } from './rule-table.js';

/** Yao Y 2023 (Radiat Oncol 18:15): lesions, liver, baseline EBV DNA. Unassigned at exactly 62,000 copies/mL. */
export const yao2023: PublishedSystem = {
  id: 'YAO23',
  title: 'Prognostic subgroups by recursive partitioning',
  citation: 'Yao Y, Sun X, Huang H, et al. Radiat Oncol 2023;18:15. doi 10.1186/s13014-022-02168-2',
  evidence: 'yao-2023',
  reviewReference: 27,
  reviewRow: 12,
  cohort: {
    patients: stated('V', 'training 264, validation 298'),
    period: stated('V', 'training 2007-2013, validation 2014-2017'),
    timing: 'de novo',
  },
  inputs: ['number of distant lesions', 'liver involved or not', 'baseline EBV DNA, copies/mL of plasma'],
  classes: ['low', 'intermediate', 'high'],
  computable: 'yes',
  reads: { lesionsUpTo: 5, liver: 1 },
  asks: ['ebvDna'],
  ebvDnaCutOff: 62_000,
  rows: [
    withoutMetastasis('YAO23'),
    {
      rule: 'YAO23/1',
      gives: ['low'],
      when: 'at most 4 lesions, none in the liver',
      holds: ({ lesions, liverLesions }) => lesions <= 4 && liverLesions === 0,
    },
    {
      rule: 'YAO23/2',
      gives: ['intermediate'],
      when: 'at most 4 lesions, liver involved',
      holds: ({ lesions, liverLesions }) => lesions <= 4 && liverLesions > 0,
    },
    {
      rule: 'YAO23/3',
      gives: ['intermediate'],
      when: 'more than 4 lesions, EBV DNA below 62,000 copies/mL',
      holds: ({ lesions, ebvDna }) => lesions > 4 && ebvDna === 'below',
      reads: 'baseline-ebv-dna',
    },
    {
      rule: 'YAO23/4',
      gives: ['high'],
      when: 'more than 4 lesions, EBV DNA above 62,000 copies/mL',
      holds: ({ lesions, ebvDna }) => lesions > 4 && ebvDna === 'above',
      reads: 'baseline-ebv-dna',
    },
    {
      rule: 'YAO23/unassigned',
      gives: ['intermediate', 'high'],
      when: 'more than 4 lesions, EBV DNA exactly 62,000 copies/mL',
      holds: ({ lesions, ebvDna }) => lesions > 4 && ebvDna === 'at',
      reads: 'baseline-ebv-dna',
      missing: 'rule undefined at exactly 62,000 copies/mL',
    },
  ],
  caveats: [
    stated('V', 'EBV DNA of exactly 62,000 copies/mL is assigned to no group, in the paper and in the review.'),
    stated(
      'V',
      'The intermediate group contains up to 4 lesions with liver involvement, for which other papers find no benefit of radiotherapy.',
    ),
    stated('V', 'Concurrent chemotherapy during locoregional radiotherapy brought no benefit in any group (P=0.12, 0.13 and 0.3).'),
  ],
  survival: [
    { class: 'low', figures: stated('S', '3-year OS 80.4% (P<0.05)') },
    { class: 'intermediate', figures: stated('S', '3-year OS 42.0%') },
    { class: 'high', figures: stated('S', '3-year OS 20.4%') },
  ],
  locoregionalRadiotherapy: [
    { class: 'low', claim: 'benefit', figures: stated('V', 'P=0.0032') },
    { class: 'intermediate', claim: 'benefit', figures: stated('V', 'P=0.0014') },
    { class: 'high', claim: 'no-benefit', figures: stated('V', 'P=0.6') },
  ],
};
