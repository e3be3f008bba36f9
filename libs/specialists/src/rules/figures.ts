import { effectText, evidenceEntry } from '@tumor-board/knowledge';

/** A figure of the evidence register in words, with the name of its study: taken from the register, never typed again. */
export function figure(entryId: string, index = 0): string {
  const { name, effects, groups } = evidenceEntry(entryId);
  const effect = effects[index];
  return effect === undefined ? name : `${name}: ${effectText(effect, groups)}`;
}
