/** One day in ms. */
export const DAY_MS = 86_400_000;

/** Midnight UTC of a day, in ms: the one scale of the timeline. */
export const atDay = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** The day of a moment on that scale. */
export const dayAt = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** Room before the first and after the last day. */
const MARGINS = { before: 7, after: 14 } as const;

/** The part of the scale that holds all days, with some room at both ends. */
export function spanOf({ firstDay, lastDay }: { readonly firstDay: string | null; readonly lastDay: string }): readonly [number, number] {
  return [atDay(firstDay ?? lastDay) - MARGINS.before * DAY_MS, atDay(lastDay) + MARGINS.after * DAY_MS];
}

/** Days from and to, both included. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

/** When the board speaks so long after the last fact, the days between would press the curves into a corner. */
const QUIET_DAYS = 120;

/**
 * The days that are shown before anybody chooses some: all of them (null), or those of the facts where the board decided
 * long after the last of them, as on a record that was brought in later.
 */
export function firstShown(days: {
  readonly firstDay: string | null;
  readonly lastDay: string;
  readonly lastFactDay: string;
}): DayRange | null {
  if (atDay(days.lastDay) - atDay(days.lastFactDay) <= QUIET_DAYS * DAY_MS) return null;
  const [from, to] = spanOf({ firstDay: days.firstDay, lastDay: days.lastFactDay });
  return { from: dayAt(from), to: dayAt(to) };
}

/** The last months before the end of the scale; never more than there is. */
export function lastMonths(span: readonly [number, number], months: number): DayRange {
  return { from: dayAt(Math.max(span[0], span[1] - months * 30.44 * DAY_MS)), to: dayAt(span[1]) };
}
