import { IRECIST, PRODUCT, panelRules, RECIST, REVIEW } from '../rules/panel-rule.js';

/** The rules that radiology argues by. */
export const { rules: RADIOLOGY_RULES, rule } = panelRules('radiology', {
  measurable: [
    'A target measures at least 10 mm in its longest diameter, a node 15 mm in its short axis; sclerotic bone is not measurable.',
    RECIST,
  ],
  'target-count': ['At most 5 targets, at most 2 of them in one organ; nodes together are one organ.', RECIST],
  'baseline-age': ['The baseline is at most 4 weeks older than the start of therapy.', RECIST],
  'same-targets': ['Targets and non-target disease are those of the baseline, at every scan.', RECIST],
  arithmetic: ['PR is 30 % or more below the baseline sum; PD is 20 % or more and 5 mm or more above the smallest sum.', RECIST],
  reported: ['A reported category that the measurements do not give is settled by the radiologist before it is used.', PRODUCT],
  'new-lesion': ['Only an unequivocal new lesion is progression.', RECIST],
  confirmation: [
    'A first progression under an anti-PD-1 agent is confirmed 4 to 8 weeks later by more of what progressed, by another new lesion, or by progression of what had not.',
    IRECIST,
  ],
  certainty: ['A probable lesion counts and is flagged; an equivocal one leaves the class open.', PRODUCT],
  count: ['A count that is not exact is a minimum: it settles only the limits that the minimum already exceeds.', PRODUCT],
  'treated-lesion': ['An ablated or irradiated lesion is no target; its shrinkage is not response.', RECIST],
  'bone-only': [
    'Disease without measurable targets, as sclerotic bone alone, can never be a partial response; another gate is needed.',
    REVIEW,
  ],
} as const);
