import { isServiceProblem } from '../api/problem.js';
import type { Basis } from './decision-content.js';

/** A part of the headline that is another one than was shown. */
export interface ChangedPart {
  readonly part: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What has changed since a basis was shown. */
export interface Staleness {
  readonly changed: readonly ChangedPart[];
  /** Names of what else differs. */
  readonly other: readonly string[];
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** What a refusal as stale says has changed; undefined for any other failure. */
export function stalenessOf(error: unknown): Staleness | undefined {
  if (!isServiceProblem(error, 'decision.stale')) return undefined;
  const { changed, other } = error.document.data ?? {};
  return {
    changed: (Array.isArray(changed) ? changed : []).flatMap((part: unknown) =>
      isRecord(part) && typeof part['part'] === 'string'
        ? [{ part: part['part'], before: textOf(part['before']), after: textOf(part['after']) }]
        : [],
    ),
    other: (Array.isArray(other) ? other : []).filter((field): field is string => typeof field === 'string'),
  };
}

/** The parts of two headlines that differ. */
export function changedParts(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): readonly ChangedPart[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((part) => before[part] !== after[part])
    .map((part) => ({ part, before: before[part] ?? null, after: after[part] ?? null }));
}

/** Told part by part, or following from the others. */
const ELSEWHERE = new Set<string>(['headline', 'digest']);

/** What differs between the basis that was shown and the one of now. */
export function stalenessBetween(shown: Basis, now: Basis): Staleness {
  const before: Readonly<Record<string, unknown>> = { ...shown };
  const after: Readonly<Record<string, unknown>> = { ...now };
  const other = Object.keys(after).filter(
    (field) => !ELSEWHERE.has(field) && JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
  return { changed: changedParts(shown.headline, now.headline), other };
}
