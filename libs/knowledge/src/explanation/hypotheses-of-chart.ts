import type { FactOf, Lesion, MetastasisOrgan } from '@tumor-board/oncology';
import { UPFRONT_ABLATION_MAX_MM } from '../pathway/metastases.js';
import { changing, correction, type FactChange, type Hypothesis, missing, settledBy } from './hypothesis.js';
import type { HypotheticalCase } from './hypothetical-case.js';

type Chart = FactOf<'MetastasesCharted'>;
type Organs = Chart['organsImaged'];

const ORGANS = {
  liver: { imaged: 'liver', words: 'the liver' },
  lung: { imaged: 'lung', words: 'the lungs' },
  bone: { imaged: 'bone', words: 'the bones' },
  'distant-node': { imaged: 'distantNode', words: 'the distant lymph nodes' },
  other: { imaged: 'other', words: 'the other organs' },
} as const satisfies Readonly<Record<MetastasisOrgan, { readonly imaged: keyof Organs; readonly words: string }>>;
const ORGAN_NAMES = Object.keys(ORGANS) as MetastasisOrgan[];

/** No published rule and no policy tells seven lesions from more. */
const MOST = 7;

/** What the chart of the metastases before treatment could say instead, or once it is complete. */
export function chartHypotheses(given: HypotheticalCase): readonly Hypothesis[] {
  const { chart } = given.reading.extent;
  if (chart === undefined) return uncharted(given);
  return [
    ...chart.lesions.filter(({ certainty }) => certainty === 'equivocal').flatMap((lesion) => natureOf(lesion, chart)),
    ...ORGAN_NAMES.filter((organ) => chart.organsImaged[ORGANS[organ].imaged] === false).flatMap((organ) => imagingOf(organ, chart)),
    ...chart.lesions.filter(({ countIsExact }) => !countIsExact).flatMap((lesion) => countsOf(lesion, chart)),
    ...(['liver', 'lung', 'bone', 'distant-node'] as const)
      .filter((organ) => chart.organsImaged[ORGANS[organ].imaged] !== false)
      .map((organ) => oneMore(organ, chart)),
    ...chart.lesions.filter(({ certainty }) => certainty !== 'equivocal').map((lesion) => notAMetastasis(lesion, chart)),
    ...chart.lesions.flatMap((lesion) => sizesOf(lesion, chart, given)),
  ];
}

const EVERY_ORGAN: Organs = { liver: true, lung: true, bone: true, distantNode: true };
const CHARTED: readonly (readonly [MetastasisOrgan, number])[] = [
  ['lung', 1],
  ['liver', 1],
  ['bone', 1],
  ['lung', 3],
  ['lung', 4],
  ['lung', 5],
  ['lung', 6],
  ['liver', 6],
  ['bone', 6],
];

function uncharted({ atBaseline }: HypotheticalCase): readonly Hypothesis[] {
  const chart = (id: string, label: string, lesions: readonly Lesion[]): Hypothesis =>
    missing(
      { id: `chart/${id}`, question: 'chart', label: `metastases charted, every organ imaged: ${label}` },
      { type: 'MetastasesCharted', ...atBaseline, lesions: [...lesions], organsImaged: EVERY_ORGAN },
    );
  return [
    ...CHARTED.map(([organ, count]) =>
      chart(`${organ}-${count}`, `${count === 1 ? 'one' : count} in ${ORGANS[organ].words}, nothing else`, [drawn('M1', organ, count)]),
    ),
    chart('none', 'none', []),
  ];
}

const drawn = (id: string, organ: MetastasisOrgan, count: number): Lesion => ({
  id,
  organ,
  count,
  countIsExact: true,
  certainty: 'definite',
});

const withLesions = (chart: Chart, lesions: (before: readonly Lesion[]) => readonly Lesion[]): FactChange =>
  changing(chart, (standing) => ({ ...standing, lesions: [...lesions(standing.lesions)] }));

const withLesion = (chart: Chart, id: string, change: (lesion: Lesion) => Lesion): FactChange =>
  withLesions(chart, (lesions) => lesions.map((lesion) => (lesion.id === id ? change(lesion) : lesion)));

const without = (chart: Chart, id: string): FactChange => withLesions(chart, (lesions) => lesions.filter((lesion) => lesion.id !== id));

/** An id that no lesion of the chart has. */
const freeId = (chart: Chart, organ: MetastasisOrgan): string => {
  const taken = new Set(chart.lesions.map(({ id }) => id));
  let id = `new ${organ}`;
  while (taken.has(id)) id = `${id} more`;
  return id;
};

/** A group of lesions in the words of a sentence: its subject with its verb, and a metastasis or several. */
const isOrAre = (lesion: Lesion): readonly [string, string] =>
  lesion.count === 1
    ? [`${lesion.id} (${place(lesion)}) is`, 'a metastasis']
    : [`the lesions ${lesion.id} (${place(lesion)}) are`, 'metastases'];

const place = ({ organ, site }: Lesion): string => (site === undefined ? organ : `${organ}, ${site}`);

