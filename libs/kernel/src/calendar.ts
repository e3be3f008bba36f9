/** An ISO calendar date, `2025-01-06`. Dates compare as strings. */
export type IsoDate = string;

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for a date that exists in the calendar. */
export function isCalendarDate(text: string): boolean {
  const match = DATE.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  // There is no year 0, in the calendar or in the database.
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day <= (lengths[month - 1] as number);
}

/** Days since 1970-01-01 of a valid date, counted by the rules of the calendar: years are taken to begin in March, so that a leap day ends one. */
export function dayNumber(date: IsoDate): number {
  const at = (index: number): number => date.charCodeAt(index) - 48;
  const month = at(5) * 10 + at(6);
  const year = at(0) * 1000 + at(1) * 100 + at(2) * 10 + at(3) - (month <= 2 ? 1 : 0);
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + at(8) * 10 + at(9) - 1;
  return year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + dayOfYear - 719_468;
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => dayNumber(to) - dayNumber(from);

const DAY_MS = 86_400_000;

/** The day so many days later; earlier for a negative number. */
export const daysAfter = (day: IsoDate, days: number): IsoDate =>
  new Date((dayNumber(day) + days) * DAY_MS).toISOString().slice(0, 'YYYY-MM-DD'.length);
