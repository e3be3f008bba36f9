import type { components } from '../api/schema.js';

export type Hindsight = components['schemas']['Hindsight'];
export type Difference = Hindsight['differences'][number];

/** One part of the headline in the three readings, with why it differs. */
export interface HindsightRow {
  readonly part: string;
  readonly asDecided: string | null;
  readonly sameFacts: string | null;
  readonly todaysFacts: string | null;
  readonly differences: readonly Difference[];
}

/** The three readings side by side, what differs first, each in the order of the headline. */
export function rowsOf({
  asDecided,
  sameFactsTodaysRules,
  todaysFactsTodaysRules,
  differences,
}: Pick<Hindsight, 'asDecided' | 'sameFactsTodaysRules' | 'todaysFactsTodaysRules' | 'differences'>): readonly HindsightRow[] {
  const headlines = [asDecided.headline, sameFactsTodaysRules.headline, todaysFactsTodaysRules.headline] as const;
  const parts = [...new Set([...headlines.flatMap((headline) => Object.keys(headline)), ...differences.map(({ part }) => part)])];
  const rows = parts.map((part) => ({
    part,
    asDecided: headlines[0][part] ?? null,
    sameFacts: headlines[1][part] ?? null,
    todaysFacts: headlines[2][part] ?? null,
    differences: differences.filter((difference) => difference.part === part),
  }));
  return [...rows.filter(differs), ...rows.filter((row) => !differs(row))];
}

/** True when a part is not the same in all three readings, or something is said of it. */
export const differs = ({ asDecided, sameFacts, todaysFacts, differences }: HindsightRow): boolean =>
  differences.length > 0 || asDecided !== sameFacts || sameFacts !== todaysFacts;
