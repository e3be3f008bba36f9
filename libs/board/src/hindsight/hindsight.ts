import { canonicalJson } from '@tumor-board/kernel';
import {
  applyChanges,
  assess,
  type CaseRecord,
  changedParts,
  type Headline,
  headlineOf,
  type KnowledgeRelease,
  type NextStepCode,
  type SitePolicy,
} from '@tumor-board/knowledge';
import type { IdentifiedFact } from '@tumor-board/oncology';
import type { DecisionBasis, DecisionContent, OverrideReason } from '../decision/decision-content.js';

/** Why what stands now differs from what a board decided. */
export const HINDSIGHT_CAUSES = ['new-rule', 'corrected-data', 'new-data', 'board-override'] as const;
export type HindsightCause = (typeof HINDSIGHT_CAUSES)[number];

/** The rules of a reading: a release and the policy it is used with. */
export interface Rules {
  readonly release: KnowledgeRelease;
  readonly policy: SitePolicy;
}

/** A decision as it was recorded, and what came after. */
export interface HindsightInput {
  readonly decision: {
    readonly content: Pick<DecisionContent, 'step' | 'override'>;
    readonly basis: Pick<DecisionBasis, 'headline' | 'proposed' | 'release'>;
  };
  /** The record as it was known at the basis of the decision, without what was recorded later. */
  readonly recordThen: CaseRecord;
  /** Every fact of today in the order of recording: those of `recordThen` come first. */
  readonly facts: readonly IdentifiedFact[];
  /** The policy that the decision was advised under. */
  readonly policyThen: SitePolicy;
  readonly today: Rules;
}

/** One part that says something else, and why. */
export interface HindsightDifference {
  /** A part of the headline, `nextStep` among them. */
  readonly part: string;
  readonly cause: HindsightCause;
  readonly before: string | null;
  readonly after: string | null;
  /** Ids of the facts after which it changed; empty for a rule or an override. */
  readonly facts: readonly string[];
  /** For a new rule: what was in force then and now. */
  readonly rules?: { readonly from: string; readonly to: string; readonly policyChanged: boolean };
  /** For an override: the coded reason; null when none was given. */
  readonly override?: OverrideReason | null;
  /** True when another cause changed the same part too: what each is charged with then depends on the order of the steps. */
  readonly isShared: boolean;
}

/** One of the three readings. */
export interface HindsightColumn {
  readonly release: string;
  readonly headline: Headline;
  readonly nextStep: string;
}

/** A decision looked back at. */
export interface Hindsight {
  /** What was on the screen. */
  readonly asDecided: HindsightColumn & { readonly decided: NextStepCode };
  readonly sameFactsTodaysRules: HindsightColumn;
  readonly todaysFactsTodaysRules: HindsightColumn;
  /** The causes in the order in which they were let act, one after the other; then the board's own choice. */
  readonly order: readonly HindsightCause[];
  readonly differences: readonly HindsightDifference[];
  /** Whether today's rules and facts would propose what the board decided. */
  readonly stillProposed: boolean;
}

/**
 * Looks back at a decision. From what was on the screen to what would be there now in three steps, each computed anew
 * from the one before: today's rules on the facts known then; the corrections of those facts; the facts that are new.
 * Each difference is charged to the step that made it, and within a step to the facts after which the part changed.
 * Where the board chose otherwise than proposed, that is a difference of its own.
 */
