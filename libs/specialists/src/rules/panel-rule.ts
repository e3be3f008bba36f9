import type { PanelDiscipline } from '../opinion/discipline.js';

/** A rule that an agent argues by, as data: what it says, where it comes from, and whether that source was read. */
export interface PanelRule {
  /** `panel/radiology/targets` */
  readonly id: string;
  readonly discipline: PanelDiscipline;
  readonly words: string;
  readonly source: string;
  /** Ids in the evidence register, where the source is held there. */
  readonly evidence: readonly string[];
  /** False: general knowledge or uncertain; shown as not verified, never as settled. */
  readonly verified: boolean;
}

/** Where rules come from. */
export interface RuleSource {
  readonly source: string;
  readonly evidence?: readonly string[];
  readonly verified?: boolean;
}

export const RECIST: RuleSource = { source: 'RECIST 1.1 (Eisenhauer 2009)', evidence: ['eisenhauer-2009'], verified: false };
export const IRECIST: RuleSource = { source: 'iRECIST (Seymour 2017)', evidence: ['seymour-2017'] };
export const REVIEW: RuleSource = { source: 'review (Liu 2023)', evidence: ['liu-2023'] };
export const PRODUCT: RuleSource = { source: 'product rule', evidence: ['product-rule'] };
export const GENERAL: RuleSource = { source: 'general knowledge, not read again in a source', verified: false };

/** Writes the rules of one discipline; every discipline has the rule by which it asks for what it needs. */
export function panelRules<Name extends string>(
  discipline: PanelDiscipline,
  rows: Readonly<Record<Name, readonly [words: string, source: RuleSource]>>,
): { readonly rules: readonly PanelRule[]; readonly rule: (name: Name) => string } {
  const id = (name: string): string => `panel/${discipline}/${name}`;
  const asks: readonly [string, RuleSource] = ['What the discipline needs and the record lacks is asked for, never assumed.', PRODUCT];
  const rules = Object.entries<readonly [string, RuleSource]>({ ...rows, needs: asks }).map(
    ([name, [words, { source, evidence = [], verified = true }]]): PanelRule => ({
      id: id(name),
      discipline,
      words,
      source,
      evidence,
      verified,
    }),
  );
  return { rules, rule: id };
}
