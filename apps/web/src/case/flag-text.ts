import { inWords, texts } from '../texts/texts.js';

/** What a flag of a finding means, as a sentence; a flag without one by its name. */
export const flagText = (flag: string): string =>
  (texts.case.flags as Readonly<Partial<Record<string, string>>>)[flag] ?? `${inWords(flag)}.`;
