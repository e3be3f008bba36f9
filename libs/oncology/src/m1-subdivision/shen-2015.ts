import { type PublishedSystem, stated } from './published-system.js';
import { withoutMetastasis } from './rule-table.js';

/** Shen LJ 2015 (Chin J Cancer 34:450): lesions of the liver, then lesions elsewhere. */
export const shen2015: PublishedSystem = {
  id: 'SHEN15',
  title: 'Subdivision of the M category in synchronous metastasis',
  citation: 'Shen LJ, Wang SY, Xie GF, et al. Chin J Cancer 2015;34:450-8. doi 10.1186/s40880-015-0031-9',
  evidence: 'shen-2015',
  reviewReference: 16,
  reviewRow: 1,
  cohort: { patients: stated('V', '505 at one centre'), period: stated('V', '2000-2009'), timing: 'synchronous' },
  inputs: ['number of distant lesions (one or more)', 'number of liver lesions'],
  classes: ['M1a', 'M1b', 'M1c'],
  computable: 'yes',
  reads: { lesionsUpTo: 2, liver: 2 },
  asks: [],
  rows: [
    withoutMetastasis('SHEN15'),
    {
      rule: 'SHEN15/1',
      gives: ['M1a'],
      when: 'a single lesion, outside the liver',
      holds: ({ lesions, liverLesions }) => liverLesions === 0 && lesions === 1,
    },
    {
      rule: 'SHEN15/2',
      gives: ['M1b'],
      when: 'a single liver lesion, with or without others',
      holds: ({ liverLesions }) => liverLesions === 1,
    },
    {
      rule: 'SHEN15/3',
      gives: ['M1b'],
      when: 'several lesions, all outside the liver',
      holds: ({ lesions, liverLesions }) => liverLesions === 0 && lesions >= 2,
    },
    { rule: 'SHEN15/4', gives: ['M1c'], when: 'several liver lesions', holds: ({ liverLesions }) => liverLesions >= 2 },
  ],
  caveats: [
    stated(
      'V',
      'The paper defines M1b with "and/or"; the review prints "or", which would leave one liver lesion with others unclassified.',
    ),
    stated('V', 'The authors left 1 of the 505 patients unspecified (74, 296 and 134 in the three classes).'),
  ],
  survival: [
    { class: 'M1a', figures: stated('S', 'median OS 46 months; 3-year OS 62.1% (P=0.001 between the classes)') },
    { class: 'M1b', figures: stated('S', 'median OS 25.1 months; 3-year OS 36.1%') },
    { class: 'M1c', figures: stated('S', 'median OS 18.3 months; 3-year OS 17.9%') },
  ],
  locoregionalRadiotherapy: [],
};
