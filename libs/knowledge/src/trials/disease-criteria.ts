import { type Finding, possibleValues } from '@tumor-board/kernel';
import { type FactOf, type Lesion, lastBeforeTreatment } from '@tumor-board/oncology';
import { remainingLesions } from '../pathway/metastases.js';
import { keeps } from './patient-criteria.js';
import type { CheckedCriterion } from './trial.js';
import type { TrialSubject } from './trial-subject.js';
import { decided, lacksFact, met, notMet, type Verdict } from './verdict.js';

type Of<Kind extends CheckedCriterion['kind']> = Extract<CheckedCriterion, { kind: Kind }>;
type Chart = FactOf<'MetastasesCharted'>;

const factsOf = (finding: Finding<string>): string[] =>
  finding.status === 'classified' || finding.status === 'indeterminate' ? [...new Set(finding.because.flatMap(({ facts }) => facts))] : [];

/** Met when every value that the facts leave open is accepted, not met when none is. */
function judgeFinding(finding: Finding<string>, accepted: (value: string) => boolean, what: string): Verdict {
  const possible = possibleValues(finding);
  const text = `${what} ${possible.join(' or ') || 'not determined'}`;
  const facts = factsOf(finding);
  if (possible.length === 0 || facts.length === 0) return lacksFact(text, facts);
  if (possible.every(accepted)) return met(text, facts);
  return possible.some(accepted) ? lacksFact(text, facts) : notMet(text, facts);
}

export const judgeStage = ({ edition, groups }: Of<'stage'>, { stage }: TrialSubject): Verdict =>
  judgeFinding(stage[edition].group, (group) => groups.includes(group), `${edition} stage`);

export const judgeMetastatic = (_: Of<'metastatic'>, { stage }: TrialSubject): Verdict =>
  judgeFinding(stage['TNM-8'].m, (m) => m === 'M1', 'TNM-8');

/** Looks at the last baseline measurement: its targets are the lesions that could be measured. */
export function judgeMeasurable({ nonNodalMm, nodeMm }: Of<'measurable-disease'>, { timeline }: TrialSubject): Verdict {
  const baseline = timeline.latest('BaselineLesionsMeasured');
  if (baseline === undefined) return lacksFact('no baseline measurement');
  const facts = [baseline.id];
  const measured = baseline.targets.filter(({ state }) => state === 'measured');
  const large = measured.find(({ mm, kind }) => (mm ?? 0) >= (kind === 'node' ? nodeMm : nonNodalMm));
  if (large !== undefined) return met(`${large.lesion} measures ${large.mm ?? 0} mm`, facts);
  if (baseline.targets.some(({ state }) => state === 'not-evaluated')) return lacksFact('a target was not evaluated at baseline', facts);
  return notMet('no target of a measurable size at baseline', facts);
}

/** How many lesions the chart allows; `most` is infinite where it is open. */
interface Range {
  readonly least: number;
  readonly most: number;
}

const OPEN: Range = { least: 0, most: Number.POSITIVE_INFINITY };
const plus = (a: Range, b: Range): Range => ({ least: a.least + b.least, most: a.most + b.most });

/** An equivocal group counts nothing or its number; an inexact one at least its number. */
const rangeOf = ({ count, countIsExact, certainty }: Lesion): Range => ({
  least: certainty === 'equivocal' ? 0 : count,
  most: countIsExact ? count : Number.POSITIVE_INFINITY,
});

const organOf = ({ organ, site }: Lesion): string => (organ === 'other' ? (site ?? 'other').trim().toLowerCase() : organ);

/** The range of every organ: an organ that was not imaged is open. Other sites are open only where the chart says so. */
function rangesByOrgan({ lesions, organsImaged }: Chart): ReadonlyMap<string, Range> {
  const ranges = new Map<string, Range>();
  const add = (organ: string, range: Range): void => {
    const before = ranges.get(organ);
    ranges.set(organ, before === undefined ? range : plus(before, range));
  };
  for (const lesion of lesions) add(organOf(lesion), rangeOf(lesion));
  const { liver, lung, bone, distantNode, other } = organsImaged;
  for (const [organ, imaged] of [
    ['liver', liver],
    ['lung', lung],
    ['bone', bone],
    ['distant-node', distantNode],
    ['sites that were not imaged', other],
  ] as const) {
    if (imaged === false) add(organ, OPEN);
  }
  return ranges;
}

const inWords = ({ least, most }: Range): string =>
  most === least ? `${least}` : most === Number.POSITIVE_INFINITY ? `${least} or more` : `${least} to ${most}`;

/** Counts the chart made before any treatment. */
export function judgeLesionCount({ comparator, limit, scope }: Of<'lesion-count'>, { timeline, course }: TrialSubject): Verdict {
  const chart = lastBeforeTreatment(timeline, course, 'MetastasesCharted');
  if (chart === undefined) return lacksFact('metastases not charted before treatment');
  const byOrgan = rangesByOrgan(chart);
  const total = [...byOrgan.values()].reduce(plus, { least: 0, most: 0 });
  const judged: readonly (readonly [string, Range])[] = scope === 'total' ? [['in all', total]] : [...byOrgan];
  const text = `charted before treatment: ${judged.map(([organ, range]) => `${organ} ${inWords(range)}`).join(', ') || 'none'}`;
  if (judged.every(([, { most }]) => keeps(most, comparator, limit))) return met(text, [chart.id]);
  return judged.some(([, { least }]) => !keeps(least, comparator, limit)) ? notMet(text, [chart.id]) : lacksFact(text, [chart.id]);
}

const isBrain = ({ organ, site }: Lesion): boolean => organ === 'other' && /brain|cerebr|cerebell/i.test(site ?? '');

/** Looks at every lesion charted before treatment; the larger of charted and measured size counts (product rule). */
export function judgeLesionSize({ comparator, mm, except }: Of<'lesion-size'>, { timeline, course }: TrialSubject): Verdict {
  const chart = lastBeforeTreatment(timeline, course, 'MetastasesCharted');
  if (chart === undefined) return lacksFact('metastases not charted before treatment');
  const measured = new Map(remainingLesions(timeline, chart).lesions.map(({ lesion, sizeMm }) => [lesion.id, sizeMm]));
  const facts = [chart.id, ...timeline.of('BaselineLesionsMeasured').map(({ id }) => id)];
  const sized = chart.lesions.map((lesion) => {
    const size = measured.get(lesion.id) ?? lesion.sizeMm;
    const limit = lesion.organ === 'bone' ? (except.bone ?? mm) : isBrain(lesion) ? (except.brain ?? mm) : mm;
    return { lesion, size, fits: size === undefined ? undefined : keeps(size, comparator, limit) };
  });
  const tooLarge = sized.filter(({ fits }) => fits === false);
  const certain = tooLarge.filter(({ lesion }) => lesion.certainty !== 'equivocal');
  const words = (some: typeof sized): string => some.map(({ lesion, size }) => `${lesion.id} ${size ?? 'of unknown size'}`).join(', ');
  if (certain.length > 0) return notMet(`too large: ${words(certain)} mm`, facts);
  const open = sized.filter(({ fits }) => fits !== true);
  if (open.length > 0) return lacksFact(`not settled: ${words(open)}`, facts);
  const { liver, lung, bone, distantNode, other } = chart.organsImaged;
  if (!liver || !lung || !bone || !distantNode || other === false) return lacksFact('not every organ was imaged', facts);
  return decided(true, `largest ${Math.max(0, ...sized.map(({ size }) => size ?? 0))} mm`, facts);
}
