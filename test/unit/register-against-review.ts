import { type Effect, type EvidenceEntry, evidenceSource, type Figure, type Limit } from '@tumor-board/knowledge';
import type { ReviewText } from './review-text.js';

/** The numbers printed in a text, thousands without their commas. `M1a`, `PFS2` and "95% CI" hold none that is a figure. */
export const numbersIn = (text: string): number[] =>
  [...text.replaceAll(/\bM[01][a-d]?\b|\bPFS2\b|\(95% CI\)|\bset \d|NCT\d+|TNM-\d/gi, '').matchAll(/\d+(?:,\d{3})+|\d+(?:\.\d+)?/g)].map(
    ([digits]) => Number(digits.replaceAll(',', '')),
  );

const ofFigure = (figure: Figure): number[] =>
  typeof figure === 'number' ? [figure] : typeof figure === 'string' ? [] : (Object.values(figure) as number[]);
const ofLimit = (limit: Limit): number[] => [...new Set(Object.values(limit) as number[])];

/** Every number of one effect. */
export function numbersOf(effect: Effect): number[] {
  const p = effect.p === undefined ? [] : numbersIn(effect.p);
  switch (effect.measure) {
    case 'median':
      return [...effect.figures.flatMap(ofFigure), ...p];
    case 'rate':
      return [...(effect.atYears === undefined ? [] : [effect.atYears]), ...effect.percent.flatMap(ofFigure), ...p];
    case 'hazard ratio':
      return [effect.estimate, ...(effect.ci95 ?? []), ...p];
    case 'difference':
    case 'relative reduction':
      return [...(effect.atYears === undefined ? [] : [effect.atYears]), ...ofFigure(effect.percent), ...p];
    case 'comparison':
      return p;
  }
}

const inReview = (entry: EvidenceEntry): Effect[] => entry.effects.filter((effect) => effect.readIn === 'liu-2023');
/** A cell as the register reads it: with the misprints of its row corrected. */
const corrected = (cell: string, entry: EvidenceEntry): string =>
  entry.corrections.filter(({ kind }) => kind === 'misprint').reduce((text, { printed, readAs }) => text.replaceAll(printed, readAs), cell);

/** Nothing when a cell prints exactly these numbers in this order: a figure of one group is not that of another. */
function same(what: string, entry: EvidenceEntry, cell: string, numbers: readonly number[]): string[] {
  const printed = numbersIn(corrected(cell, entry)).join(' ');
  const held = numbers.join(' ');
  return printed === held ? [] : [`${entry.id}: ${what} printed ${printed}, held ${held}`];
}

const referencesOf = (entry: EvidenceEntry): number[] => entry.sources.flatMap((id) => evidenceSource(id).reviewReference ?? []);

/** A row prints the time once where several rates of one time follow each other. */
function underOneHeading(effect: Effect, previous: Effect | undefined): Effect {
  if (effect.measure !== 'rate' || previous?.measure !== 'rate') return effect;
  if (effect.endpoint !== previous.endpoint || effect.atYears !== previous.atYears) return effect;
  const { atYears: _, ...rest } = effect;
  return rest;
}

/** What of an entry is not as its row of the review prints it: both ways, so that nothing is left out either. */
export function differsFromRow(entry: EvidenceEntry, review: ReviewText): string[] {
  if (entry.place.in !== 'table') return [];
  const { table, row } = entry.place;
  const cells = review.tables[table][row - 1];
  if (cells === undefined) return [`${entry.id}: there is no such row`];
  const [name = '', second = '', third = '', fourth = '', fifth = '', sixth = ''] = cells;
  const patients = entry.patients.map(({ n }) => n);
  const effects = inReview(entry).flatMap((effect, index, all) => numbersOf(underOneHeading(effect, all[index - 1])));
  const ps = inReview(entry).flatMap(({ p }) => (p === undefined || cells.some((cell) => cell.includes(p)) ? [] : [`${entry.id}: ${p}`]));
  const misprints = entry.corrections.flatMap(({ kind, printed }) =>
    kind === 'inconsistency' || cells.some((cell) => cell.includes(printed)) ? [] : [`${entry.id}: "${printed}" is not printed`],
  );
  const common = [...ps, ...misprints];
  const marks = same('references', entry, name.replace(/^[^(]*/, ''), referencesOf(entry));
  switch (table) {
    case 2:
    case 3:
      return [
        ...common,
        ...marks,
        ...same('years', entry, second, entry.years),
        ...same('patients', entry, fourth, patients),
        ...same('effects', entry, fifth, effects),
      ];
    case 5:
      return [
        ...common,
        ...marks,
        ...same('period', entry, second, entry.period ?? []),
        ...same('patients', entry, fourth, patients),
        ...same('effects', entry, fifth, effects),
      ];
    case 6:
      return [
        ...common,
        ...marks,
        ...same('period', entry, second, entry.period ?? []),
        ...(entry.design === third.toLowerCase() ? [] : [`${entry.id}: ${third}`]),
        ...same('patients', entry, fifth, patients),
        ...same('effects', entry, sixth, effects),
      ];
    case 4:
      return [...common, ...(name === entry.registration ? [] : [`${entry.id}: ${name}`]), ...same('enrolment', entry, second, patients)];
    case 7:
      return [...common, ...(name === entry.registration ? [] : [`${entry.id}: ${name}`]), ...same('enrolment', entry, third, patients)];
  }
}

/** The numbers of an entry that the paragraph which it names does not print. */
export function notInParagraph(entry: EvidenceEntry, review: ReviewText): string[] {
  if (entry.place.in !== 'text') return [];
  const { section, paragraph } = entry.place;
  const text = review.paragraphs[section][paragraph - 1];
  if (text === undefined) return [`${entry.id}: there is no such paragraph`];
  const printed = new Set(numbersIn(text));
  const held = [
    ...inReview(entry).flatMap(numbersOf),
    ...(entry.thresholds ?? []).flatMap(({ value, what }) => [...ofLimit(value), ...numbersIn(what)]),
    ...entry.patients.flatMap(({ n, of }) => [n, ...numbersIn(of)]),
    ...[...(entry.says ?? []), ...entry.groups, entry.population.detail ?? ''].flatMap(numbersIn),
  ];
  const ps = inReview(entry).flatMap(({ p }) => (p === undefined || text.includes(p) ? [] : [`${entry.id}: ${p}`]));
  return [...held.filter((number) => !printed.has(number)).map((number) => `${entry.id}: ${number} is not printed there`), ...ps];
}

/** Numbers in what is said of an entry from the review alone that the review nowhere prints. */
export function notInReview(entry: EvidenceEntry, review: ReviewText): string[] {
  const printed = new Set(numbersIn(review.whole));
  return entry.caveats
    .filter(({ confidence }) => confidence === 'S')
    .flatMap(({ text }) => numbersIn(text))
    .filter((number) => !printed.has(number))
    .map((number) => `${entry.id}: ${number} is not printed`);
}
