import { daysAfter, type IsoDate } from '@tumor-board/kernel';
import type { SitePolicy } from '@tumor-board/knowledge';
import { isWorkingDay } from '../meeting/local-time.js';

/** How long things may take where a site has not decided otherwise. The product's opinion, not a guideline. */
export const DEFAULT_TIME_TARGETS = {
  /** Days from a complete baseline to the meeting; counted from the listing while the baseline is incomplete. */
  listingDays: 7,
  /** Days from a result that changes the plan to the meeting. */
  resultToBoardDays: 7,
  /** Working days from the meeting to the outcome letter. */
  outcomeLetterWorkingDays: 2,
  basis: 'product rule',
  verified: false,
} as const;

/** What the case waits for: its first presentation, a look at a result, or the board on the same day. */
export type Waiting = 'first-presentation' | 'result' | 'emergency';

/** The day by which the board is to have looked, when the wait begins today. */
export function dueBy(waiting: Waiting, today: IsoDate, { timeTargets }: SitePolicy): IsoDate {
  switch (waiting) {
    case 'first-presentation':
      return daysAfter(today, timeTargets?.listingDays ?? DEFAULT_TIME_TARGETS.listingDays);
    case 'result':
      return daysAfter(today, timeTargets?.resultToBoardDays ?? DEFAULT_TIME_TARGETS.resultToBoardDays);
    case 'emergency':
      return today;
  }
}

function workingDaysAfter(day: IsoDate, days: number): IsoDate {
  let [last, left] = [day, days];
  while (left > 0) {
    last = daysAfter(last, 1);
    if (isWorkingDay(last)) left -= 1;
  }
  return last;
}

/** The day by which the outcome letters of a meeting are to be sent, in working days from Monday to Friday. Public holidays are not known here. */
export const lettersDueBy = (meetingOn: IsoDate, { timeTargets }: SitePolicy): IsoDate =>
  workingDaysAfter(meetingOn, timeTargets?.outcomeLetterWorkingDays ?? DEFAULT_TIME_TARGETS.outcomeLetterWorkingDays);
