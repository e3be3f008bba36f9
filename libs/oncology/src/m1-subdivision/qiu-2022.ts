import { type PublishedSystem, stated } from './published-system.js';
import { withoutMetastasis } from './rule-table.js';

export const PET_CT_SCORE_MISSING = 'PET-CT parameter score (formula and cut-off not verified)';

/** Qiu HZ 2022 (Ther Adv Med Oncol 14): PET-CT parameter score, then liver or EBV DNA. The score cannot be recomputed. */
export const qiu2022: PublishedSystem = {
  id: 'QIU22',
  title: 'M1 subdivisions by FDG PET-CT parameters',
  citation: 'Qiu HZ, Zhang X, Liu SL, et al. Ther Adv Med Oncol 2022;14:17588359221118785',
  evidence: 'qiu-2022',
  reviewReference: 26,
  reviewRow: 11,
  cohort: { patients: stated('V', '586 with FDG PET-CT before palliative chemotherapy'), timing: 'de novo' },
  inputs: ['PET-CT parameter score low or high', 'liver involved or not', 'baseline EBV DNA low or high'],
  classes: ['M1a', 'M1b', 'M1c'],
  computable: 'externally',
  reads: { lesionsUpTo: 1, liver: 1 },
  asks: ['petCtScore', 'ebvDna'],
  unknownEbvDnaCutOff: { missing: 'Qiu EBV DNA cut-off not verified', namedWithoutSample: false },
  rows: [
    withoutMetastasis('QIU22'),
    {
      rule: 'QIU22/1',
      gives: ['M1a'],
      when: 'low PET-CT parameter score, liver not involved',
      holds: ({ petCtScore, liverLesions }) => petCtScore === 'low' && liverLesions === 0,
    },
    {
      rule: 'QIU22/2',
      gives: ['M1b'],
      when: 'low PET-CT parameter score, liver involved',
      holds: ({ petCtScore, liverLesions }) => petCtScore === 'low' && liverLesions > 0,
    },
    {
      rule: 'QIU22/3',
      gives: ['M1b'],
      when: 'high PET-CT parameter score, low EBV DNA',
      holds: ({ petCtScore, ebvDna }) => petCtScore === 'high' && ebvDna !== 'above',
      reads: 'baseline-ebv-dna',
    },
    {
      rule: 'QIU22/4',
      gives: ['M1c'],
      when: 'high PET-CT parameter score, high EBV DNA',
      holds: ({ petCtScore, ebvDna }) => petCtScore === 'high' && ebvDna === 'above',
      reads: 'baseline-ebv-dna',
    },
  ],
  caveats: [
    stated(
      'V',
      'The score is built from the number of bone metastases, the total lesion glycolysis of the locoregional lesions and the metabolic volume of distant soft-tissue metastases.',
    ),
    stated('?', 'Its weights and cut-off, the segmentation threshold and the EBV DNA cut-off were not found.'),
  ],
  survival: [
    { class: 'M1a', figures: stated('S', '3-year OS 77% with against 55% without locoregional radiotherapy, P=0.00033') },
    { class: 'M1b', figures: stated('S', '3-year OS 50% with against 48% without locoregional radiotherapy, P=0.103') },
    { class: 'M1c', figures: stated('S', '3-year OS 20% with against 22% without locoregional radiotherapy, P=0.224') },
  ],
  locoregionalRadiotherapy: [
    { class: 'M1a', claim: 'benefit', figures: stated('V', '3-year OS 77% against 55%') },
    { class: 'M1b', claim: 'no-benefit', figures: stated('S', '3-year OS 50% against 48%, P=0.103') },
    { class: 'M1c', claim: 'no-benefit', figures: stated('S', '3-year OS 20% against 22%, P=0.224') },
  ],
};
