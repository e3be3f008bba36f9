import type { ChangedPart } from '@tumor-board/knowledge';

/** Flags of EBV DNA that say something of the disease; the others speak of the sample, the assay or the timing. */
const SUBSTANTIAL_FLAGS: readonly string[] = ['rising-on-treatment', 'earlier-rebound'];

/** Parts whose flags do not matter: what is compared is the value. */
const VALUES = /^(?:m1\..+|oligometastatic|response\.gate|nextStep|ebvDna\.clearance|stage\..+)$/;

const withoutFlags = (text: string | null): string | null => text?.replace(/ \[[^\]]*\]$/, '') ?? null;

const flagsOf = (text: string | null): readonly string[] => / \[(?<flags>[^\]]*)\]$/.exec(text ?? '')?.groups?.['flags']?.split(', ') ?? [];

/** The category of EBV DNA with the flags of substance: neither the half-life nor how sure it is makes another of it. */
const ebvDna = (text: string | null): string =>
  `${withoutFlags(text)?.split(' ')[0] ?? ''} ${flagsOf(text)
    .filter((flag) => SUBSTANTIAL_FLAGS.includes(flag))
    .join(' ')}`;

/** Whether a part changed in something that a board decides on: a category, a class, a stage, the gate or the step. */
export function isSubstantial({ part, before, after }: ChangedPart): boolean {
  if (part === 'ebvDna.category') return ebvDna(before) !== ebvDna(after);
  return VALUES.test(part) && withoutFlags(before) !== withoutFlags(after);
}

/** Whether the proposed step changed. */
export const isStep = ({ part }: ChangedPart): boolean => part === 'nextStep';

/** The options that a guard, a response or a wish rules out now and did not before. */
export function newlyBlocked(news: readonly ChangedPart[]): readonly string[] {
  const part = news.find((changed) => changed.part === 'nextStep.blocked');
  const listed = (text: string | null | undefined): string[] => (text === null || text === undefined ? [] : text.split(', '));
  const before = listed(part?.before);
  return listed(part?.after).filter((option) => !before.includes(option));
}
