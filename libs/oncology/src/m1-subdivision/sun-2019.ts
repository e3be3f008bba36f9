import { type PublishedSystem, stated } from './published-system.js';
import { withoutMetastasis } from './rule-table.js';

export const AFTER_CHEMOTHERAPY_MISSING = 'EBV DNA after palliative chemotherapy';
export const NOT_BONE_ONLY = 'not bone-only disease';

/** Sun XS 2019 (Cancer Res Treat 51:1259): bone-only disease, lesions and EBV DNA after palliative chemotherapy. */
export const sun2019: PublishedSystem = {
  id: 'SUN19',
  title: 'Subdivision of bone-only metastasis at diagnosis',
  citation: 'Sun XS, Liang YJ, Liu SL, et al. Cancer Res Treat 2019;51:1259-68',
  evidence: 'sun-2019',
  reviewReference: 21,
  reviewRow: 6,
  cohort: { patients: stated('V', '226 with bone-only disease at one centre'), period: stated('V', '2006-2016'), timing: 'synchronous' },
  inputs: ['bone-only disease', 'number of distant lesions', 'EBV DNA detectable or not after palliative chemotherapy'],
  classes: ['low', 'intermediate', 'high'],
  computable: 'after-chemotherapy',
  reads: { lesionsUpTo: 4, liver: 1, organs: true },
  asks: ['ebvDnaAfterChemotherapy'],
  rows: [
    withoutMetastasis('SUN19'),
    {
      rule: 'SUN19/not-bone-only',
      gives: [],
      when: 'a lesion outside the bones',
      holds: ({ boneOnly }) => !boneOnly,
      doesNotApply: NOT_BONE_ONLY,
    },
    {
      rule: 'SUN19/1',
      gives: ['low'],
      when: 'bone only, at most 3 lesions, EBV DNA undetectable after palliative chemotherapy',
      holds: ({ lesions, ebvDnaAfterChemotherapy }) => lesions <= 3 && ebvDnaAfterChemotherapy === 'undetectable',
      reads: 'ebv-dna-after-chemotherapy',
    },
    {
      rule: 'SUN19/2',
      gives: ['intermediate'],
      when: 'bone only, more than 3 lesions, EBV DNA undetectable after palliative chemotherapy',
      holds: ({ lesions, ebvDnaAfterChemotherapy }) => lesions > 3 && ebvDnaAfterChemotherapy === 'undetectable',
      reads: 'ebv-dna-after-chemotherapy',
    },
    {
      rule: 'SUN19/3',
      gives: ['intermediate'],
      when: 'bone only, at most 3 lesions, EBV DNA detectable after palliative chemotherapy',
      holds: ({ lesions, ebvDnaAfterChemotherapy }) => lesions <= 3 && ebvDnaAfterChemotherapy === 'detectable',
      reads: 'ebv-dna-after-chemotherapy',
    },
    {
      rule: 'SUN19/4',
      gives: ['high'],
      when: 'bone only, more than 3 lesions, EBV DNA detectable after palliative chemotherapy',
      holds: ({ lesions, ebvDnaAfterChemotherapy }) => lesions > 3 && ebvDnaAfterChemotherapy === 'detectable',
      reads: 'ebv-dna-after-chemotherapy',
    },
  ],
  caveats: [
    stated('S', 'The limit of 3 lesions is taken from the review.'),
    stated('V', 'It cannot be assigned at diagnosis: it waits for the sample after palliative chemotherapy.'),
    stated('K', 'When EBV DNA was undetectable before treatment, an undetectable sample afterwards says nothing.'),
  ],
  survival: [
    { class: 'low', figures: stated('S', '3-year OS 80%; 5-year OS 66.7%') },
    { class: 'intermediate', figures: stated('S', '3-year OS 54.9%; 5-year OS 41.3%') },
    { class: 'high', figures: stated('S', '3-year OS 37.8%; 5-year OS 11.6%') },
  ],
  locoregionalRadiotherapy: [
    { class: 'low', claim: 'benefit', figures: stated('V', 'benefit reported') },
    { class: 'intermediate', claim: 'benefit', figures: stated('V', 'benefit reported') },
    {
      class: 'high',
      claim: 'no-benefit',
      figures: stated('V', 'no benefit reported; radiotherapy to the metastases added nothing in any group'),
    },
  ],
};
