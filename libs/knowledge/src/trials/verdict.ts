/** How a criterion stands to a record. */
export interface Verdict {
  readonly outcome: 'met' | 'not-met' | 'unknown';
  /** Ids of the facts that it rests on. */
  readonly facts: readonly string[];
  readonly text: string;
  /** What an unknown waits for: a fact to be recorded, or a person who judges or confirms. */
  readonly waitsFor?: 'fact' | 'person';
}

export const met = (text: string, facts: readonly string[]): Verdict => ({ outcome: 'met', facts, text });
export const notMet = (text: string, facts: readonly string[]): Verdict => ({ outcome: 'not-met', facts, text });
export const lacksFact = (text: string, facts: readonly string[] = []): Verdict => ({ outcome: 'unknown', facts, text, waitsFor: 'fact' });
export const needsPerson = (text: string, facts: readonly string[] = []): Verdict => ({
  outcome: 'unknown',
  facts,
  text,
  waitsFor: 'person',
});

/** Met or not met, as a condition says. */
export const decided = (holds: boolean, text: string, facts: readonly string[]): Verdict =>
  holds ? met(text, facts) : notMet(text, facts);
