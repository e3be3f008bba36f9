import { proposed } from '../input/case-reading.js';
import type { PanelInput } from '../input/panel-input.js';
import type { Draft } from '../opinion/claim.js';
import { argueAgainst, argueFor, listed } from '../opinion/draft.js';
import { rule } from './rules.js';

/** The guidelines that support the proposed step, and those whose position is another one. A silent one is not against it. */
export function onGuidelines(input: PanelInput): Draft[] {
  const step = proposed(input);
  const { guidelines } = input.outlook;
  const agreeing = guidelines.filter(({ position }) => position === 'agrees');
  const named = agreeing.map(({ guideline, grades }) => `${guideline}${grades.length === 0 ? '' : ` (${grades.join(', ')})`}`);
  return [
    ...(agreeing.length === 0
      ? []
      : [
          argueFor(step, `Guidelines that support it: ${listed(named)}.`, {
            rule: rule('guidelines'),
            evidence: agreeing.flatMap(({ evidence }) => evidence),
          }),
        ]),
    ...guidelines
      .filter(({ position }) => position === 'differs')
      .map(({ guideline, text, evidence }) => argueAgainst(step, `${guideline} differs: ${text}`, { rule: rule('guidelines'), evidence })),
  ];
}