const natureOf = (lesion: Lesion, chart: Chart): readonly Hypothesis[] => [
  settledBy(
    {
      id: `lesion/${lesion.id}/metastasis`,
      question: `nature of ${lesion.id}`,
      label: `equivocal: ${isOrAre(lesion).join(' ')}`,
    },
    withLesion(chart, lesion.id, (standing) => ({ ...standing, certainty: 'definite' })),
  ),
  settledBy(
    {
      id: `lesion/${lesion.id}/not-a-metastasis`,
      question: `nature of ${lesion.id}`,
      label: `equivocal: ${isOrAre(lesion).join(' not ')}`,
    },
    without(chart, lesion.id),
  ),
];

function imagingOf(organ: MetastasisOrgan, chart: Chart): readonly Hypothesis[] {
  const { imaged, words } = ORGANS[organ];
  const question = `imaging of ${organ}`;
  const seen = changing(chart, (standing) => ({ ...standing, organsImaged: { ...standing.organsImaged, [imaged]: true } }));
  return [
    settledBy({ id: `imaging/${organ}/nothing`, question, label: `imaging of ${words} shows nothing more` }, seen),
    settledBy(
      { id: `imaging/${organ}/one`, question, label: `imaging of ${words} shows one metastasis more` },
      seen,
      withLesions(chart, (lesions) => [...lesions, drawn(freeId(chart, organ), organ, 1)]),
    ),
  ];
}

const countsOf = (lesion: Lesion, chart: Chart): readonly Hypothesis[] =>
  Array.from({ length: Math.max(1, MOST - lesion.count + 1) }, (_, more) => lesion.count + more).map((count) =>
    settledBy(
      {
        id: `count/${lesion.id}/${count}`,
        question: `count of ${lesion.id}`,
        label: `${lesion.id} (${place(lesion)}) counts exactly ${count}`,
      },
      withLesion(chart, lesion.id, (standing) => ({ ...standing, count, countIsExact: true })),
    ),
  );

const oneMore = (organ: MetastasisOrgan, chart: Chart): Hypothesis =>
  correction(
    { id: `one-more/${organ}`, question: `one more in ${organ}`, label: `one more metastasis, in ${ORGANS[organ].words}` },
    withLesions(chart, (lesions) => [...lesions, drawn(freeId(chart, organ), organ, 1)]),
  );

const notAMetastasis = (lesion: Lesion, chart: Chart): Hypothesis =>
  correction(
    {
      id: `lesion/${lesion.id}/not-a-metastasis`,
      question: `nature of ${lesion.id}`,
      label: isOrAre(lesion).join(' not '),
    },
    without(chart, lesion.id),
  );

/** The size decides about ablation only, and the larger of charted and measured size counts: both would have to change. */
function sizesOf(lesion: Lesion, chart: Chart, { part, reading, assessment }: HypotheticalCase): readonly Hypothesis[] {
  if (!part.startsWith('nextStep')) return [];
  if (assessment.oligometastatic.status !== 'classified' || !assessment.oligometastatic.value) return [];
  const measuredAs = reading.timeline
    .of('BaselineLesionsMeasured')
    .filter(({ targets }) => targets.some((target) => isOf(target, lesion) && target.mm !== undefined));
  const sizes = [
    lesion.sizeMm,
    ...measuredAs.flatMap(({ targets }) => targets.filter((target) => isOf(target, lesion)).map(({ mm }) => mm)),
  ];
  const known = sizes.filter((size) => size !== undefined);
  const question = `size of ${lesion.id}`;
  const resized = (sizeMm: number): readonly FactChange[] => [
    withLesion(chart, lesion.id, (standing) => ({ ...standing, sizeMm })),
    ...measuredAs.map((baseline) =>
      changing(baseline, (standing) => ({
        ...standing,
        targets: standing.targets.map((target) => (isOf(target, lesion) && target.mm !== undefined ? { ...target, mm: sizeMm } : target)),
      })),
    ),
  ];
  const hypotheses: Hypothesis[] = [];
  const size = (id: string, words: string, sizeMm: number): void => {
    const written = { id: `size/${lesion.id}/${id}`, question, label: `${lesion.id} (${place(lesion)}) measures ${words}` };
    hypotheses.push(known.length === 0 ? settledBy(written, ...resized(sizeMm)) : correction(written, ...resized(sizeMm)));
  };
  if (known.length === 0 || Math.max(...known) > UPFRONT_ABLATION_MAX_MM)
    size('small', `at most ${UPFRONT_ABLATION_MAX_MM} mm`, UPFRONT_ABLATION_MAX_MM);
  if (known.length === 0 || Math.max(...known) <= UPFRONT_ABLATION_MAX_MM)
    size('large', `more than ${UPFRONT_ABLATION_MAX_MM} mm`, UPFRONT_ABLATION_MAX_MM + 1);
  return hypotheses;
}

const isOf = (target: { readonly lesion: string; readonly chartedAs?: string | undefined }, lesion: Lesion): boolean =>
  target.chartedAs === lesion.id || (target.chartedAs === undefined && target.lesion === lesion.id);
