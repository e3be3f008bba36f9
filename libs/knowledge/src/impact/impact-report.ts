import { canonicalJson, sha256Hex } from '@tumor-board/kernel';
import type { SitePolicy } from '../policy.js';
import { IMPACT_PARTS, type Impact, type ImpactPart, type Knowledge } from './impact-of.js';

/** Which knowledge a report is about: the release with the hash of its content, and the policy. */
export interface KnowledgeStamp {
  readonly release: string;
  readonly contentHash: string;
  readonly policy: SitePolicy;
}

/** How many cases go from one value of a part to another. */
export interface ImpactTransition {
  readonly part: ImpactPart;
  readonly before: string;
  readonly after: string;
  readonly count: number;
  /** References of cases to look at, in order; at most as many as asked for. */
  readonly examples: readonly string[];
}

/** What a candidate release or policy would change over many cases: `tumor-board-impact/1`. */
export interface ImpactReport {
  readonly format: 'tumor-board-impact/1';
  readonly candidate: KnowledgeStamp;
  readonly current: KnowledgeStamp;
  readonly casesRead: number;
  readonly casesChanged: number;
  /** Cases that the board should look at again. */
  readonly casesToRelist: number;
  /** How many cases each part changes in, in the order of {@link IMPACT_PARTS}; parts that change in none are left out. */
  readonly parts: readonly { readonly part: ImpactPart; readonly count: number }[];
  /** By part, the most frequent first. */
  readonly transitions: readonly ImpactTransition[];
  /** SHA-256 of the canonical JSON of all the rest. */
  readonly digest: string;
}

/** What was counted so far. It grows with the different transitions, not with the cases. */
export interface ImpactTally {
  readonly current: KnowledgeStamp;
  readonly candidate: KnowledgeStamp;
  readonly examplesOfEach: number;
  readonly read: number;
  readonly changed: number;
  readonly toRelist: number;
  readonly parts: ReadonlyMap<ImpactPart, number>;
  readonly transitions: ReadonlyMap<string, ImpactTransition>;
}

const stamp = ({ release, policy }: Knowledge): KnowledgeStamp => ({ release: release.id, contentHash: release.contentHash, policy });

/**
 * A tally before the first case.
 * @param examplesOfEach how many cases are named for each transition
 */
export const emptyImpactTally = (current: Knowledge, candidate: Knowledge, examplesOfEach = 5): ImpactTally => ({
  current: stamp(current),
  candidate: stamp(candidate),
  examplesOfEach,
  read: 0,
  changed: 0,
  toRelist: 0,
  parts: new Map(),
  transitions: new Map(),
});

/** A tally with one more case, by what `impactOf` said of it. */
export function withImpact(tally: ImpactTally, impact: Impact | null): ImpactTally {
  if (impact === null) return { ...tally, read: tally.read + 1 };
  const parts = new Map(tally.parts);
  const transitions = new Map(tally.transitions);
  for (const { part, before, after } of impact.parts) {
    parts.set(part, (parts.get(part) ?? 0) + 1);
    add(transitions, { part, before, after, count: 1, examples: [impact.reference] }, tally.examplesOfEach);
  }
  return {
    ...tally,
    read: tally.read + 1,
    changed: tally.changed + 1,
    toRelist: tally.toRelist + (impact.relist ? 1 : 0),
    parts,
    transitions,
  };
}

/** Two tallies over different cases as one, so that the cases can be read in several threads. */
export function mergedTallies(a: ImpactTally, b: ImpactTally): ImpactTally {
  const parts = new Map(a.parts);
  for (const [part, count] of b.parts) parts.set(part, (parts.get(part) ?? 0) + count);
  const transitions = new Map(a.transitions);
  for (const transition of b.transitions.values()) add(transitions, transition, a.examplesOfEach);
  return {
    ...a,
    read: a.read + b.read,
    changed: a.changed + b.changed,
    toRelist: a.toRelist + b.toRelist,
    parts,
    transitions,
  };
}

function add(transitions: Map<string, ImpactTransition>, more: ImpactTransition, examplesOfEach: number): void {
  const key = `${more.part}\n${more.before}\n${more.after}`;
  const known = transitions.get(key);
  transitions.set(key, {
    ...more,
    count: (known?.count ?? 0) + more.count,
    examples: known === undefined ? more.examples.slice(0, examplesOfEach) : firstOf(known.examples, more.examples, examplesOfEach),
  });
}

/** The first references in order, whatever order the cases are read in. */
function firstOf(known: readonly string[], more: readonly string[], most: number): readonly string[] {
  const last = known.at(-1);
  if (known.length >= most && (last === undefined || more.every((reference) => reference >= last))) return known;
  return [...new Set([...known, ...more])].sort().slice(0, most);
}

/** The report of a tally. The same cases give the same bytes, in whatever order they were read. */
export function impactReport(tally: ImpactTally): ImpactReport {
  const { candidate, current } = tally;
  const transitions = [...tally.transitions.values()].sort(inOrder);
  const report: Omit<ImpactReport, 'digest'> = {
    format: 'tumor-board-impact/1',
    candidate,
    current,
    casesRead: tally.read,
    casesChanged: tally.changed,
    casesToRelist: tally.toRelist,
    parts: IMPACT_PARTS.flatMap((part) => {
      const count = tally.parts.get(part);
      return count === undefined ? [] : [{ part, count }];
    }),
    transitions,
  };
  return { ...report, digest: sha256Hex(canonicalJson(report)) };
}

const PLACES: ReadonlyMap<ImpactPart, number> = new Map(IMPACT_PARTS.map((part, index) => [part, index]));
const placeOf = (part: ImpactPart): number => PLACES.get(part) ?? PLACES.size;
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const inOrder = (a: ImpactTransition, b: ImpactTransition): number =>
  placeOf(a.part) - placeOf(b.part) || b.count - a.count || byText(a.before, b.before) || byText(a.after, b.after);

/** True when a report's digest is that of its content. */
export function isIntactImpactReport({ digest, ...report }: ImpactReport): boolean {
  return sha256Hex(canonicalJson(report)) === digest;
}
