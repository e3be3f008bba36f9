import type { Content, Meaning, Override } from './decision-content.js';

/** The lists that a decision is written from, as the service knows them. */
export const STEPS = [
  'complete-baseline',
  'ablate-upfront',
  'start-systemic',
  'continue-systemic',
  'repeat-imaging',
  'confirm-progression',
  'locoregional-rt',
  'consolidate-metastases',
  'maintenance',
  'surveillance',
  'change-systemic',
  'board-discussion',
  'supportive-care',
] as const satisfies readonly Content['step'][];

export const KINDS = ['first-presentation', 'local-therapy', 'any'] as const satisfies readonly Content['kind'][];
export const INTENTS = [
  'radical',
  'disease-control',
  'palliative',
  'supportive',
  'diagnostic',
] as const satisfies readonly Content['intent'][];
export const STANDS = ['agrees', 'declines', 'undecided', 'not-asked-yet'] as const satisfies readonly Content['preference']['stand'][];
export const POSITIONS = ['agrees', 'silent', 'differs', 'open'] as const satisfies readonly Content['guidelines'][number]['position'][];
export const RESULTS = ['response-scan', 'ebv-dna'] as const satisfies readonly Content['expectations'][number]['result'][];
export const MEANINGS = ['chair', 'author'] as const satisfies readonly Meaning[];
export const OVERRIDE_REASONS = [
  'patient-preference',
  'comorbidity-or-frailty',
  'toxicity-or-contraindication',
  'new-information-not-recorded',
  'evidence-weighed-otherwise',
  'evidence-not-applicable-to-this-patient',
  'treatment-not-available',
  'trial-offered',
  'local-practice',
  'proposal-wrong',
  'other',
] as const satisfies readonly Override['reason'][];

/** The code among those of a list; the first when it is none of them. */
export const codeOf = <Code extends string>(codes: readonly [Code, ...Code[]], value: string): Code =>
  codes.find((code) => code === value) ?? codes[0];
