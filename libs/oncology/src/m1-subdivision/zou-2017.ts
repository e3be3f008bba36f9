import { type PublishedSystem, stated } from './published-system.js';
import { withoutMetastasis } from './rule-table.js';

/** Zou X 2017 (Eur J Cancer 77:117): liver, then oligometastases against multiple lesions. The number is not known. */
export const zou2017: PublishedSystem = {
  id: 'ZOU17',
  title: 'M1 subdivisions for de novo metastatic disease',
  citation: 'Zou X, You R, Liu H, et al. Eur J Cancer 2017;77:117-26',
  evidence: 'zou-2017',
  reviewReference: 20,
  reviewRow: 5,
  cohort: {
    patients: stated('S', 'training 462, internal validation 272, external validation 243'),
    period: stated('S', '2000-2010'),
    timing: 'de novo',
  },
  inputs: ['liver involved or not', 'number of distant lesions'],
  classes: ['M1a', 'M1b', 'M1c'],
  computable: 'partly',
  reads: { lesionsUpTo: 6, liver: 1 },
  asks: ['oligometastaticMax'],
  rows: [
    withoutMetastasis('ZOU17'),
    {
      rule: 'ZOU17/1',
      gives: ['M1a'],
      when: 'oligometastases, none in the liver',
      holds: ({ liverLesions, oligometastatic }) => liverLesions === 0 && oligometastatic,
    },
    {
      rule: 'ZOU17/2',
      gives: ['M1b'],
      when: 'multiple lesions, none in the liver',
      holds: ({ liverLesions, oligometastatic }) => liverLesions === 0 && !oligometastatic,
    },
    { rule: 'ZOU17/3', gives: ['M1c'], when: 'a liver lesion', holds: ({ liverLesions }) => liverLesions > 0 },
  ],
  caveats: [stated('?', 'The number of lesions that counts as oligometastases was not found; read as some number from 1 to 5.')],
  survival: [
    { class: 'M1a', figures: stated('S', '3-year OS 54.5% to 72.8% (P<0.001 between the classes)') },
    { class: 'M1b', figures: stated('S', '3-year OS 34.3% to 41.6%') },
    { class: 'M1c', figures: stated('S', '3-year OS 22.6% to 23.6% (the review prints "22.6.0%")') },
  ],
  locoregionalRadiotherapy: [
    { class: 'M1b', claim: 'benefit', figures: stated('S', 'HR 0.61 (95% CI 0.33-0.78), P=0.005') },
    { class: 'M1c', claim: 'no-benefit', figures: stated('S', 'HR 1.81 (95% CI 0.82-4.03), P=0.144') },
  ],
};
