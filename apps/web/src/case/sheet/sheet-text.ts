import { texts } from '../../texts/texts.js';

/** A reason with the facts and the evidence that it rests on. */
export interface SheetReason {
  readonly text: string;
  readonly facts?: readonly string[];
  readonly evidence?: readonly string[];
}

/** The numbers of facts and the ids of evidence in brackets; nothing when there are none. */
export function factsText(facts: readonly string[], evidence: readonly string[] = []): string {
  const named = [...facts.map(texts.case.fact), ...evidence];
  return named.length === 0 ? '' : texts.case.sheet.of(named.join(', '));
}
