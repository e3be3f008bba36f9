import { type PublishedSystem, stated } from './published-system.js';
import { withoutMetastasis } from './rule-table.js';

export const MACHINE_MISSING = 'SVM model not published in readable form';

/** Jiang R 2016 (Oncotarget 7:3645): a support vector machine over ten variables; only its authors can apply it. */
export const jiang2016: PublishedSystem = {
  id: 'JIANG16',
  title: 'Ten-signature classifier by support vector machine',
  citation: 'Jiang R, You R, Pei XQ, et al. Oncotarget 2016;7:3645-57',
  evidence: 'jiang-2016',
  reviewReference: 17,
  reviewRow: 2,
  cohort: { patients: stated('V', '347'), period: stated('V', '2000-2010'), timing: 'synchronous' },
  inputs: ['three clinical parameters (names not verified)', 'seven haematological markers (names not verified)'],
  classes: ['M1a', 'M1b'],
  computable: 'externally',
  reads: { lesionsUpTo: 1, liver: 0 },
  asks: ['machineAnswer'],
  rows: [
    withoutMetastasis('JIANG16'),
    { rule: 'JIANG16/1', gives: ['M1a'], when: 'the classifier answers M1a', holds: ({ machineAnswer }) => machineAnswer === 'M1a' },
    { rule: 'JIANG16/2', gives: ['M1b'], when: 'the classifier answers M1b', holds: ({ machineAnswer }) => machineAnswer === 'M1b' },
  ],
  caveats: [
    stated('V', 'Three clinical and seven haematological variables were chosen from 11 clinical and 30 blood markers.'),
    stated(
      '?',
      'The names, scaling, kernel and weights were not found in a readable text; the class can only be reported by a centre that has the model.',
    ),
  ],
  survival: [
    { class: 'M1a', figures: stated('S', '2-year OS 71.4% (P<0.001 between the classes)') },
    { class: 'M1b', figures: stated('S', '2-year OS 18.8%') },
    { class: 'M1a', figures: stated('V', 'median OS 38.0 months') },
    { class: 'M1b', figures: stated('V', 'median OS 13.8 months; HR 3.45 against M1a') },
  ],
  locoregionalRadiotherapy: [
    { class: 'M1a', claim: 'benefit', figures: stated('V', '5-year OS 47.0% with against 10.0% without') },
    { class: 'M1b', claim: 'no-benefit', figures: stated('V', '5-year OS 12.0% with against 3.0% without, P=0.101') },
  ],
};
