import { PRODUCT, panelRules, REVIEW } from '../rules/panel-rule.js';

/** The rules that pathology and virology argue by. */
export const { rules: PATHOLOGY_VIROLOGY_RULES, rule } = panelRules('pathology-virology', {
  keratinising: ['The rules on EBV DNA and the trials of anti-PD-1 agents are of non-keratinising carcinoma.', REVIEW],
  'eber-positive': ['In an EBER-positive tumour plasma EBV DNA follows the tumour, by one assay at a time.', REVIEW],
  'eber-unknown': ['Until EBER is known every finding that reads EBV DNA is provisional.', PRODUCT],
  'one-assay': [
    'Results of different assays, units or specimens are not compared: laboratories differ by half a power of ten and more.',
    { source: 'Le QT 2013 Clin Cancer Res 19:2208; Hayden 2008 J Clin Microbiol' },
  ],
  'near-threshold': [
    'A value less than two-fold from a threshold is near the boundary: the class may be another on the next sample.',
    PRODUCT,
  ],
  'own-assay': ['A threshold in copies/mL belongs to the assay of its paper.', REVIEW],
  'old-baseline': ['A baseline sample more than 28 days older than the first treatment is flagged.', PRODUCT],
  'undetectable-baseline': ['EBV DNA that was not detected before treatment cannot show a response.', PRODUCT],
  'weekly-sampling': [
    'The cut-off of 7 days comes from weekly samples of metastatic and recurrent patients; sparser sampling does not reproduce it.',
    { source: 'Wang WY 2010', evidence: ['wang-2010'], verified: false },
  ],
  unconfirmed: ['Clearance on one sample waits for a second one.', PRODUCT],
  'detection-limit': ['A result without its limit of detection bounds nothing.', PRODUCT],
} as const);
