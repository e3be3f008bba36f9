import type { AddAgendaItem, MeetingCommand } from './meeting-command.js';
import type { MeetingEvent } from './meeting-event.js';
import type { MeetingPlan } from './meeting-values.js';

/** The same UUID for the same number. */
export const uuid = (number: number, kind = 'a'): string => `${String(number).padStart(8, '0')}-000${kind}-4000-8000-000000000000`;
export const [A, B, C, D] = [1, 2, 3, 4].map((number) => uuid(number)) as [string, string, string, string];
export const caseOf = (itemId: string): string => itemId.replace('-000a-', '-000c-');
export const OTHER_MEETING = uuid(9, 'b');
export const CHAIR = 'account:chair';

export const plan: MeetingPlan = {
  title: 'NPC board',
  on: '2026-11-30',
  startsAt: '14:30',
  timeZone: 'Asia/Hong_Kong',
  durationMinutes: 60,
  place: 'Room 4',
  disciplines: ['radiation-oncology', 'medical-oncology', 'radiology', 'pathology'],
  capacity: 8,
};
export const planned: MeetingEvent = { type: 'MeetingPlanned', data: plan };
export const opened: MeetingEvent = { type: 'MeetingOpened', data: { by: CHAIR } };
export const closed = (...notReached: string[]): MeetingEvent => ({ type: 'MeetingClosed', data: { by: CHAIR, notReached } });
export const cancelled: MeetingEvent = { type: 'MeetingCancelled', data: { reason: 'too-few-cases' } };

export const added = (itemId: string, after: string | null = null, mode: AddAgendaItem['mode'] = 'discussion'): MeetingEvent => ({
  type: 'AgendaItemAdded',
  data: { itemId, caseId: caseOf(itemId), mode, after, origin: { kind: 'by-hand' } },
});
export const moved = (itemId: string, after: string | null, insteadOf?: string): MeetingEvent => ({
  type: 'AgendaItemMoved',
  data: { itemId, after, ...(insteadOf === undefined ? {} : { insteadOf }) },
});
export const removed = (itemId: string): MeetingEvent => ({ type: 'AgendaItemRemoved', data: { itemId, reason: 'no-longer-needed' } });
export const decided = (itemId: string, decisionId = uuid(1, 'd')): MeetingEvent => ({ type: 'ItemDecided', data: { itemId, decisionId } });
export const notReached = (itemId: string): MeetingEvent => ({ type: 'ItemNotReached', data: { itemId, carryOver: 'next' } });

export const add = (itemId: string, after?: string | null, mode: AddAgendaItem['mode'] = 'discussion'): AddAgendaItem => ({
  type: 'AddAgendaItem',
  itemId,
  caseId: caseOf(itemId),
  mode,
  after,
  origin: { kind: 'by-hand' },
  ...(mode === 'discussion' ? {} : { standard: { allowed: true, because: [] } }),
});
export const move = (itemId: string, after: string | null): MeetingCommand => ({ type: 'MoveAgendaItem', itemId, after });
export const remove = (itemId: string): MeetingCommand => ({ type: 'RemoveAgendaItem', itemId, reason: 'no-longer-needed' });
