import type { Reason } from '@tumor-board/kernel';
import type { NextStep } from '../assessment.js';
import { blockedOptions } from './blocked-options.js';
import type { PathwayRule, StepDetails, Support } from './rule.js';
import type { Situation } from './situation.js';

/** The supports of a rule's conditions in order, or undefined when one of them does not hold. */
function supportsOf(rule: PathwayRule, situation: Situation): Support[] | undefined {
  const supports: Support[] = [];
  for (const condition of rule.when) {
    const support = condition.test(situation);
    if (support === undefined) return undefined;
    supports.push(support);
  }
  return supports;
}

/**
 * The step that the table proposes for a situation: the first row that holds. A table ends with a row that always
 * holds, so there is always a proposal.
 */
export function nextStep(rules: readonly PathwayRule[], situation: Situation): NextStep {
  for (const rule of rules) {
    const supports = supportsOf(rule, situation);
    if (supports !== undefined) return propose(rule, supports, situation);
  }
  throw new Error('a pathway table must end with a row that always holds');
}

function propose(rule: PathwayRule, supports: readonly Support[], situation: Situation): NextStep {
  const because: Reason[] = rule.when.map((condition, index) => {
    const support = supports[index] as Support;
    const text = support.text === undefined ? condition.words : `${condition.words}: ${support.text}`;
    return { text, facts: support.facts, rule: rule.id };
  });
  because.push({ text: rule.rationale, facts: [], rule: rule.id, evidence: rule.evidence });
  const details: StepDetails = rule.details?.(situation) ?? {};
  if (details.because !== undefined) because.push(...details.because);
  const evidence = new Set(rule.evidence);
  for (const reason of details.because ?? []) for (const id of reason.evidence ?? []) evidence.add(id);
  return {
    code: rule.step,
    title: rule.title,
    because,
    alternatives: details.alternatives ?? [],
    blocked: blockedOptions(situation),
    needs: details.needs ?? [],
    evidence: [...evidence],
    ...(details.regimen === undefined ? {} : { regimen: details.regimen }),
    ...(details.ablation === undefined ? {} : { ablation: details.ablation }),
    ...(details.doseGy === undefined ? {} : { doseGy: details.doseGy }),
    ...(details.concurrent === undefined ? {} : { concurrent: details.concurrent }),
  };
}
