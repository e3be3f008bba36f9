import { M1_SUBDIVISIONS, type M1System } from '@tumor-board/oncology';
import { chartHypotheses } from './hypotheses-of-chart.js';
import { baselineEbvDnaHypotheses, eberHypotheses, nextEbvDnaHypotheses } from './hypotheses-of-ebv-dna.js';
import { fitnessHypotheses } from './hypotheses-of-fitness.js';
import { scanHypotheses } from './hypotheses-of-scan.js';
import { scoreHypotheses } from './hypotheses-of-scores.js';
import { stagingHypotheses, treatmentHypotheses, wishHypotheses } from './hypotheses-of-treatment.js';
import type { Hypothesis } from './hypothesis.js';
import type { HypotheticalCase } from './hypothetical-case.js';
import { nameOf, type Part } from './part.js';

type Family = (given: HypotheticalCase) => readonly Hypothesis[];

const MARKER: readonly Family[] = [eberHypotheses, baselineEbvDnaHypotheses, treatmentHypotheses, nextEbvDnaHypotheses];
const EVERYTHING: readonly Family[] = [
  eberHypotheses,
  stagingHypotheses,
  chartHypotheses,
  baselineEbvDnaHypotheses,
  treatmentHypotheses,
  nextEbvDnaHypotheses,
  scanHypotheses,
  fitnessHypotheses,
  wishHypotheses,
];

/** What a published system reads beside the chart. */
function familiesOf(system: M1System): readonly Family[] {
  const asks = M1_SUBDIVISIONS.find(({ id }) => id === system)?.asks ?? [];
  return [
    stagingHypotheses,
    chartHypotheses,
    ...(asks.includes('ebvDna') ? [baselineEbvDnaHypotheses] : []),
    ...(asks.includes('ebvDnaAfterChemotherapy') ? [treatmentHypotheses, nextEbvDnaHypotheses] : []),
    ...(asks.includes('ebvDna') || asks.includes('ebvDnaAfterChemotherapy') ? [eberHypotheses] : []),
    scoreHypotheses,
  ];
}

/** The kinds of hypotheses that can bear on a part. */
function families(part: Part): readonly Family[] {
  const name = nameOf(part);
  switch (name.of) {
    case 'stage':
    case 'oligometastatic':
      return [stagingHypotheses, chartHypotheses];
    case 'm1':
      return familiesOf(name.system);
    case 'ebvDna.category':
    case 'ebvDna.clearance':
      return MARKER;
    case 'response.latest':
    case 'response.best':
      return [scanHypotheses];
    case 'response.gate':
      return [...MARKER, scanHypotheses];
    case 'nextStep':
    case 'nextStep.regimen':
    case 'nextStep.blocked':
      return EVERYTHING;
  }
}

/** What is asked for first: what could be obtained, then what may come, then what may have been recorded wrongly. */
const KINDS: readonly Hypothesis['kind'][] = ['missing', 'future', 'correction'];

/** Everything that is tried to see what would change a part of a case, in the order in which it is tried. */
export function hypothesesOf(given: HypotheticalCase): readonly Hypothesis[] {
  const all = families(given.part).flatMap((family) => family(given));
  return KINDS.flatMap((kind) => all.filter((hypothesis) => hypothesis.kind === kind));
}
