import type { GuidelineComparison } from '@tumor-board/knowledge';
import { alternative, proposed } from '../input/case-reading.js';
import type { PanelInput } from '../input/panel-input.js';
import type { Draft } from '../opinion/claim.js';
import { argueFor, listed, raise } from '../opinion/draft.js';
import { rule } from './rules.js';

const named = (guidelines: readonly GuidelineComparison[]): string =>
  listed(guidelines.map(({ guideline, grades }) => `${guideline}${grades.length === 0 ? '' : ` (${grades.join(', ')})`}`));

/** The guidelines that support the proposed step, and those whose position is another one. A silent one is not against it. */
export function onGuidelines(input: PanelInput): Draft[] {
  const step = proposed(input);
  const { guidelines } = input.outlook;
  const agreeing = guidelines.filter(({ position }) => position === 'agrees');
  const differing = guidelines.filter(({ position }) => position === 'differs');
  const [first] = differing;
  const drafts: Draft[] = [];
  if (agreeing.length > 0) {
    const evidence = agreeing.flatMap((one) => one.evidence);
    drafts.push(argueFor(step, `Guidelines that support it: ${named(agreeing)}.`, { rule: rule('guidelines'), evidence }));
  }
  if (first !== undefined) {
    const evidence = differing.flatMap((one) => one.evidence);
    const grounds = { rule: rule('guidelines'), evidence };
    drafts.push(raise(step, `Guidelines that take another position: ${named(differing)}. ${first.guideline}: ${first.text}`, grounds));
    const systemicFirst = alternative(input, /^start systemic therapy first/i);
    if (systemicFirst !== undefined) drafts.push(argueFor(systemicFirst, `Systemic therapy comes first in ${named(differing)}.`, grounds));
  }
  return drafts;
}
