import type { components, operations } from '../api/schema.js';

type Answer = components['schemas']['DecisionDraft'];

/** What the panel said of the case, as far as it is shown beside a decision. */
export interface PanelSaid {
  readonly vetoes: readonly { readonly text: string }[];
  readonly dataGaps: readonly { readonly text: string }[];
  readonly openQuestions: readonly { readonly text: string }[];
  readonly dissent: readonly {
    readonly option: string;
    readonly for: readonly { readonly discipline: string; readonly text: string }[];
    readonly against: readonly { readonly discipline: string; readonly text: string }[];
  }[];
}

/** A decision to be completed, with what it rests on. */
export type Draft = Omit<Answer, 'panel'> & { readonly panel?: { readonly synthesis: PanelSaid | null } | null };
export type Content = Draft['content'];
export type Basis = Draft['basis'];
export type Step = Content['step'];
export type Action = Content['actions'][number];
export type Expectation = Content['expectations'][number];
export type Alternative = Content['alternatives'][number];
export type Dissent = Content['dissent'][number];
export type Override = NonNullable<Content['override']>;
export type NewDecision = operations['recordDecision']['requestBody']['content']['application/json'];
export type Meaning = NewDecision['signature']['meaning'];

/** Steps that treat metastases themselves, for which a quorum of their own is asked, as the service has it. */
const LOCAL_THERAPY: readonly Step[] = ['ablate-upfront', 'consolidate-metastases'];

/** The option under which a guard blocks a step itself, as the service has it. */
const OPTION_OF: Readonly<Partial<Record<Step, string>>> = {
  'ablate-upfront': 'upfront ablation',
  'start-systemic': 'systemic therapy',
  'continue-systemic': 'systemic therapy',
  'change-systemic': 'systemic therapy',
  'locoregional-rt': 'radical locoregional radiotherapy',
};

/** What a decision for a step is called. */
export const kindOf = (step: Step, isFirst: boolean): Content['kind'] =>
  LOCAL_THERAPY.includes(step) ? 'local-therapy' : isFirst ? 'first-presentation' : 'any';

/** Why a decision needs a coded reason; undefined while it follows what was proposed. */
export type Deviation = { readonly code: 'other-step' } | { readonly code: 'blocked'; readonly option: string };

export function deviationOf(
  { step }: Pick<Content, 'step'>,
  { proposed, blocked }: Pick<Basis, 'proposed' | 'blocked'>,
): Deviation | undefined {
  if (step !== proposed) return { code: 'other-step' };
  const option = OPTION_OF[step];
  return option !== undefined && blocked.includes(option) ? { code: 'blocked', option } : undefined;
}

/** The decision for another step. What only fits the step before, its override, is put right. */
export function withStep(
  content: Content,
  step: Step,
  { basis, isFirstPresentation }: Pick<Draft, 'basis' | 'isFirstPresentation'>,
): Content {
  const next = { ...content, step, kind: kindOf(step, isFirstPresentation) };
  if (deviationOf(next, basis) !== undefined) return next;
  const { override: _unneeded, ...rest } = next;
  return rest;
}

const said = (value: string | undefined): boolean => value !== undefined && value.trim() !== '';

/** What is sent: lines that were left empty are left out, so is an override that nothing needs. */
export function asSent(content: Content, basis: Basis): Content {
  const { noAlternatives, override, reviewOn, preference, ...rest } = content;
  const alternatives = content.alternatives.filter(({ option, because }) => said(option) || said(because));
  return {
    ...rest,
    alternatives,
    dissent: content.dissent.filter(({ by, text }) => said(by) || said(text)),
    actions: content.actions.filter(({ what }) => said(what)),
    preference: said(preference.text) ? preference : { stand: preference.stand },
    ...(alternatives.length === 0 && said(noAlternatives) ? { noAlternatives } : {}),
    ...(override !== undefined && deviationOf(content, basis) !== undefined ? { override } : {}),
    ...(said(reviewOn) ? { reviewOn } : {}),
  };
}

/**
 * A new draft with what somebody typed into the one before: a field that was left as it was filled in follows the new
 * draft, every other one stays.
 */
export function keptWords(typed: Content, before: Content, now: Content): Content {
  const merged: Record<string, unknown> = { ...now };
  for (const field of new Set([...Object.keys(typed), ...Object.keys(before)]) as Set<keyof Content>) {
    if (JSON.stringify(typed[field]) === JSON.stringify(before[field])) continue;
    if (typed[field] === undefined) delete merged[field];
    else merged[field] = typed[field];
  }
  return merged as unknown as Content;
}

/** An id that no line of a list has yet: `action-3`. */
export function freeId(name: string, taken: readonly string[]): string {
  let number = taken.length + 1;
  while (taken.includes(`${name}-${number}`)) number += 1;
  return `${name}-${number}`;
}
