import type { Assessment } from './assessment.js';

/**
 * The values of an assessment that a person looks at, as short texts by part: `stage.TNM-9.group`, `m1.YAO23`,
 * `ebvDna.category`, `response.latest`, `response.gate`, `oligometastatic`, `nextStep`, `missing`, `alerts`, …
 */
export type Headline = Readonly<Record<string, string>>;

/** One part of the headline that differs; `null` where the part was not there. */
export interface ChangedPart {
  readonly part: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** The headline of an assessment. */
export function headlineOf(assessment: Assessment): Headline {
  return { nextStep: assessment.nextStep.code };
}

/** The parts in which two headlines differ, sorted by part. */
export function changedParts(before: Headline, after: Headline): ChangedPart[] {
  const parts = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...parts]
    .filter((part) => before[part] !== after[part])
    .sort()
    .map((part) => ({ part, before: before[part] ?? null, after: after[part] ?? null }));
}
