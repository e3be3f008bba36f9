import type { Finding } from '@tumor-board/kernel';
import type { Assessment } from './assessment.js';
import { knowledgeRelease } from './releases/catalogue.js';

/**
 * The values of an assessment that a person looks at, as short texts by part: `stage` in the edition that the release
 * reads first, `stage.TNM-9.group`, `m1.YAO23`,
 * `ebvDna.category`, `response.latest`, `response.gate`, `oligometastatic`, `nextStep`, `missing`, `alerts`, …
 * Parts that say nothing yet are left out.
 */
export type Headline = Readonly<Record<string, string>>;

/** One part of the headline that differs; `null` where the part was not there. */
export interface ChangedPart {
  readonly part: string;
  readonly before: string | null;
  readonly after: string | null;
}

const flagged = (text: string, flags: readonly string[] | undefined): string =>
  flags === undefined || flags.length === 0 ? text : `${text} [${flags.join(', ')}]`;

/** A finding as one line: `low [near-threshold]`, `M1a or M1b?`, `not applicable`, `M1a (reported)`. */
export function findingText(finding: Finding<string | boolean>): string {
  switch (finding.status) {
    case 'classified':
      return flagged(String(finding.value), finding.flags);
    case 'indeterminate':
      return `${finding.possible.map(String).join(' or ') || 'unknown'}?${finding.mayNotApply === undefined ? '' : ' (or not applicable)'}`;
    case 'not-applicable':
      return 'not applicable';
    case 'reported':
      return `${String(finding.value)} (reported)`;
  }
}

/** Each code once, with how often where that is more than once: `a, b ×3`. */
function counted(codes: readonly string[]): string {
  const times = new Map<string, number>();
  for (const code of codes) times.set(code, (times.get(code) ?? 0) + 1);
  return [...times].map(([code, count]) => (count === 1 ? code : `${code} ×${count}`)).join(', ');
}

/** The headline of an assessment. */
export function headlineOf(assessment: Assessment): Headline {
  const { stage, m1, ebvDna, response, nextStep } = assessment;
  const headline: Record<string, string> = {};
  const { defaultEdition } = knowledgeRelease(assessment.knowledge);
  headline['stage'] = `${findingText(stage[defaultEdition].group)} (${defaultEdition})`;
  for (const [edition, { group, m }] of Object.entries(stage)) {
    headline[`stage.${edition}.group`] = findingText(group);
    headline[`stage.${edition}.m`] = findingText(m);
  }
  for (const [system, finding] of Object.entries(m1)) headline[`m1.${system}`] = findingText(finding);
  headline['oligometastatic'] = findingText(assessment.oligometastatic);
  const halfLife =
    ebvDna.halfLifeDays !== undefined
      ? ` ${ebvDna.halfLifeDays} d`
      : ebvDna.halfLifeBelowDays !== undefined
        ? ` <${ebvDna.halfLifeBelowDays} d`
        : '';
  headline['ebvDna.category'] = flagged(`${ebvDna.category}${halfLife}`, ebvDna.flags);
  headline['ebvDna.clearance'] = ebvDna.clearance;
  const scan = response.assessments.at(-1);
  if (scan !== undefined)
    headline['response.latest'] = flagged(`${scan.overall}${scan.immune === null ? '' : ` / ${scan.immune}`} ${scan.on}`, scan.flags);
  if (response.best !== null) headline['response.best'] = `${response.best.overall} ${response.best.on}`;
  headline['response.gate'] = response.gate;
  headline['nextStep'] = nextStep.code;
  if (nextStep.regimen !== undefined) headline['nextStep.regimen'] = nextStep.regimen.join(', ');
  if (nextStep.blocked.length > 0) headline['nextStep.blocked'] = nextStep.blocked.map((blocked) => blocked.option).join(', ');
  if (nextStep.needs.length > 0) headline['nextStep.needs'] = nextStep.needs.join(', ');
  if (assessment.missing.length > 0) headline['missing'] = assessment.missing.map((missing) => missing.item).join(', ');
  if (assessment.alerts.length > 0) headline['alerts'] = counted(assessment.alerts.map((alert) => alert.code));
  return headline;
}

/** The parts in which two headlines differ, sorted by part. */
export function changedParts(before: Headline, after: Headline): ChangedPart[] {
  const parts = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...parts]
    .filter((part) => before[part] !== after[part])
    .sort()
    .map((part) => ({ part, before: before[part] ?? null, after: after[part] ?? null }));
}

/** The headline after changes. */
export function applyChanges(headline: Headline, changes: readonly ChangedPart[]): Headline {
  const next: Record<string, string> = { ...headline };
  for (const { part, after } of changes) {
    if (after === null) delete next[part];
    else next[part] = after;
  }
  return next;
}
