import type { FactOf } from '../facts/clinical-fact.js';
import type { Target } from '../facts/lesion.js';

/** A length in whole micrometres (thousandths of a mm): on whole numbers the boundaries of RECIST are exact. */
export type Micrometres = number;

export const micrometres = (mm: number): Micrometres => Math.round(mm * 1000);
export const millimetresOf = (length: Micrometres): number => length / 1000;

/** The size given to a target that is still visible but too small to measure: 5 mm (RECIST 1.1, section 4.3.2). */
const TOO_SMALL: Micrometres = 5_000;
/** Below this short axis a node is normal (RECIST 1.1, section 3.1). */
export const NORMAL_NODE: Micrometres = 10_000;

/** The size of a target at one scan, null when it was not evaluated. */
export function sizeOf(target: Target): Micrometres | null {
  switch (target.state) {
    case 'measured':
      return target.mm === undefined ? null : micrometres(target.mm);
    case 'absent':
      return 0;
    case 'too-small':
      return target.mm === undefined ? TOO_SMALL : Math.min(TOO_SMALL, micrometres(target.mm));
    case 'not-evaluated':
      return null;
  }
}

/** The target lesions of one baseline, ready to be looked up at every later scan. */
export interface TargetSet {
  readonly fact: FactOf<'BaselineLesionsMeasured'>;
  readonly targets: readonly Target[];
  /** Sum of diameters at baseline; null when there are no targets or one has no size. */
  readonly sum: Micrometres | null;
  readonly byLesion: ReadonlyMap<string, Target>;
}

/** Reads the targets of a baseline. */
export function targetSet(fact: FactOf<'BaselineLesionsMeasured'>): TargetSet {
  const byLesion = new Map<string, Target>();
  let sum: Micrometres | null = fact.targets.length === 0 ? null : 0;
  for (const target of fact.targets) {
    byLesion.set(target.lesion, target);
    const size = sizeOf(target);
    sum = sum === null || size === null ? null : sum + size;
  }
  return { fact, targets: fact.targets, sum, byLesion };
}

/** What one scan shows of the targets of its baseline. */
export interface TargetMeasurement {
  /** Sum over the targets that were evaluated: longest diameters, and short axes of nodes. */
  readonly evaluatedSum: Micrometres;
  readonly evaluated: number;
  /** Targets at baseline. */
  readonly total: number;
  /** The sum when every target was evaluated; null otherwise, and when there are none. */
  readonly sum: Micrometres | null;
  /** Every target evaluated, every non-nodal one gone and every node below 10 mm. */
  readonly cleared: boolean;
}

/** Measures the targets of a baseline at a scan; a target of the baseline that the scan does not list was not evaluated. */
export function measureTargets(set: TargetSet, listed: readonly Target[]): TargetMeasurement {
  let evaluatedSum = 0;
  let evaluated = 0;
  let anyLeft = false;
  for (const target of listed) {
    const known = set.byLesion.get(target.lesion);
    if (known === undefined) continue;
    const size = sizeOf(target);
    if (size === null) continue;
    evaluated += 1;
    evaluatedSum += size;
    // The kind at baseline rules: it decides which diameter the target is followed by.
    if (known.kind === 'node' ? size >= NORMAL_NODE : size > 0 || target.state === 'too-small') anyLeft = true;
  }
  const total = set.targets.length;
  const complete = total > 0 && evaluated === total;
  return { evaluatedSum, evaluated, total, sum: complete ? evaluatedSum : null, cleared: complete && !anyLeft };
}

/** Percent change between two sums, rounded to 0.1 half away from zero without rounding errors; null against nothing or zero. */
export function percentChange(from: Micrometres | null, to: Micrometres | null): number | null {
  if (from === null || to === null || from === 0) return null;
  const doubled = 2000 * Math.abs(to - from) + from;
  const tenths = (doubled - (doubled % (2 * from))) / (2 * from);
  return tenths === 0 ? 0 : (to < from ? -tenths : tenths) / 10;
}
