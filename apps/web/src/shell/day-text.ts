import { isCalendarDate } from '@tumor-board/kernel';

/** Year first, so that 03/04 can never be read in two ways; the signs between may be left out. */
const TYPED = /^(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|(\d{2})(\d{2}))$/;

/** The day that somebody typed, `2025-03-04`, from `2025-03-04`, `20250304`, `2025/3/4` or `2025.3.4`; `undefined` when it is no day of the calendar. */
export function readDay(typed: string): string | undefined {
  const parts = TYPED.exec(typed.trim());
  if (parts === null) return undefined;
  const [, year, , month = parts[5], day = parts[6]] = parts;
  const read = [year, month?.padStart(2, '0'), day?.padStart(2, '0')].join('-');
  return isCalendarDate(read) ? read : undefined;
}

/** Why a field does not hold a day that may be given. */
export type DayFault = 'no-day' | 'too-early' | 'too-late';

/** What is wrong with what stands in the field of a day; an empty field has no fault. */
export function dayFault(typed: string, { min, max }: { readonly min?: string; readonly max?: string }): DayFault | undefined {
  if (typed.trim() === '') return undefined;
  const day = readDay(typed);
  if (day === undefined) return 'no-day';
  if (min !== undefined && day < min) return 'too-early';
  if (max !== undefined && day > max) return 'too-late';
  return undefined;
}