export function hindsight({ decision, recordThen, facts, policyThen, today }: HindsightInput): Hindsight {
  const { basis, content } = decision;
  const read = (known: readonly IdentifiedFact[]): Headline =>
    headlineOf(assess({ ...recordThen, facts: known }, today.release, today.policy));

  const sameFacts = read(recordThen.facts);
  const { corrections, fresh } = laterFacts(recordThen.facts, facts);
  const corrected = letAct(sameFacts, recordThen.facts, corrections, read);
  const withNew = letAct(corrected.headline, [...recordThen.facts, ...corrections], fresh, read);
  // In the order of recording, as everybody else reads them: the last word on what stands.
  const now = read(facts);

  const rules = {
    from: basis.release,
    to: today.release.id,
    policyChanged: canonicalJson(policyThen) !== canonicalJson(today.policy),
  };
  const found: Omit<HindsightDifference, 'isShared'>[] = [
    ...changedParts(basis.headline, sameFacts).map((change) => ({ ...change, cause: 'new-rule' as const, facts: [], rules })),
    ...corrected.changes.map((change) => ({ ...change, cause: 'corrected-data' as const })),
    ...settled(corrected.headline, now, withNew.changes).map((change) => ({ ...change, cause: 'new-data' as const })),
  ];
  if (content.step !== basis.proposed) {
    const override = content.override?.reason ?? null;
    found.push({ part: 'nextStep', cause: 'board-override', before: basis.proposed, after: content.step, facts: [], override });
  }
  const times = new Map<string, number>();
  for (const { part } of found) times.set(part, (times.get(part) ?? 0) + 1);
  return {
    asDecided: { ...column(basis.release, basis.headline), decided: content.step },
    sameFactsTodaysRules: column(today.release.id, sameFacts),
    todaysFactsTodaysRules: column(today.release.id, now),
    order: HINDSIGHT_CAUSES,
    differences: found.map((difference) => ({ ...difference, isShared: (times.get(difference.part) ?? 0) > 1 })),
    stillProposed: now['nextStep'] === content.step,
  };
}

const column = (release: string, headline: Headline): HindsightColumn => ({ release, headline, nextStep: headline['nextStep'] ?? '' });

/** What was recorded later, parted into corrections of what was known then and the rest. */
export function laterFacts(
  known: readonly IdentifiedFact[],
  all: readonly IdentifiedFact[],
): { readonly corrections: readonly IdentifiedFact[]; readonly fresh: readonly IdentifiedFact[] } {
  const ids = new Set(known.map(({ id }) => id));
  const corrections: IdentifiedFact[] = [];
  const fresh: IdentifiedFact[] = [];
  for (const fact of all.slice(known.length)) {
    const target = fact.type === 'FactCorrected' ? fact.corrects : fact.type === 'FactRetracted' ? fact.retracts : undefined;
    if (target === undefined || !ids.has(target)) fresh.push(fact);
    else {
      corrections.push(fact);
      ids.add(fact.id);
    }
  }
  return { corrections, fresh };
}

interface Effect {
  readonly part: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly facts: readonly string[];
}

/** Lets facts act one after the other and charges each part that ends up otherwise to those after which it changed. */
function letAct(
  from: Headline,
  known: readonly IdentifiedFact[],
  later: readonly IdentifiedFact[],
  read: (facts: readonly IdentifiedFact[]) => Headline,
): { readonly headline: Headline; readonly changes: readonly Effect[] } {
  let headline = from;
  const behind = new Map<string, string[]>();
  later.forEach((fact, index) => {
    const next = read([...known, ...later.slice(0, index + 1)]);
    for (const { part } of changedParts(headline, next)) behind.set(part, [...(behind.get(part) ?? []), fact.id]);
    headline = next;
  });
  const changes = changedParts(from, headline).map((change) => ({ ...change, facts: behind.get(change.part) ?? [] }));
  return { headline, changes };
}

/** The changes as they end in what stands now, also where the order of recording gave a tie another way. */
function settled(from: Headline, now: Headline, changes: readonly Effect[]): Effect[] {
  const facts = new Map(changes.map((change) => [change.part, change.facts]));
  return changedParts(from, now).map((change) => ({ ...change, facts: facts.get(change.part) ?? [] }));
}

/** The headline that a chain of differences leads to, for who checks that nothing is left unexplained. */
export const afterDifferences = ({ asDecided, differences }: Hindsight): Headline =>
  applyChanges(
    asDecided.headline,
    differences.filter(({ cause }) => cause !== 'board-override'),
  );
