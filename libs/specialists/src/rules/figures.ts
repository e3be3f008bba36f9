import { effectText, evidenceEntry } from '@tumor-board/knowledge';

/** Figures of one entry of the evidence register in words, after the name of its study: taken from the register, never typed again. */
export function figure(entryId: string, ...indices: readonly number[]): string {
  const { name, effects, groups } = evidenceEntry(entryId);
  const texts = (indices.length === 0 ? [0] : indices).flatMap((index) => {
    const effect = effects[index];
    return effect === undefined ? [] : [effectText(effect, groups)];
  });
  return texts.length === 0 ? name : `${name}: ${texts.join('; ')}`;
}
