import type { Effect, Figure } from './effect.js';

const figureText = (figure: Figure, unit: string): string => {
  if (typeof figure === 'number') return `${figure}${unit}`;
  if (typeof figure === 'string') return figure;
  if ('from' in figure) return `${figure.from} to ${figure.to}${unit}`;
  return 'atMost' in figure ? `at most ${figure.atMost}${unit}` : `more than ${figure.moreThan}${unit}`;
};

const sideBySide = (groups: readonly string[], figures: readonly Figure[], unit: string): string =>
  figures
    .map((figure, index) => (groups.length === 1 ? figureText(figure, unit) : `${groups[index] ?? ''} ${figureText(figure, unit)}`))
    .join(', ');

/** An effect as one line, its figures beside the groups that they are of: `M1a: 3-year OS: A 77%, B 55% (P=0.00033)`. */
export function effectText(effect: Effect, groups: readonly string[]): string {
  const before = effect.subset === undefined ? '' : `${effect.subset}: `;
  const after = effect.p === undefined ? '' : ` (${effect.p})`;
  return `${before}${figuresText(effect, groups)}${after}`;
}

function figuresText(effect: Effect, groups: readonly string[]): string {
  const { endpoint } = effect;
  switch (effect.measure) {
    case 'median':
      return `median ${endpoint}: ${sideBySide(groups, effect.figures, ` ${effect.unit}`)}`;
    case 'rate':
      return `${atYears(effect.atYears)}${endpoint}: ${sideBySide(groups, effect.percent, '%')}`;
    case 'hazard ratio': {
      const interval = effect.ci95 === undefined ? '' : ` (95% CI ${effect.ci95[0]} to ${effect.ci95[1]})`;
      return `${endpoint}: hazard ratio ${effect.estimate}${interval}, ${effect.of} against ${effect.against}`;
    }
    case 'difference':
      return `${atYears(effect.atYears)}${endpoint}: ${effect.approximate === true ? 'about ' : ''}${figureText(effect.percent, ' percentage points')} better`;
    case 'relative reduction':
      return `${endpoint}: risk lower by ${figureText(effect.percent, '%')}`;
    case 'comparison':
      return `${endpoint}: ${favourText(effect.favours, groups)}`;
  }
}

const atYears = (years: number | undefined): string => (years === undefined ? '' : `${years}-year `);

function favourText(favours: 'first group' | 'second group' | 'neither', groups: readonly string[]): string {
  switch (favours) {
    case 'first group':
      return `better with ${groups[0] ?? 'the first group'}`;
    case 'second group':
      return `better with ${groups[1] ?? 'the second group'}`;
    case 'neither':
      return 'no difference shown';
  }
}
