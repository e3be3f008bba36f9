import { dayNumber, daysAfter, type IsoDate } from '@tumor-board/kernel';
import type { SeriesPlan, Weekday } from './meeting-values.js';

const DAY_MS = 86_400_000;
const NAME = /^[A-Za-z][A-Za-z_]*(?:\/[A-Za-z0-9_+-]+)*$/;

/** True for a name of the IANA time zone database. */
export function isTimeZone(name: string): boolean {
  if (!NAME.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'short', timeStyle: 'medium', hourCycle: 'h23' });
  clocks.set(timeZone, made);
  return made;
}

/** How far the clocks of a zone are ahead of UTC at a moment, in ms. */
function aheadAt(timeZone: string, moment: number): number {
  const part = Object.fromEntries(
    clockOf(timeZone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) - moment;
}

/**
 * The moment at which clocks in a zone show a local time, ISO 8601 in UTC. A time that is skipped when clocks go forward
 * is taken as much later; of a time that comes twice the first is taken.
 */
export function instantOf(on: IsoDate, startsAt: string, timeZone: string): string {
  const wanted = Date.parse(`${on}T${startsAt}:00Z`);
  const before = wanted - aheadAt(timeZone, wanted - DAY_MS);
  const after = wanted - aheadAt(timeZone, wanted + DAY_MS);
  const fits = [before, after].find((moment) => moment + aheadAt(timeZone, moment) === wanted);
  return new Date(fits ?? before).toISOString();
}

const NAMES: readonly Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** The day of the week. */
export function weekdayOf(day: IsoDate): Weekday {
  // Day 0, the first of January 1970, was a Thursday.
  const index = (((dayNumber(day) + 3) % 7) + 7) % 7;
  return NAMES[index] ?? 'monday';
}

/** Monday to Friday; public holidays are not known here. */
export const isWorkingDay = (day: IsoDate): boolean => !['saturday', 'sunday'].includes(weekdayOf(day));

/** The next days of a series from a day on, at most `count`. */
export function daysOfSeries({ firstOn, everyWeeks }: Pick<SeriesPlan, 'firstOn' | 'everyWeeks'>, from: IsoDate, count: number): IsoDate[] {
  const step = everyWeeks * 7;
  const passed = Math.max(0, Math.ceil((dayNumber(from) - dayNumber(firstOn)) / step));
  return Array.from({ length: count }, (_, index) => daysAfter(firstOn, (passed + index) * step));
}
