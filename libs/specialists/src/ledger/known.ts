import { EVIDENCE_REGISTER, evidenceSource, isEvidenceId, ruleInWords } from '@tumor-board/knowledge';
import { screeningItems } from '../clinical-trials/open-criteria.js';
import type { Option } from '../input/option.js';
import type { PanelInput } from '../input/panel-input.js';
import { needsOfCase, openItems } from '../opinion/need.js';
import { panelRule } from '../rules/panel-rules.js';
import { AGENTS } from '../run/agents.js';

/** A rule as a claim may cite it. */
export interface KnownRule {
  readonly verified: boolean;
  /** A rule that can carry a veto: a fitness guard, the wish of the patient, or a safety rule of the panel. */
  readonly safety: boolean;
  /** False for a fitness guard that nothing recorded of this patient meets. */
  readonly applies: boolean;
}

/** Rules that protect the patient, by their ids. */
const SAFETY =
  /^(fitness\.|preference$|panel\/(pharmacy-safety|palliative-supportive)\/|panel\/radiation-oncology\/(recovery|earlier-fields)$)/;

/** What a claim may point at in one case: facts, evidence, rules, options and missing items. */
export interface Known {
  /** True for a fact that stands. */
  readonly standingFact: (id: string) => boolean;
  /** True for a fact that was ever recorded. */
  readonly recordedFact: (id: string) => boolean;
  /** Whether the register holds it, and whether it is verified; undefined when it does not. */
  readonly evidence: (id: string) => { readonly verified: boolean } | undefined;
  readonly rule: (id: string) => KnownRule | undefined;
  readonly option: (name: string) => Option | undefined;
  readonly isMissing: (item: string) => boolean;
  /** True for an item that some discipline needs of a case: only then can a record be said to hold it. */
  readonly isKnownItem: (item: string) => boolean;
}

const ENTRIES: ReadonlyMap<string, { readonly verified: boolean }> = new Map(EVIDENCE_REGISTER.map((entry) => [entry.id, entry]));

/** Reads off a case what claims may point at. */
export function knownOf(input: PanelInput): Known {
  const { timeline, record, assessment, release, policy, options } = input;
  const standing = new Set(timeline.facts.map(({ id }) => id));
  const recorded = new Set(record.facts.map(({ id }) => id));
  const byName = new Map(options.map((option) => [option.option, option]));
  const missing = new Set([
    ...openItems(input),
    ...AGENTS.flatMap(({ needs }) => needsOfCase(needs, input).missing.map(({ item }) => item)),
    ...screeningItems(input).map(({ item }) => item),
  ]);
  const needed = new Set(AGENTS.flatMap(({ needs }) => needs.map(({ item }) => item)));
  // A row's addition (`P24/liver`) is a rule of the case only where the assessment gives it.
  const given = new Set(
    [...assessment.nextStep.because, ...assessment.nextStep.blocked.flatMap(({ because }) => because)].flatMap(({ rule }) => rule ?? []),
  );
  const met = new Set(Object.values(input.fitness).flatMap(({ because }) => because.flatMap(({ rule }) => rule ?? [])));
  return {
    standingFact: (id) => standing.has(id),
    recordedFact: (id) => recorded.has(id),
    evidence: (id) => ENTRIES.get(id) ?? (isEvidenceId(id) ? evidenceSource(id) : undefined),
    rule: (id) => {
      const safety = SAFETY.test(id);
      const own = panelRule(id);
      if (own !== undefined) return { verified: own.verified, safety, applies: true };
      if (/^P\d+\//.test(id) && !given.has(id)) return undefined;
      const words = ruleInWords(id, release, policy);
      return words === undefined
        ? undefined
        : { verified: words.verified ?? true, safety, applies: !id.startsWith('fitness.') || met.has(id) };
    },
    option: (name) => byName.get(name),
    isMissing: (item) => missing.has(item),
    isKnownItem: (item) => needed.has(item),
  };
}
