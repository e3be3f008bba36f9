import type { Outlook } from '../case-queries.js';

/** Something published that speaks against the proposed step. */
export interface Objection {
  readonly text: string;
  readonly evidence: readonly string[];
}

/** The guidelines that differ and, of locoregional radiotherapy, the rule sets that report no benefit for the class of the case. */
export function againstOf({ nextStep, guidelines, systems, locoregionalRadiotherapy: { noBenefit } }: Outlook): readonly Objection[] {
  const differing = guidelines
    .filter(({ position }) => position === 'differs')
    .map(({ guideline, text, evidence }) => ({ text: `${guideline}: ${text}`, evidence }));
  if (nextStep.code !== 'locoregional-rt') return differing;
  const without = systems
    .filter(({ system }) => noBenefit.includes(system))
    .flatMap(({ system, classes, evidence }) =>
      classes.flatMap(({ class: of, locoregionalRadiotherapy: claim }) =>
        claim?.claim === 'no-benefit' ? [{ text: `${system} ${of}: ${claim.figures.text}`, evidence: [evidence] }] : [],
      ),
    );
  return [...differing, ...without];
}
