import { GENERAL, PRODUCT, panelRules, REVIEW } from '../rules/panel-rule.js';

/** Days after the last cycle of chemotherapy before which FDG uptake is not read. */
export const PET_AFTER_CHEMOTHERAPY_DAYS = 10;
/** Days after radiotherapy before which FDG uptake is not read: 8 weeks, to 12 weeks. */
export const PET_AFTER_RADIOTHERAPY_DAYS = 56;

/** The rules that nuclear medicine argues by. */
export const { rules: NUCLEAR_MEDICINE_RULES, rule } = panelRules('nuclear-medicine', {
  'pet-after-chemotherapy': [`FDG PET is read ${PET_AFTER_CHEMOTHERAPY_DAYS} days or more after chemotherapy.`, GENERAL],
  'pet-after-radiotherapy': ['FDG PET is read 8 to 12 weeks after radiotherapy.', GENERAL],
  'not-imaged': ['An organ that was not imaged is not an organ without metastases.', PRODUCT],
  'bone-type': [
    'Sclerotic bone lesions are not measurable; lytic or mixed ones only with a soft-tissue part of 10 mm or more.',
    { ...GENERAL, source: 'RECIST 1.1 (Eisenhauer 2009)', evidence: ['eisenhauer-2009'] },
  ],
  'pet-score': [
    'The PET-CT score of Qiu 2022 is not published in a form that can be computed; a reported one is shown as reported.',
    { source: 'Qiu 2022', evidence: ['qiu-2022'] },
  ],
  'outside-targets': [
    'Where marker and scan part, disease is looked for outside the measured lesions.',
    { source: 'Tang 2013', evidence: ['tang-2013-pet'] },
  ],
  'equivocal-new': ['An equivocal lesion that is new: uptake on FDG PET, absent before, speaks for a metastasis.', GENERAL],
  'marker-and-extent': [
    'High EBV DNA went with distant metastases at diagnosis; it does not say in which organ, and the level is that of one assay.',
    { source: 'Chen C 2021', evidence: ['chen-2021-m1-risk'] },
  ],
  'bone-local': ['Whether radiotherapy of bone metastases helps turns on their type.', REVIEW],
} as const);
