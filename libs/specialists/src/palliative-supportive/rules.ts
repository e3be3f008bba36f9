import { GENERAL, PRODUCT, panelRules } from '../rules/panel-rule.js';

/** The rules that palliative and supportive care argue by. */
export const { rules: PALLIATIVE_SUPPORTIVE_RULES, rule } = panelRules('palliative-supportive', {
  'ecog-radical': ['Radical radiotherapy asks for ECOG 0 to 1.', PRODUCT],
  'ecog-systemic': [
    'The first-line trials are of patients fit for platinum; ECOG 2 is individualised, ECOG 3 is the board’s choice, ECOG 4 is supportive care.',
    PRODUCT,
  ],
  wish: ['Nothing is proposed against the recorded wish of the patient.', PRODUCT],
  'wish-not-understood': ['A wish that no rule can read blocks nothing and must be read by a person.', PRODUCT],
  burden: ['Toxicity of grade 2 or more that has not resolved is weighed against the next step.', PRODUCT],
  involve: ['Palliative care is part of the team from progression, ECOG 2 or a symptom burden on.', PRODUCT],
  'radiotherapy-support': [
    'Radiotherapy of head and neck needs support: mucositis, swallowing, weight loss of 10 % or more; no break of more than 5 days.',
    GENERAL,
  ],
  emergency: [
    'Cord compression, a threatened airway, bleeding of grade 3 or more, raised intracranial pressure, hypercalcaemia, threatened carotid rupture and temporal lobe necrosis go ahead of the queue.',
    GENERAL,
  ],
  death: ['A case that has ended by death has no treatment step.', PRODUCT],
} as const);
