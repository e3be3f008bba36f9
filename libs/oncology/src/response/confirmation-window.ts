import { dayNumber, type IsoDate } from '@tumor-board/kernel';
import { CONFIRMATION_CLOSES_DAYS, CONFIRMATION_OPENS_DAYS, type UnconfirmedProgression } from './immune-response.js';
import type { PendingProgression } from './scan-detail.js';

const daysAfter = (date: IsoDate, days: number): IsoDate => new Date((dayNumber(date) + days) * 86_400_000).toISOString().slice(0, 10);

/** When the scan that confirms a progression is due: 4 to 8 weeks after the progression was first seen (iRECIST). */
export const confirmationWindow = ({ fact, on }: UnconfirmedProgression): PendingProgression => ({
  fact,
  on,
  opensOn: daysAfter(on, CONFIRMATION_OPENS_DAYS),
  closesOn: daysAfter(on, CONFIRMATION_CLOSES_DAYS),
});
