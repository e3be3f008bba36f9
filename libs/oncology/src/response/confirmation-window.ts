import { daysAfter } from '@tumor-board/kernel';
import { CONFIRMATION_CLOSES_DAYS, CONFIRMATION_OPENS_DAYS, type UnconfirmedProgression } from './immune-response.js';
import type { PendingProgression } from './scan-detail.js';

/** When the scan that confirms a progression is due: 4 to 8 weeks after the progression was first seen (iRECIST). */
export const confirmationWindow = ({ fact, on }: UnconfirmedProgression): PendingProgression => ({
  fact,
  on,
  opensOn: daysAfter(on, CONFIRMATION_OPENS_DAYS),
  closesOn: daysAfter(on, CONFIRMATION_CLOSES_DAYS),
});
