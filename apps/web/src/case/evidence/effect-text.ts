import { texts } from '../../texts/texts.js';
import type { Evidence } from '../case-queries.js';

const said = texts.case.evidence;

type Entry = Evidence['entries'][number];
type Effect = Entry['effects'][number];
type Limit = NonNullable<Entry['thresholds']>[number]['value'];
type Figure = Extract<Effect, { measure: 'median' }>['figures'][number];

/** A figure as a paper states it: `12.4`, `8 to 10`, `at most 5`, `not reached`. */
export function figureText(figure: Figure): string {
  if (typeof figure === 'number') return String(figure);
  if (typeof figure === 'string') return said.notReached;
  if ('from' in figure) return said.range(figure.from, figure.to);
  return 'atMost' in figure ? said.atMost(figure.atMost) : said.moreThan(figure.moreThan);
}

/** A limit in words. */
export function limitText(limit: Limit): string {
  if ('from' in limit) return said.range(limit.from, limit.to);
  if ('above' in limit) return said.moreThan(limit.above);
  if ('below' in limit) return said.lessThan(limit.below);
  return 'atLeast' in limit ? said.atLeast(limit.atLeast) : said.atMost(limit.atMost);
}

/** What was not reached has no unit. */
const unitOf = ({ figures, unit }: Extract<Effect, { measure: 'median' }>): string =>
  typeof figures.at(-1) === 'string' ? '' : ` ${said.units[unit]}`;

/** What a study found, in one line, the groups in the order of the entry. */
export function effectText(effect: Effect): string {
  const p = effect.p === undefined ? '' : `, ${effect.p}`;
  const at = 'atYears' in effect && effect.atYears !== undefined ? said.atYears(effect.atYears) : '';
  const versus = (figures: readonly Figure[]): string => figures.map(figureText).join(said.against);
  switch (effect.measure) {
    case 'median':
      return `${said.measures[effect.measure]} ${versus(effect.figures)}${unitOf(effect)}${p}`;
    case 'rate':
      return `${at}${versus(effect.percent)} %${p}`;
    case 'hazard ratio':
      return `${said.hazardRatio(effect.estimate, effect.ci95)}, ${effect.of}${said.against}${effect.against}${p}`;
    case 'difference':
    case 'relative reduction':
      return `${said.measures[effect.measure]} ${at}${effect.approximate === true ? '≈ ' : ''}${figureText(effect.percent)} %${p}`;
    case 'comparison':
      return `${said.favours(effect.favours)}${p}`;
  }
}
