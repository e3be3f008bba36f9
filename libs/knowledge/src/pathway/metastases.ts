import type { FactOf, Lesion, Target, Timeline } from '@tumor-board/oncology';

/** Charted metastases that no local treatment has reached. */
export interface RemainingLesions {
  readonly lesions: readonly SizedLesion[];
  /** Lesions in all groups together, equivocal ones included. */
  readonly count: number;
}

export interface SizedLesion {
  readonly lesion: Lesion;
  /** mm; the larger of charted and measured; undefined when neither is known. */
  readonly sizeMm: number | undefined;
}

/** True when no group is charted as "at least" so many. */
export const isCounted = ({ lesions }: RemainingLesions): boolean => lesions.every(({ lesion }) => lesion.countIsExact);

/** The largest lesion that is ablated up front, in mm: the review defers "larger lesions (e.g. >5 cm)"; 50 exactly is not larger. */
export const UPFRONT_ABLATION_MAX_MM = 50;

const isTarget = (target: Target, lesion: Lesion): boolean =>
  target.chartedAs === lesion.id || (target.chartedAs === undefined && target.lesion === lesion.id);

/** The untreated metastases of the baseline chart. Product rule: the larger of charted and measured size counts. */
export function remainingLesions(timeline: Timeline, chart: FactOf<'MetastasesCharted'> | undefined): RemainingLesions {
  if (chart === undefined) return { lesions: [], count: 0 };
  const treated = new Set<string>();
  for (const therapy of timeline.of('LocalTherapyDelivered')) for (const id of therapy.lesions) treated.add(id);
  for (const radiotherapy of timeline.of('RadiotherapyDelivered')) {
    if (radiotherapy.target === 'metastasis') for (const id of radiotherapy.lesions ?? []) treated.add(id);
  }
  const baselines = timeline.of('BaselineLesionsMeasured');
  // A treatment may name the target's id instead of the charted one.
  if (treated.size > 0) {
    for (const measured of baselines) {
      for (const target of measured.targets)
        if (target.chartedAs !== undefined && treated.has(target.lesion)) treated.add(target.chartedAs);
    }
  }
  const lesions: SizedLesion[] = [];
  let count = 0;
  for (const lesion of chart.lesions) {
    if (treated.has(lesion.id)) continue;
    let sizeMm = lesion.sizeMm;
    for (const measured of baselines) {
      for (const target of measured.targets) {
        if (target.mm !== undefined && isTarget(target, lesion) && (sizeMm === undefined || target.mm > sizeMm)) sizeMm = target.mm;
      }
    }
    lesions.push({ lesion, sizeMm });
    count += lesion.count;
  }
  return { lesions, count };
}

/**
 * True when the scan shows that no disease is left in the organs of the remaining metastases: complete response, or
 * non-target complete response with every target of those organs gone.
 */
export function metastasesGone(remaining: RemainingLesions, scan: FactOf<'ResponseAssessed'>, overall: string): boolean {
  if (overall === 'CR') return true;
  if (scan.nonTarget !== 'CR') return false;
  const organs = new Set<string>(remaining.lesions.map(({ lesion }) => lesion.organ));
  return scan.targets.every((target) => {
    const distant = target.kind === 'node' ? organs.has('distant-node') && target.organ !== 'regional-node' : organs.has(target.organ);
    if (!distant) return true;
    return target.state === 'absent' || (target.kind === 'node' && target.mm !== undefined && target.mm < 10);
  });
}
