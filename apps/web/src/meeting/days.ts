import type { MeetingInList, Series } from './meeting-queries.js';

const DAY = 86_400_000;

/** A day in the calendar, so many days after another. */
export const daysFrom = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

/** Today by the clock of whoever looks. */
export function todayOf(now: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The moment at which a day begins by the clock of whoever looks. */
export const momentOfDay = (day: string): string => new Date(`${day}T00:00:00`).toISOString();

const WEEKDAYS = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const satisfies readonly Series['weekday'][];

/** The day of the week of a day in the calendar. */
export const weekdayOf = (day: string): Series['weekday'] | undefined => WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()];

/** The meetings of one day. */
export interface Day {
  readonly on: string;
  readonly meetings: readonly MeetingInList[];
}

/** Meetings by day, in the order in which they came; the latest first where one looks back. */
export function byDay(meetings: readonly MeetingInList[], latestFirst = false): readonly Day[] {
  const days = new Map<string, MeetingInList[]>();
  for (const meeting of meetings) {
    const same = days.get(meeting.on);
    if (same === undefined) days.set(meeting.on, [meeting]);
    else same.push(meeting);
  }
  const found = [...days].map(([on, ofDay]) => ({ on, meetings: ofDay }));
  return latestFirst ? found.reverse() : found;
}

/** The meeting of a series after a day, to which cases that were not reached go. */
export const nextOfSeries = (series: Series, meetingId: string, on: string): Series['meetings'][number] | undefined =>
  series.meetings.filter((meeting) => meeting.meetingId !== meetingId && meeting.on > on).sort((a, b) => a.on.localeCompare(b.on))[0];

/** The next day of a series that is neither past nor planned yet. */
export function nextDayOf({ firstOn, everyWeeks, meetings }: Pick<Series, 'firstOn' | 'everyWeeks' | 'meetings'>, today: string): string {
  const last = meetings.reduce((latest, { on }) => (on > latest ? on : latest), '');
  let day = firstOn;
  while (day < today || day <= last) day = daysFrom(day, everyWeeks * 7);
  return day;
}
