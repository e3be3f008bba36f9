import { GENERAL, PRODUCT, panelRules, REVIEW } from '../rules/panel-rule.js';

/** The rules that radiation oncology argues by. */
export const { rules: RADIATION_ONCOLOGY_RULES, rule } = panelRules('radiation-oncology', {
  dose: [
    'Locoregional radiotherapy is given to 66 to 70 Gy; below 50 Gy there was no benefit, from 50 to 65 Gy nothing is established.',
    REVIEW,
  ],
  'dose-to-metastases': ['Radiotherapy of a metastasis aims at an EQD2 of at least 60 Gy (α/β 10 Gy), on retrospective evidence.', REVIEW],
  'bone-dose': ['In bone-only disease one series found no effect of the dose, another a gain from radical doses: not settled.', REVIEW],
  'bone-fraction': [
    'Small fractions held bone lesions better. Radical doses lowered relapse in sclerotic bone lesions, not in lytic ones or those with soft tissue.',
    { source: 'Li 2020', evidence: ['li-2020-bone'] },
  ],
  liver: [
    'Liver metastases: one cohort found no gain from locoregional radiotherapy, another a gain in a group that holds some of them; the recommendation has no guard for the liver.',
    REVIEW,
  ],
  'earlier-fields': ['Radiotherapy already given is summed with what is planned before a field is drawn.', PRODUCT],
  recovery: ['Radiotherapy begins when toxicity has come down to grade 1 or less.', PRODUCT],
  'concurrent-cisplatin': [
    'Whether cisplatin during radiotherapy adds anything after induction is not settled: one series says yes, another no.',
    REVIEW,
  ],
  'after-anti-pd1': [
    'No randomised result says whether locoregional radiotherapy after chemotherapy with an anti-PD-1 agent is better now or at progression.',
    { source: 'NCT07235319', evidence: ['nct07235319'] },
  ],
  systems: [
    'The published subdivisions say different things about radiotherapy for the same case; they are compared, never merged.',
    REVIEW,
  ],
  palliative: ['Palliative radiotherapy for symptoms stays open whatever the response.', REVIEW],
  'linear-quadratic': ['Above about 10 Gy a fraction the linear-quadratic model overestimates the dose.', GENERAL],
} as const);
