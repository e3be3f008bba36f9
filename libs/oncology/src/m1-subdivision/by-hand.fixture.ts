import type { ClinicalFact } from '../facts/clinical-fact.js';
import type { Lesion } from '../facts/lesion.js';
import type { M1System } from './m1-system.js';
import { chart, cycles, day, histology, sample, started } from './recorded-case.fixture.js';

/** A fully known patient: what a paper's reader would have before them. */
interface Known {
  readonly lesions: readonly { readonly organ: string; readonly site: string }[];
  /** undefined: undetectable. */
  readonly e0: number | undefined;
  readonly e1Detectable: boolean;
  readonly eberNegative: boolean;
  readonly nodeIsOrgan: boolean;
  readonly few: number;
  readonly zhengCutOff: number;
  readonly qiuCutOff: number;
  readonly ppsHigh: boolean;
  readonly machine: string;
}

export const NONE = 'no distant metastasis recorded';
export const NEGATIVE = 'EBER-negative: EBV DNA rules do not apply';

/** The 13 published rules once more, as a reader would apply them by hand to a known patient: classes, or why not. */
function byHand(system: M1System, known: Known): string {
  const all = known.lesions.length;
  if (all === 0) return NONE;
  const inOrgan = (organ: string) => known.lesions.filter((lesion) => lesion.organ === organ).length;
  const liver = inOrgan('liver');
  const locations = (nodes: boolean) => {
    const found = new Set(
      known.lesions.filter(({ organ }) => organ !== 'distant-node').map(({ organ, site }) => (organ === 'other' ? site : organ)),
    );
    return found.size + (inOrgan('distant-node') > 0 && (nodes || found.size === 0) ? 1 : 0);
  };
  const above = (cutOff: number) => known.e0 !== undefined && known.e0 > cutOff;
  const few = all <= known.few;
  const byEbv = (value: string) => (known.eberNegative ? NEGATIVE : value);
  switch (system) {
    case 'SHEN15':
      return liver >= 2 ? 'M1c' : liver === 1 ? 'M1b' : all === 1 ? 'M1a' : 'M1b';
    case 'JIANG16':
      return known.machine;
    case 'SHEN16':
      return all === 1 ? 'M1a' : locations(true) === 1 ? 'M1b' : 'M1c';
    case 'TIAN16': {
      const organs = locations(known.nodeIsOrgan);
      const a = organs === 1 || all <= 5;
      const b = organs >= 2 || all >= 6;
      return a && b ? 'M1a M1b' : a ? 'M1a' : 'M1b';
    }
    case 'ZOU17':
      return liver > 0 ? 'M1c' : few ? 'M1a' : 'M1b';
    case 'SUN19':
      if (inOrgan('bone') < all) return 'not bone-only disease';
      return byEbv(known.e1Detectable ? (all <= 3 ? 'intermediate' : 'high') : all <= 3 ? 'low' : 'intermediate');
    case 'ZHENG20':
      return byEbv(above(known.zhengCutOff) ? (liver > 0 ? 'M1d' : 'M1c') : few ? 'M1a' : 'M1b');
    case 'YANG21':
      if (locations(known.nodeIsOrgan) >= 2 || all > 5) return 'high';
      return byEbv(above(25_000) ? 'intermediate' : 'low');
    case 'CHAN24':
    case 'CHAN25-1':
      return liver > 0 && inOrgan('bone') > 0 ? 'M1b' : 'M1a';
    case 'CHAN25-2':
      return byEbv(above(2_500) ? 'M1b' : 'M1a');
    case 'QIU22':
      if (!known.ppsHigh) return liver > 0 ? 'M1b' : 'M1a';
      return byEbv(above(known.qiuCutOff) ? 'M1c' : 'M1b');
    case 'YAO23':
      if (all <= 4) return liver > 0 ? 'intermediate' : 'low';
      return byEbv(known.e0 === 62_000 ? 'high intermediate' : above(62_000) ? 'high' : 'intermediate');
  }
}

/** What is recorded of a patient. */
export interface Recorded {
  readonly groups: readonly Lesion[];
  readonly notImaged: readonly ('liver' | 'lung' | 'bone' | 'distantNode' | 'other')[];
  readonly e0: number | 'nd' | 'unknown';
  readonly e1: 'nd' | 'detectable' | 'unknown';
  readonly eber: 'positive' | 'negative';
}

export const factsOf = ({ groups, notImaged, e0, e1, eber }: Recorded): ClinicalFact[] => [
  histology(eber),
  chart(groups, Object.fromEntries(notImaged.map((organ) => [organ, false]))),
  ...(e0 === 'unknown' ? [] : [sample(e0)]),
  started(2),
  cycles(80, 4),
  ...(e1 === 'unknown' ? [] : [sample(e1 === 'nd' ? 'nd' : 100, { on: day(90) })]),
];

/** One thing that is not known, with the ways in which it may turn out. */
interface Doubt {
  /** What the record says would settle it. */
  readonly about: string;
  readonly ways: readonly ((known: Known) => Known)[];
}

const MOST = 7;
const upTo = (last: number): number[] => Array.from({ length: last + 1 }, (_, index) => index);
const add =
  (organ: string, count: number, site: string) =>
  (known: Known): Known => ({
    ...known,
    lesions: [...known.lesions, ...Array.from({ length: count }, () => ({ organ, site }))],
  });

