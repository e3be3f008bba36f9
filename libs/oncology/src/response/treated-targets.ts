import type { FactOf } from '../facts/clinical-fact.js';
import type { Target } from '../facts/lesion.js';
import type { Timeline } from '../facts/timeline.js';
import { isLocoregional, organName } from './organ-name.js';
import { sizeOf, type TargetSet } from './sum-of-diameters.js';

/** What was treated locally up to a scan. */
export interface LocalTreatment {
  /** Locoregional radiotherapy was delivered. */
  readonly locoregional: boolean;
  /** Lesions named in metastasis radiotherapy or local therapy. */
  readonly lesions: ReadonlySet<string>;
}

/** Reads local treatment off a timeline, scan after scan: each call moves on to a later scan. */
export function localTreatments(timeline: Timeline): (scan: FactOf<'ResponseAssessed'>) => LocalTreatment {
  const treatments: FactOf<'RadiotherapyDelivered' | 'LocalTherapyDelivered'>[] = [
    ...timeline.of('RadiotherapyDelivered'),
    ...timeline.of('LocalTherapyDelivered'),
  ];
  treatments.sort((a, b) => timeline.rank(a) - timeline.rank(b));
  const lesions = new Set<string>();
  let locoregional = false;
  let next = 0;
  return (scan) => {
    const rank = timeline.rank(scan);
    for (let treatment = treatments[next]; treatment !== undefined && timeline.rank(treatment) < rank; treatment = treatments[next]) {
      if (treatment.type === 'RadiotherapyDelivered' && treatment.target === 'locoregional') locoregional = true;
      else for (const lesion of treatment.lesions ?? []) lesions.add(lesion);
      next += 1;
    }
    return { locoregional, lesions };
  };
}

/**
 * Flags of targets that treatment reached before the scan: what happens to them afterwards is not response to the systemic
 * therapy alone. They stay in the sum (product rule).
 */
export function treatedTargetFlags(set: TargetSet, listed: readonly Target[], treatment: LocalTreatment): readonly string[] {
  const flags: string[] = [];
  if (treatment.locoregional && listed.some((target) => isIrradiated(set, target))) flags.push('irradiated-target');
  if (treatment.lesions.size > 0) {
    const isTreated = (target: Target): boolean =>
      treatment.lesions.has(target.lesion) || (target.chartedAs !== undefined && treatment.lesions.has(target.chartedAs));
    if (set.targets.some(isTreated) || listed.some((target) => set.byLesion.has(target.lesion) && isTreated(target))) {
      flags.push('locally-treated-target');
    }
  }
  return flags;
}

function isIrradiated(set: TargetSet, target: Target): boolean {
  const baseline = set.byLesion.get(target.lesion);
  return baseline !== undefined && sizeOf(target) !== null && isLocoregional(organName(baseline.organ), baseline.kind);
}
