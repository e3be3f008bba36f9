import type { FactOf } from '../facts/clinical-fact.js';
import type { TherapyLine } from '../treatment/treatment-course.js';
import { type TargetSet, targetSet } from './sum-of-diameters.js';

/** The baseline that the scans of a line of therapy are compared with. */
export interface LineBaseline {
  /** Null for the scans before, or without, any systemic therapy. */
  readonly line: TherapyLine | null;
  readonly targets: TargetSet | null;
  /** How the line came by its baseline. */
  readonly origin: 'own' | 'earlier-line' | 'after-start';
}

/**
 * The baseline of the time before therapy, then of each line (product rule): the first measured after the previous line's
 * start and on or before its own; else the earlier line's continues; else the first one measured after the start.
 */
export function lineBaselines(
  lines: readonly TherapyLine[],
  measured: readonly FactOf<'BaselineLesionsMeasured'>[],
): readonly LineBaseline[] {
  const sets = measured.map(targetSet);
  const baselines: LineBaseline[] = [{ line: null, targets: sets[0] ?? null, origin: 'own' }];
  let earlier: TargetSet | undefined;
  let previousStart = '';
  for (const line of lines) {
    const start = line.startedOn;
    const own = sets.find(({ fact }) => fact.on > previousStart && fact.on <= start);
    const continued = earlier !== undefined && earlier.fact.on <= start ? earlier : undefined;
    if (own !== undefined) baselines.push({ line, targets: own, origin: 'own' });
    else if (continued !== undefined) baselines.push({ line, targets: continued, origin: 'earlier-line' });
    else baselines.push({ line, targets: sets.find(({ fact }) => fact.on > start) ?? null, origin: 'after-start' });
    earlier = baselines.at(-1)?.targets ?? undefined;
    previousStart = start;
  }
  return baselines;
}
