import { type PublishedSystem, stated } from './published-system.js';
import { withoutMetastasis } from './rule-table.js';

/** Shen L 2016 (Radiology 280:805): solitary, several in one location, several locations. Derived in metachronous disease. */
export const shen2016: PublishedSystem = {
  id: 'SHEN16',
  title: 'Image-based multilevel subdivision of the M1 category',
  citation: 'Shen L, Li W, Wang S, et al. Radiology 2016;280:805-14',
  evidence: 'shen-2016',
  reviewReference: 18,
  reviewRow: 3,
  cohort: { patients: stated('V', '1,172 at three centres'), timing: 'metachronous' },
  inputs: ['number of distant lesions', 'number of locations: bone, lung, liver, distant nodes and others'],
  classes: ['M1a', 'M1b', 'M1c'],
  computable: 'yes',
  reads: { lesionsUpTo: 2, liver: 1, organs: true },
  asks: ['sitesAreDistinct'],
  rows: [
    withoutMetastasis('SHEN16'),
    { rule: 'SHEN16/1', gives: ['M1a'], when: 'a solitary lesion', holds: ({ lesions }) => lesions === 1 },
    {
      rule: 'SHEN16/2',
      gives: ['M1b'],
      when: 'several lesions in one location',
      holds: ({ lesions, organs }) => lesions >= 2 && organs === 1,
    },
    { rule: 'SHEN16/3', gives: ['M1c'], when: 'two or more locations', holds: ({ organs }) => organs >= 2 },
  ],
  caveats: [
    stated(
      'V',
      'Derived in patients with metachronous metastases; the review lists it beside systems for de novo disease without saying so.',
    ),
    stated('V', 'Distant nodes are a location of their own in the paper; bone is one location.'),
  ],
  survival: [
    { class: 'M1b', figures: stated('S', 'HR 2.28 (95% CI 1.71-3.05) against M1a') },
    { class: 'M1c', figures: stated('S', 'HR 3.65 (95% CI 2.75-4.85) against M1a') },
  ],
  locoregionalRadiotherapy: [],
  flags: ['metachronous-cohort'],
};
