import { inWords, texts } from '../texts/texts.js';

const NAMES: Readonly<Partial<Record<string, string>>> = texts.case.parts;

/** A part of the assessment as people call it: `m1.YAO23` is `class by YAO23`, `stage.TNM-9.m` is `M (TNM-9)`. */
export function partName(part: string): string {
  const known = NAMES[part];
  if (known !== undefined) return known;
  const [area, edition, item] = part.split('.');
  if (area === 'm1' && edition !== undefined) return texts.case.classBy(edition);
  if (area === 'stage' && edition !== undefined) return texts.case.stageBy(item ?? 'group', edition);
  return inWords(part.replaceAll('.', ': '));
}
