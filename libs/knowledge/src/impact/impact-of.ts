import type { Finding, Reason } from '@tumor-board/kernel';
import { M1_SYSTEMS, type M1System } from '@tumor-board/oncology';
import { type AssessedContent, assessedContent, type CaseRecord } from '../assess.js';
import type { NextStep } from '../assessment.js';
import { readCase } from '../explanation/case-reading.js';
import { findingValue } from '../explanation/part-value.js';
import type { SitePolicy } from '../policy.js';
import type { KnowledgeRelease } from '../release.js';

/** A release and the site policy that it is used with. */
export interface Knowledge {
  readonly release: KnowledgeRelease;
  readonly policy: SitePolicy;
}

/** What a change of knowledge can change for a case. */
export type ImpactPart =
  | 'stage'
  | `m1.${M1System}`
  | 'oligometastatic'
  | 'response.gate'
  | 'nextStep'
  | `nextStep.${'regimen' | 'alternatives' | 'blocked'}`;

/** The parts in the order of a report. */
export const IMPACT_PARTS: readonly ImpactPart[] = [
  'nextStep',
  'response.gate',
  'oligometastatic',
  ...M1_SYSTEMS.map((system) => `m1.${system}` as const),
  'nextStep.regimen',
  'nextStep.blocked',
  'nextStep.alternatives',
  'stage',
];

/** One part that says something else. */
export interface ImpactOnPart {
  readonly part: ImpactPart;
  readonly before: string;
  readonly after: string;
  /** Why the new value is what it is. */
  readonly because: readonly Reason[];
}

/** What a change of knowledge means for one case. */
export interface Impact {
  readonly reference: string;
  /** In the order of {@link IMPACT_PARTS}. */
  readonly parts: readonly ImpactOnPart[];
  /** Whether the board should look at the case again. */
  readonly relist: boolean;
  /** Why, one text for each part that calls for it; empty otherwise. */
  readonly relistBecause: readonly string[];
}

/** What another release or policy would change for a case: null when it says the same. */
export function impactOf(record: CaseRecord, before: Knowledge, after: Knowledge): Impact | null {
  const old = assessedContent(record, before.release, before.policy);
  const now = assessedContent(record, after.release, after.policy);
  const parts: ImpactOnPart[] = [];
  const changed = (part: ImpactPart, was: string, is: string, because: readonly Reason[]): void => {
    parts.push({ part, before: was, after: is, because });
  };
  const finding = (part: ImpactPart, was: Finding<string | boolean>, is: Finding<string | boolean>): void => {
    if (isSame(was, is)) return;
    const [earlier, later] = [findingValue(was).value, findingValue(is).value];
    if (earlier !== later) changed(part, earlier, later, reasonsOf(is));
  };

  if (old.nextStep.code !== now.nextStep.code) changed('nextStep', old.nextStep.code, now.nextStep.code, now.nextStep.because);
  if (old.response.gate !== now.response.gate) changed('response.gate', old.response.gate, now.response.gate, gateReasons(record, now));
  finding('oligometastatic', old.oligometastatic, now.oligometastatic);
  for (const system of M1_SYSTEMS) finding(`m1.${system}`, old.m1[system], now.m1[system]);
  for (const { part, items, because } of LISTS) {
    const [earlier, later] = [items(old.nextStep), items(now.nextStep)];
    if (!areSame(earlier, later)) changed(part, listText(earlier), listText(later), because(now.nextStep, earlier));
  }
  const [edition, newEdition] = [before.release.defaultEdition, after.release.defaultEdition];
  const [stage, newStage] = [old.stage[edition].group, now.stage[newEdition].group];
  if (edition !== newEdition || !isSame(stage, newStage)) {
    const [earlier, later] = [`${findingValue(stage).value} (${edition})`, `${findingValue(newStage).value} (${newEdition})`];
    if (earlier !== later) changed('stage', earlier, later, reasonsOf(newStage));
  }

  if (parts.length === 0) return null;
  const relistBecause = parts
    .filter(({ part }) => callsForTheBoard(part))
    .map(({ part, before: was, after: is }) => `${part}: ${was} → ${is}`);
  return { reference: record.reference, parts, relist: relistBecause.length > 0, relistBecause };
}

/**
 * The step, the gate or a published class. Another edition read first, another limit of what the site calls oligometastatic,
 * other alternatives or another regimen for the same step are shown, and do not bring the case back.
 */
const callsForTheBoard = (part: ImpactPart): boolean => part === 'nextStep' || part === 'response.gate' || part.startsWith('m1.');

/** A cheap comparison: most cases are the same in most parts, and their texts are never made. */
function isSame(a: Finding<string | boolean>, b: Finding<string | boolean>): boolean {
  if (a === b) return true;
  if (a.status !== b.status) return false;
  if ((a.status === 'classified' || a.status === 'reported') && a.status === b.status) return a.value === b.value;
  if (a.status === 'indeterminate' && b.status === 'indeterminate') {
    return areSame(a.possible, b.possible) && a.mayNotApply === b.mayNotApply;
  }
  return true;
}

const areSame = (a: readonly (string | boolean)[], b: readonly (string | boolean)[]): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index]);

const listText = (items: readonly string[]): string => (items.length === 0 ? 'none' : items.join('; '));

function reasonsOf(finding: Finding<string | boolean>): readonly Reason[] {
  switch (finding.status) {
    case 'classified':
    case 'indeterminate':
      return finding.because;
    case 'not-applicable':
      return [{ text: finding.reason, facts: [] }];
    case 'reported':
      return [{ text: `reported by ${finding.reportedBy}`, facts: [] }];
  }
}

/** The assessment tells the gate's reason in words only; its facts are read again. */
function gateReasons(record: CaseRecord, { response }: AssessedContent): readonly Reason[] {
  const { because } = readCase(record).gate;
  return because.length > 0 ? because : [{ text: response.reason, facts: [] }];
}

/** The lists of a step, and why a list is what it is now. */
const LISTS: readonly {
  readonly part: ImpactPart;
  readonly items: (step: NextStep) => readonly string[];
  readonly because: (step: NextStep, before: readonly string[]) => readonly Reason[];
}[] = [
  {
    part: 'nextStep.regimen',
    items: ({ regimen }) => regimen ?? [],
    because: (step) => [...step.because, ...step.blocked.flatMap((blocked) => blocked.because)],
  },
  {
    part: 'nextStep.blocked',
    items: ({ blocked }) => blocked.map(({ option }) => option),
    because: ({ blocked }, before) => blocked.filter(({ option }) => !before.includes(option)).flatMap(({ because }) => because),
  },
  {
    part: 'nextStep.alternatives',
    items: ({ alternatives }) => alternatives.map(({ title }) => title),
    because: ({ alternatives }, before) =>
      alternatives.filter(({ title }) => !before.includes(title)).map(({ title, evidence }) => ({ text: title, facts: [], evidence })),
  },
];
