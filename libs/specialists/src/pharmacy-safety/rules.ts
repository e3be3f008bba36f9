import { GENERAL, PRODUCT, panelRules, type RuleSource } from '../rules/panel-rule.js';

const IRAE: RuleSource = { source: 'ASCO guideline on immune-related adverse events, 2021', evidence: ['asco-irae-2021'] };

/** The rules that pharmacy and safety argue by, beside the fitness guards. */
export const { rules: PHARMACY_SAFETY_RULES, rule } = panelRules('pharmacy-safety', {
  'next-line': ['What a next line may hold is what the patient has not had and neither a guard nor the patient rules out.', PRODUCT],
  'given-against-guard': ['A therapy under way that a guard now rules out is stopped or changed, or the board says why not.', PRODUCT],
  'older-than-therapy': ['A value from before the first dose of cisplatin says nothing about what cisplatin has done since.', PRODUCT],
  'renal-zone': [
    'Between 50 and 60 mL/min of creatinine clearance the published limits for cisplatin differ; the site sets its own.',
    { source: 'consensus statements on unfitness for cisplatin', evidence: ['clinical-consensus-cisplatin', 'ahn-2016'] },
  ],
  cochlea: ['Cisplatin and dose to the cochlea add up.', GENERAL],
  'capecitabine-interactions': ['Capecitabine: warfarin, sorivudine and brivudine.', GENERAL],
  'gemcitabine-gap': ['Gemcitabine makes tissue sensitive to radiation: a gap before radiotherapy.', GENERAL],
  'immune-monitoring': ['Thyroid, cortisol, glucose and troponin at baseline and at each cycle of an anti-PD-1 agent.', GENERAL],
  'immune-event': [
    'Immune-related events: grade 1 continues, grade 2 holds, grade 3 holds with steroids, grade 4 stops for good but for a replaced endocrinopathy.',
    IRAE,
  ],
  'added-toxicity': [
    'What an anti-PD-1 agent adds to severe toxicity in the first line is known for all events together, not for immune-related ones.',
    { source: 'comparison of three first-line trials', evidence: ['later/grade-3-events'] },
  ],
  'haematology-before-cycle': ['Neutrophils of 1.5 × 10⁹/L and platelets of 100 × 10⁹/L or more on day 1.', GENERAL],
} as const);
