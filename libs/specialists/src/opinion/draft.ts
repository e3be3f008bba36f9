import type { Draft, Severity } from './claim.js';

/** What a draft rests on. */
export interface Grounds {
  readonly facts?: readonly string[] | undefined;
  readonly rule?: string;
  readonly evidence?: readonly string[];
  readonly severity?: Severity;
}

const unique = (ids: readonly string[] | undefined): readonly string[] => [...new Set(ids ?? [])];

const draft = (stance: Draft['stance'], option: string, text: string, { facts, rule, evidence, severity }: Grounds): Draft => ({
  stance,
  option,
  text,
  facts: unique(facts),
  ...(rule === undefined ? {} : { rule }),
  evidence: unique(evidence),
  ...(severity === undefined ? {} : { severity }),
});

/** An argument for an option; needs a rule or evidence. */
export const argueFor = (option: string, text: string, grounds: Grounds): Draft => draft('for', option, text, grounds);

/** An argument against an option; needs a rule or evidence. */
export const argueAgainst = (option: string, text: string, grounds: Grounds): Draft => draft('against', option, text, grounds);

/** A doubt that the board should weigh; needs a fact or a rule. */
export const raise = (option: string, text: string, grounds: Grounds): Draft => draft('concern', option, text, grounds);

/** Asks for a missing item. */
export const ask = (option: string, item: string, text: string, grounds: Grounds): Draft => ({
  ...draft('request', option, text, grounds),
  item,
});

/** A doubt about other claims. */
export const challenge = (option: string, text: string, answers: readonly string[], grounds: Grounds): Draft => ({
  ...draft('concern', option, text, grounds),
  answers: unique(answers),
});

/** The text as a sentence: a capital first, a full stop last. */
export const sentence = (text: string): string => {
  const trimmed = text.trim();
  const whole = /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
  return whole.charAt(0).toUpperCase() + whole.slice(1);
};

/** A whole number as it is read: 25,000. */
export const grouped = (value: number): string => {
  const [whole = '', decimals] = String(value).split('.');
  const digits = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return decimals === undefined ? digits : `${digits}.${decimals}`;
};

/** One or several: `1 lesion`, `3 lesions`. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${grouped(count)} ${count === 1 ? one : many}`;

/** `a, b and c`, or `a, b or c`. */
export const listed = (parts: readonly string[], last: 'and' | 'or' = 'and'): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${last} ${parts.at(-1)}`;