/** Every doubt that a record leaves about a patient; what is certain is in `certain`. */
function doubtsOf(recorded: Recorded, system: M1System): { certain: Known; doubts: readonly Doubt[] } {
  let certain: Known = {
    lesions: [],
    e0: typeof recorded.e0 === 'number' ? recorded.e0 : undefined,
    e1Detectable: recorded.e1 === 'detectable',
    eberNegative: recorded.eber === 'negative',
    nodeIsOrgan: true,
    few: 3,
    zhengCutOff: 1000,
    qiuCutOff: 1000,
    ppsHigh: false,
    machine: 'M1a',
  };
  const doubts: Doubt[] = [];
  for (const { id, organ, site = '', count, countIsExact, certainty } of recorded.groups) {
    const where = organ === 'other' ? site : organ;
    if (certainty === 'equivocal') {
      const counts = [0, ...(countIsExact ? [count] : upTo(MOST).filter((more) => more >= count))];
      doubts.push({ about: `nature of the equivocal lesion ${id} (${where})`, ways: counts.map((more) => add(organ, more, site)) });
      continue;
    }
    certain = add(organ, count, site)(certain);
    if (!countIsExact) {
      doubts.push({ about: `exact number of lesions: ${id} (${where})`, ways: upTo(MOST).map((more) => add(organ, more, site)) });
    }
  }
  for (const organ of recorded.notImaged) {
    const place = organ === 'distantNode' ? 'distant-node' : organ;
    const name = { liver: 'the liver', lung: 'the lungs', bone: 'the bones', distantNode: 'the distant lymph nodes', other: 'other sites' }[
      organ
    ];
    doubts.push({ about: `imaging of ${name}`, ways: upTo(MOST).map((more) => add(place, more, 'elsewhere')) });
  }
  if (recorded.e0 === 'unknown') {
    doubts.push({ about: 'baseline EBV DNA', ways: [undefined, 2000, 1e9].map((e0) => (known: Known) => ({ ...known, e0 })) });
  }
  if (recorded.e1 === 'unknown') {
    doubts.push({
      about: 'EBV DNA after palliative chemotherapy',
      ways: [true, false].map((e1Detectable) => (known: Known) => ({ ...known, e1Detectable })),
    });
  }
  switch (system) {
    case 'JIANG16':
      doubts.push({
        about: 'SVM model not published in readable form',
        ways: ['M1a', 'M1b'].map((machine) => (known: Known) => ({ ...known, machine })),
      });
      break;
    case 'TIAN16':
    case 'YANG21':
      doubts.push({
        about: 'definition: whether distant nodes count as an organ',
        ways: [true, false].map((nodeIsOrgan) => (known: Known) => ({ ...known, nodeIsOrgan })),
      });
      break;
    case 'ZHENG20':
      doubts.push({
        about: 'Zheng EBV DNA cut-off not verified',
        ways: [1e-9, 1e12].map((zhengCutOff) => (known: Known) => ({ ...known, zhengCutOff })),
      });
      break;
    case 'QIU22':
      doubts.push({
        about: 'PET-CT parameter score (formula and cut-off not verified)',
        ways: [true, false].map((ppsHigh) => (known: Known) => ({ ...known, ppsHigh })),
      });
      // Without a sample the cut-off is not named: the sample comes first.
      if (recorded.e0 !== 'unknown') {
        doubts.push({
          about: 'Qiu EBV DNA cut-off not verified',
          ways: [1e-9, 1e12].map((qiuCutOff) => (known: Known) => ({ ...known, qiuCutOff })),
        });
      }
      break;
    case 'SHEN15':
    case 'SHEN16':
    case 'ZOU17':
    case 'SUN19':
    case 'CHAN24':
    case 'CHAN25-1':
    case 'CHAN25-2':
    case 'YAO23':
      break;
  }
  if (system === 'ZOU17' || system === 'ZHENG20') {
    doubts.push({
      about: 'definition of oligometastases (number) not verified',
      ways: [1, 2, 3, 4, 5].map((few) => (known: Known) => ({ ...known, few })),
    });
  }
  return { certain, doubts };
}

/** Every way in which all doubts may turn out, by hand; which doubts change the answer, all else being equal. */
export function enumerate(recorded: Recorded, system: M1System): { answers: ReadonlySet<string>; matter: ReadonlySet<string> } {
  const { certain, doubts } = doubtsOf(recorded, system);
  let outcomes: { known: Known }[] = [{ known: certain }];
  for (const doubt of doubts) outcomes = outcomes.flatMap(({ known }) => doubt.ways.map((way) => ({ known: way(known) })));
  const answers = outcomes.map(({ known }) => byHand(system, known));
  const matter = new Set<string>();
  let block = 1;
  for (const doubt of [...doubts].reverse()) {
    const step = block;
    block *= doubt.ways.length;
    answers.forEach((answer, index) => {
      const first = index - (Math.floor(index / step) % doubt.ways.length) * step;
      if (answers[first] !== answer) matter.add(doubt.about);
    });
  }
  if (answers.some((answer) => answer === 'M1a M1b')) matter.add('definition: published M1a and M1b conditions both hold');
  if (answers.some((answer) => answer === 'high intermediate')) matter.add('rule undefined at exactly 62,000 copies/mL');
  return { answers: new Set(answers), matter };
}
