import { problem } from '@tumor-board/kernel';
import { isOpenItem, itemOf } from './agenda.js';
import type { KnownMeeting } from './meeting-state.js';

/**
 * Whether a case that is put on another agenda by hand is to be taken off this one. False where the board is done with
 * its item here. A meeting that is being held keeps its cases: its minutes say what became of each.
 * @throws Problem `meeting.case-elsewhere` naming the meeting that is being held
 */
export function comesOff(meetingId: string, { agenda, plan, status }: KnownMeeting, itemId: string): boolean {
  const item = itemOf(agenda, itemId);
  if (item === undefined || !isOpenItem(item)) return false;
  if (status === 'planned') return true;
  const detail = `The case is on the agenda of “${plan.title}” on ${plan.on}, which is being held. Defer it there, to this meeting or another.`;
  throw problem('meeting.case-elsewhere', detail, { meetingId, itemId, title: plan.title, on: plan.on });
}
