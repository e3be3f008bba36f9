import { PRODUCT, panelRules, REVIEW } from '../rules/panel-rule.js';

/** The rules that surgery and intervention argue by. */
export const { rules: SURGERY_INTERVENTION_RULES, rule } = panelRules('surgery-intervention', {
  'upfront-choice': ['Ablation up front is for few small lesions, of liver or lung above all; how many, the site decides.', REVIEW],
  'upfront-timing': [
    'Before systemic therapy a lesion can still be found; after one or two cycles its biology is known. The review says both.',
    REVIEW,
  ],
  size: ['A lesion larger than 50 mm is not ablated up front; exactly 50 mm is not larger.', REVIEW],
  organ: ['Outside liver and lung, ablation up front has no series of its own here.', REVIEW],
  count: [
    'Local therapy of every lesion is considered within the site’s limit, and beyond it after CR or PR, where a gain was called possible, not shown.',
    REVIEW,
  ],
  'unknown-size': ['A lesion without a size cannot be judged for ablation.', PRODUCT],
  biopsy: ['A lesion that is not certain is proven before it is destroyed, when that is safe.', PRODUCT],
  'local-evidence': ['Series of local therapy are retrospective: fitter patients with less disease were chosen.', REVIEW],
  treated: ['What was treated locally is counted as treated, not as gone.', PRODUCT],
} as const);
