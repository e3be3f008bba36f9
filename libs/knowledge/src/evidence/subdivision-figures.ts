import type { PublishedSystem, Stated } from '@tumor-board/oncology';
import { comparison, type Effect, type EffectNotes, type Figure, hazardRatio, median, rateAt } from './effect.js';

/** The groups of a subdivision that reports its classes with and without radiotherapy rather than against each other. */
export const WITH_AND_WITHOUT = ['chemotherapy + locoregional radiotherapy', 'chemotherapy alone'] as const;

const P = /P[=<>]\d\.\d+/;
const MEDIAN = /([\d.]+) months(?: in (\w+))?(?: \((P[=<>][\d.]+)[^)]*\))?/g;
const RATE = /(\d+)-year OS ([\d.]+)%(?: to ([\d.]+)%)?(?:(?: with)? against ([\d.]+)%)?/;
const HAZARD = /HR ([\d.]+)(?: \(95% CI ([\d.]+)-([\d.]+)\))?(?: against (\w+))?/;

/** One figure of one class, before the classes are put side by side. */
interface ClassFigure {
  readonly measure: 'median' | `rate at ${number}`;
  readonly cohort: string | undefined;
  readonly className: string;
  readonly figure: Figure;
  readonly p: string | undefined;
  readonly readIn: string;
}

/** `S` was read in the review, everything else in the paper. */
const readIn = ({ status }: Stated, system: PublishedSystem): string => (status === 'S' ? 'liu-2023' : system.evidence);
const withP = (notes: EffectNotes, text: string): EffectNotes => {
  const p = P.exec(text)?.[0];
  return p === undefined ? notes : { ...notes, p };
};

/**
 * The survival of a subdivision as effects. The catalogue is the one home of these figures and writes them in one notation:
 * "median OS 46 months; 3-year OS 62.1% (P=0.001 between the classes)", "HR 2.28 (95% CI 1.71-3.05) against M1a".
 */
export function survivalEffects(system: PublishedSystem): readonly Effect[] {
  const figures: ClassFigure[] = [];
  const others: Effect[] = [];
  for (const { class: className, figures: statement } of system.survival) {
    for (const clause of statement.text.split('; ')) {
      const source = readIn(statement, system);
      if (clause.includes('without locoregional radiotherapy')) others.push(...withAndWithout(clause, className, source, system));
      else if (clause.startsWith('HR ')) others.push(...hazards(clause, [className, undefined], { readIn: source }));
      else figures.push(...figuresOf(clause, className, source));
    }
  }
  return [...sideBySide(figures, system.classes), ...others];
}

/** What a subdivision says about locoregional radiotherapy in each class, with its figures where it gives any. */
export const radiotherapyEffects = (system: PublishedSystem): readonly Effect[] =>
  system.locoregionalRadiotherapy.flatMap(({ class: className, claim, figures: statement }) => {
    const notes: EffectNotes = { subset: className, readIn: readIn(statement, system) };
    const known = [...rates(statement.text, notes), ...hazards(statement.text, WITH_AND_WITHOUT, notes)];
    return known.length > 0 ? known : [comparison('OS', claim === 'benefit' ? 'first group' : 'neither', withP(notes, statement.text))];
  });

/** The patients of a subdivision, by cohort where there are several. */
export const patientsOf = ({ cohort }: PublishedSystem): { of: string; n: number }[] =>
  [...cohort.patients.text.matchAll(/(?:((?:\w+ )?validation|training) )?(\d{1,3}(?:,\d{3})+|\d{2,})\b/g)].map(
    ([, of = 'all', n = '']) => ({
      of,
      n: Number(n.replaceAll(',', '')),
    }),
  );

function figuresOf(clause: string, className: string, source: string): ClassFigure[] {
  const rate = RATE.exec(clause);
  if (rate !== null) {
    const [, years, from, to] = rate;
    const figure = to === undefined ? Number(from) : { from: Number(from), to: Number(to) };
    return [{ measure: `rate at ${Number(years)}`, cohort: undefined, className, figure, p: P.exec(clause)?.[0], readIn: source }];
  }
  return [...clause.matchAll(MEDIAN)].map(([, months, cohort, p]) => ({
    measure: 'median',
    cohort,
    className,
    figure: Number(months),
    p,
    readIn: source,
  }));
}

/** One effect for each measure, cohort and source, with the figures of the classes in their order. */
function sideBySide(figures: readonly ClassFigure[], classes: readonly string[]): Effect[] {
  const keyOf = ({ measure, cohort, readIn: source }: ClassFigure): string => `${measure} ${cohort ?? ''} ${source}`;
  const keys = [...new Set(figures.map(keyOf))];
  return keys.flatMap((key) => {
    const group = figures.filter((one) => keyOf(one) === key);
    const [first] = group;
    if (first === undefined) return [];
    const values = classes.map((name) => group.find(({ className }) => className === name)?.figure ?? 'not given');
    const p = group.find((one) => one.p !== undefined)?.p;
    const notes: EffectNotes = {
      readIn: first.readIn,
      ...(first.cohort === undefined ? {} : { subset: first.cohort }),
      ...(p === undefined ? {} : { p }),
    };
    return [
      first.measure === 'median' ? median('OS', values, notes) : rateAt(Number(first.measure.replace('rate at ', '')), 'OS', values, notes),
    ];
  });
}

function withAndWithout(clause: string, className: string, source: string, system: PublishedSystem): Effect[] {
  const notes: EffectNotes = { subset: className, readIn: source };
  const known = rates(clause, notes);
  if (known.length > 0) return known;
  const claim = system.locoregionalRadiotherapy.find((one) => one.class === className)?.claim;
  return [comparison('OS', claim === 'benefit' ? 'first group' : 'neither', withP(notes, clause))];
}

function rates(text: string, notes: EffectNotes): Effect[] {
  const [, years, first, , second] = RATE.exec(text) ?? [];
  return second === undefined ? [] : [rateAt(Number(years), 'OS', [Number(first), Number(second)], withP(notes, text))];
}

function hazards(text: string, between: readonly [of: string, against: string | undefined], notes: EffectNotes): Effect[] {
  const [, estimate, low, high, named] = HAZARD.exec(text) ?? [];
  const against = named ?? between[1];
  if (estimate === undefined || against === undefined) return [];
  const ci95: readonly [number, number] | undefined = low === undefined ? undefined : [Number(low), Number(high)];
  return [hazardRatio('OS', [between[0], against], Number(estimate), ci95, withP(notes, text))];
}
