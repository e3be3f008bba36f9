import { PRODUCT, panelRules, REVIEW } from '../rules/panel-rule.js';

/** The rules that medical oncology argues by. */
export const { rules: MEDICAL_ONCOLOGY_RULES, rule } = panelRules('medical-oncology', {
  'no-delay': ['In symptomatic disease the first cycle is not put off for what can be obtained beside it.', REVIEW],
  cycles: ['Four to six cycles come before locoregional radiotherapy; more than six bring no gain.', REVIEW],
  'later-line': ['The evidence of the strategy is of the first line; in a later line it does not carry over.', PRODUCT],
  'without-anti-pd1': ['Where no anti-PD-1 agent may be given, gemcitabine with platinum stands alone.', REVIEW],
  carboplatin: [
    'Carboplatin stands in for cisplatin where it is unfit; one phase 3 trial with an anti-PD-1 agent allowed it.',
    { source: 'AK105-304', evidence: ['ak105-304'] },
  ],
  'maintenance-duration': [
    'Maintenance with an anti-PD-1 agent was given for at most two years; the best duration is not known.',
    { source: 'JUPITER-02', evidence: ['jupiter-02-final'] },
  ],
  'maintenance-combination': ['Capecitabine and an anti-PD-1 agent together as maintenance are unproven.', REVIEW],
  'capecitabine-level': [
    'A retrospective series saw the gain from capecitabine maintenance at EBV DNA of at most 30,000 copies/mL before treatment.',
    { source: 'Sun 2020', evidence: ['sun-2020-capecitabine'] },
  ],
  'radiotherapy-after-anti-pd1': [
    'After chemotherapy with an anti-PD-1 agent, radiotherapy now or at progression has no randomised answer; maintenance goes on either way.',
    { source: 'NCT07235319', evidence: ['nct07235319'] },
  ],
  guidelines: ['The position of each guideline is shown beside the step; a guideline that says nothing of it is not against it.', PRODUCT],
  'ended-early': ['Therapy that ended before four cycles leaves the induction unfinished.', PRODUCT],
  'marker-after-three': ['EBV DNA that has not cleared after three cycles is brought to the board.', PRODUCT],
} as const);
