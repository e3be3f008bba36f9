import type { IsoDate } from '@tumor-board/kernel';

const digits = (number: number, length: number): string => String(number).padStart(length, '0');

/** The day of a moment by the clocks of the hospital, which are those of the process: its time zone is set by `TZ`. */
export function dayOf(moment: string | Date): IsoDate {
  const at = new Date(moment);
  return `${digits(at.getFullYear(), 4)}-${digits(at.getMonth() + 1, 2)}-${digits(at.getDate(), 2)}`;
}

/** The day that it is now. */
export const today = (): IsoDate => dayOf(new Date());

/** The moment at which a day begins by the same clocks, in ms since 1970. */
export const beginningOf = (day: IsoDate): number => new Date(`${day}T00:00:00`).getTime();
