import { PRODUCT, panelRules, RECIST, REVIEW, type RuleSource } from '../rules/panel-rule.js';
import { CONTRADICTIONS } from './contradictions.js';

const contradictions = Object.fromEntries(
  CONTRADICTIONS.map(({ name, words, evidence }): [string, readonly [string, RuleSource]] => [
    name,
    [words, { source: 'checked against the review and the papers it cites', evidence, verified: true }],
  ]),
);

/** The rules that the red team argues by. */
export const { rules: RED_TEAM_RULES, rule } = panelRules('red-team', {
  ...contradictions,
  'weakest-citation': ['An argument is no stronger than its weakest citation.', PRODUCT],
  'rules-only': ['An argument that rests on rules alone has no study behind it.', PRODUCT],
  'one-lesion': ['One lesion more or less would change the class.', REVIEW],
  'one-millimetre': ['One millimetre more or less would change the category.', RECIST],
  'own-assay': ['A class that rests on a threshold of EBV DNA rests on the assay of its paper.', REVIEW],
  metachronous: [
    'Shen 2016 was derived in metachronous metastases; this case is de novo.',
    { source: 'Shen 2016', evidence: ['shen-2016'] },
  ],
  'open-items': ['A step that is proposed while items are open treats them as if they did not matter.', PRODUCT],
  'older-than-treatment': ['A status from before treatment is not the status now.', PRODUCT],
  assumed: ['What the chart does not say was read as imaged.', PRODUCT],
  'probable-lesions': ['Probable lesions count; without them the class may be another.', PRODUCT],
} as Readonly<Record<string, readonly [string, RuleSource]>>);
