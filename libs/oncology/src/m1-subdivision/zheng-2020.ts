import { type PublishedSystem, stated } from './published-system.js';
import { withoutMetastasis } from './rule-table.js';

/** Zheng WH 2020 (Ann Transl Med 8:83): EBV DNA, then lesions or liver. Neither cut-off could be read. */
export const zheng2020: PublishedSystem = {
  id: 'ZHENG20',
  title: 'M1 subdivisions by radiological features and EBV DNA',
  citation: 'Zheng WH, He XJ, Chen FP, et al. Ann Transl Med 2020;8:83',
  evidence: 'zheng-2020',
  reviewReference: 22,
  reviewRow: 7,
  cohort: { patients: stated('S', 'training 613, internal validation 204'), timing: 'not stated' },
  inputs: ['baseline EBV DNA low or high', 'number of distant lesions', 'liver involved or not'],
  classes: ['M1a', 'M1b', 'M1c', 'M1d'],
  computable: 'externally',
  reads: { lesionsUpTo: 6, liver: 1 },
  asks: ['ebvDna', 'oligometastaticMax'],
  unknownEbvDnaCutOff: { missing: 'Zheng EBV DNA cut-off not verified', namedWithoutSample: true },
  rows: [
    withoutMetastasis('ZHENG20'),
    {
      rule: 'ZHENG20/1',
      gives: ['M1a'],
      when: 'low EBV DNA, oligometastases',
      holds: ({ ebvDna, oligometastatic }) => ebvDna !== 'above' && oligometastatic,
      reads: 'baseline-ebv-dna',
    },
    {
      rule: 'ZHENG20/2',
      gives: ['M1b'],
      when: 'low EBV DNA, multiple lesions',
      holds: ({ ebvDna, oligometastatic }) => ebvDna !== 'above' && !oligometastatic,
      reads: 'baseline-ebv-dna',
    },
    {
      rule: 'ZHENG20/3',
      gives: ['M1c'],
      when: 'high EBV DNA, liver not involved',
      holds: ({ ebvDna, liverLesions }) => ebvDna === 'above' && liverLesions === 0,
      reads: 'baseline-ebv-dna',
    },
    {
      rule: 'ZHENG20/4',
      gives: ['M1d'],
      when: 'high EBV DNA, liver involved',
      holds: ({ ebvDna, liverLesions }) => ebvDna === 'above' && liverLesions > 0,
      reads: 'baseline-ebv-dna',
    },
  ],
  caveats: [
    stated('?', 'The EBV DNA cut-off was not found; only an undetectable sample is certainly low.'),
    stated('?', 'The number of lesions that counts as oligometastases was not found; read as some number from 1 to 5.'),
  ],
  survival: [
    { class: 'M1a', figures: stated('S', '3-year OS 49.9% (P<0.001 between the classes)') },
    { class: 'M1b', figures: stated('S', '3-year OS 33.4%') },
    { class: 'M1c', figures: stated('S', '3-year OS 22.6%') },
    { class: 'M1d', figures: stated('S', '3-year OS 6.7%') },
  ],
  locoregionalRadiotherapy: [],
};
