import { texts } from '../../texts/texts.js';
import type { Evidence } from '../case-queries.js';

type Entry = Evidence['entries'][number];
type Effect = Entry['effects'][number];
type Limit = NonNullable<Entry['thresholds']>[number]['value'];
type Figure = Extract<Effect, { measure: 'median' }>['figures'][number];

/** A figure as a paper states it: `12.4`, `8 to 10`, `at most 5`, `not reached`. */
export function figureText(figure: Figure): string {
  if (typeof figure === 'number') return String(figure);
  if (typeof figure === 'string') return figure;
  if ('from' in figure) return texts.case.evidence.range(figure.from, figure.to);
  return 'atMost' in figure ? texts.case.evidence.atMost(figure.atMost) : texts.case.evidence.moreThan(figure.moreThan);
}

/** A limit in words. */
export function limitText(limit: Limit): string {
  if ('from' in limit) return texts.case.evidence.range(limit.from, limit.to);
  if ('above' in limit) return texts.case.evidence.moreThan(limit.above);
  if ('below' in limit) return texts.case.evidence.lessThan(limit.below);
  return 'atLeast' in limit ? texts.case.evidence.atLeast(limit.atLeast) : texts.case.evidence.atMost(limit.atMost);
}

/** What a study found, in one line, the groups in the order of the entry. */
export function effectText(effect: Effect): string {
  const p = effect.p === undefined ? '' : `, ${effect.p}`;
  const at = 'atYears' in effect && effect.atYears !== undefined ? texts.case.evidence.atYears(effect.atYears) : '';
  const versus = (figures: readonly Figure[]): string => figures.map(figureText).join(texts.case.evidence.against);
  switch (effect.measure) {
    case 'median':
      return `${effect.measure} ${versus(effect.figures)} ${effect.unit}${p}`;
    case 'rate':
      return `${at}${versus(effect.percent)} %${p}`;
    case 'hazard ratio':
      return `HR ${effect.estimate}${effect.ci95 === undefined ? '' : ` (95 % CI ${effect.ci95[0]}–${effect.ci95[1]})`}, ${effect.of}${texts.case.evidence.against}${effect.against}${p}`;
    case 'difference':
    case 'relative reduction':
      return `${effect.measure} ${at}${effect.approximate === true ? '≈ ' : ''}${figureText(effect.percent)} %${p}`;
    case 'comparison':
      return `${texts.case.evidence.favours(effect.favours)}${p}`;
  }
}
