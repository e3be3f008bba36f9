import { isTimeZone, isWorkingDay } from '@tumor-board/board';
import { daysAfter, type IsoDate } from '@tumor-board/kernel';

/** When the board of the examples meets, by the clocks of this machine. */
export interface ExampleDays {
  readonly today: IsoDate;
  /** `14:05` */
  readonly now: string;
  readonly timeZone: string;
  /** The second working day from today: the first meeting of the series. */
  readonly next: IsoDate;
}

/** The days of the examples, from the moment at which a first start began to load them. */
export function exampleDays(begun: Date, zone = Intl.DateTimeFormat().resolvedOptions().timeZone): ExampleDays {
  const timeZone = isTimeZone(zone) ? zone : 'UTC';
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  const [today = '', now = ''] = clock.format(begun).split(' ');
  const ahead = [1, 2, 3, 4].map((days) => daysAfter(today, days));
  const [, next = today] = ahead.filter(isWorkingDay);
  return { today, now, timeZone, next };
}
