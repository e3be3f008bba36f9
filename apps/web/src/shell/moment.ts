const two = (part: number): string => String(part).padStart(2, '0');

/** The day of a moment by the clock of whoever looks, `2026-11-23`. */
export function dayText(at: string | number): string {
  const moment = new Date(at);
  return `${String(moment.getFullYear()).padStart(4, '0')}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

/** The time of a moment by the clock of whoever looks, `10:50:42`; 24 hours, whatever the browser's language. */
export function clockText(at: string | number): string {
  const moment = new Date(at);
  return [moment.getHours(), moment.getMinutes(), moment.getSeconds()].map(two).join(':');
}

/** A moment by the clock of whoever looks, `2026-11-23 10:50:42`: written like every day on the screens, and sorted as it is read. */
export const momentText = (at: string | number): string => `${dayText(at)} ${clockText(at)}`;
