import { PRODUCT, panelRules } from '../rules/panel-rule.js';

/** The rules that the trials agent argues by. */
export const { rules: CLINICAL_TRIALS_RULES, rule } = panelRules('clinical-trials', {
  match: ['A match is not eligibility: the trial’s own team decides; criteria are kept literally.', PRODUCT],
  open: ['A criterion that the record leaves open is not failed.', PRODUCT],
  'not-met': ['A criterion that is not met excludes, as long as it is not met.', PRODUCT],
  agent: ['A trial is not offered where a guard or the patient rules out the agent that it gives.', PRODUCT],
  'not-read': ['A trial whose criteria were not read is not matched.', PRODUCT],
  reported: [
    'A trial that has reported takes no patients and is not offered; its status comes from a register, never from a review.',
    PRODUCT,
  ],
  'screen-first': ['A trial is screened before each change of treatment, because treatment can close it.', PRODUCT],
} as const);
