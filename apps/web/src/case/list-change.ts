/** The parts of the assessment that are lists, told as one text with commas. */
const LISTS: ReadonlySet<string> = new Set(['missing', 'alerts', 'nextStep.needs', 'nextStep.blocked', 'nextStep.regimen']);

export const isListPart = (part: string): boolean => LISTS.has(part);

const items = (text: string | null): readonly string[] => (text === null ? [] : text.split(', '));

/** What left a list and what came to it; what stayed is left out. */
export function listChange(
  before: string | null,
  after: string | null,
): { readonly gone: readonly string[]; readonly come: readonly string[] } {
  const [then, now] = [items(before), items(after)];
  return { gone: then.filter((item) => !now.includes(item)), come: now.filter((item) => !then.includes(item)) };
}
