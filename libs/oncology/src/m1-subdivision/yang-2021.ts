import { type PublishedSystem, stated } from './published-system.js';
import { withoutMetastasis } from './rule-table.js';

/** Yang JH 2021 (BMC Cancer 21:534): organs and lesions, then baseline EBV DNA at 25,000 copies/mL. */
export const yang2021: PublishedSystem = {
  id: 'YANG21',
  title: 'Subdivision by tumour burden and pretreatment EBV DNA',
  citation: 'Yang JH, Sun XS, Xiao BB, et al. BMC Cancer 2021;21:534. doi 10.1186/s12885-021-08246-0',
  evidence: 'yang-2021',
  reviewReference: 23,
  reviewRow: 8,
  cohort: { patients: stated('V', '498'), timing: 'de novo' },
  inputs: ['number of organs', 'number of distant lesions', 'baseline EBV DNA, copies/mL of plasma'],
  classes: ['low', 'intermediate', 'high'],
  computable: 'yes',
  reads: { lesionsUpTo: 6, liver: 1, organs: true },
  asks: ['nodesAreAnOrgan', 'ebvDna', 'sitesAreDistinct'],
  ebvDnaCutOff: 25_000,
  rows: [
    withoutMetastasis('YANG21'),
    {
      rule: 'YANG21/1',
      gives: ['low'],
      when: 'a single organ, at most 5 lesions, EBV DNA at most 25,000 copies/mL',
      holds: ({ organs, lesions, ebvDna }) => organs === 1 && lesions <= 5 && ebvDna !== 'above',
      reads: 'baseline-ebv-dna',
    },
    {
      rule: 'YANG21/2',
      gives: ['intermediate'],
      when: 'a single organ, at most 5 lesions, EBV DNA above 25,000 copies/mL',
      holds: ({ organs, lesions, ebvDna }) => organs === 1 && lesions <= 5 && ebvDna === 'above',
      reads: 'baseline-ebv-dna',
    },
    {
      rule: 'YANG21/3',
      gives: ['high'],
      when: 'several organs, more than 5 lesions, or both',
      holds: ({ organs, lesions }) => organs >= 2 || lesions > 5,
    },
  ],
  caveats: [
    stated('V', 'The cut-off comes from a ROC curve on the authors’ own assay.'),
    stated('V', 'The preprint counts patients with a single organ in two ways, 378 and 375.'),
    stated('?', 'Whether distant nodes count as an organ is not stated.'),
  ],
  survival: [
    { class: 'low', figures: stated('S', 'OS with against without locoregional radiotherapy: P=0.039') },
    { class: 'intermediate', figures: stated('S', 'OS with against without locoregional radiotherapy: P=0.010') },
    { class: 'high', figures: stated('S', 'OS with against without locoregional radiotherapy: P=0.076') },
  ],
  locoregionalRadiotherapy: [
    { class: 'low', claim: 'benefit', figures: stated('V', 'P=0.039') },
    { class: 'intermediate', claim: 'benefit', figures: stated('V', 'P=0.010') },
    { class: 'high', claim: 'no-benefit', figures: stated('V', 'P=0.076, which does not prove that there is none') },
  ],
};
