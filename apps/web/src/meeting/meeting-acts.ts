import { answered, api } from '../api/client.js';
import type { components, operations } from '../api/schema.js';
import { reordered } from './agenda-order.js';
import type { Meeting } from './meeting-queries.js';

type Body<Operation extends keyof operations> = operations[Operation] extends {
  readonly requestBody: { readonly content: { readonly 'application/json': infer Content } };
}
  ? Content
  : never;
type Recorded = components['schemas']['MeetingRecorded'];

export type Deferral = Body<'deferItem'>;
export type Removal = Body<'removeAgendaItem'>['reason'];
export type Cancellation = Body<'cancelMeeting'>['reason'];
export type Attendance = Body<'joinMeeting'>;
export type NewTime = Body<'moveMeeting'>;
export type Mode = NonNullable<Body<'addAgendaItem'>['mode']>;

/** What somebody wants of a meeting. */
export type MeetingAct =
  | { readonly kind: 'open' | 'close' | 'fill' }
  | { readonly kind: 'cancel'; readonly reason: Cancellation }
  | { readonly kind: 'reschedule'; readonly time: NewTime }
  | { readonly kind: 'add'; readonly caseId: string; readonly mode: Mode }
  | { readonly kind: 'move'; readonly itemId: string; readonly after: string | null }
  | { readonly kind: 'remove'; readonly itemId: string; readonly reason: Removal }
  | { readonly kind: 'pull-back' | 'call'; readonly itemId: string }
  | { readonly kind: 'defer'; readonly itemId: string; readonly deferral: Deferral }
  | { readonly kind: 'join'; readonly attendance: Attendance }
  | { readonly kind: 'leave'; readonly account?: string };

/**
 * Asks the service for it. The key makes a repetition harmless.
 * @throws ServiceProblem
 */
export function carryOut(meetingId: string, act: MeetingAct, key: string): Promise<Recorded> {
  const header = { 'idempotency-key': key };
  const path = { id: meetingId };
  const params = { path, header };
  switch (act.kind) {
    case 'open':
      return answered(api.POST('/api/meetings/{id}/opening', { params }));
    case 'close':
      return answered(api.POST('/api/meetings/{id}/closing', { params }));
    case 'fill':
      return answered(api.POST('/api/meetings/{id}/agenda/filling', { params }));
    case 'cancel':
      return answered(api.POST('/api/meetings/{id}/cancellation', { params, body: { reason: act.reason } }));
    case 'reschedule':
      return answered(api.PUT('/api/meetings/{id}/time', { params, body: act.time }));
    case 'add':
      return answered(api.POST('/api/meetings/{id}/agenda', { params, body: { caseId: act.caseId, mode: act.mode } }));
    case 'join':
      return answered(api.POST('/api/meetings/{id}/attendance', { params: { path }, body: act.attendance }));
    case 'leave':
      return answered(
        api.POST('/api/meetings/{id}/departure', { params: { path }, body: act.account === undefined ? {} : { account: act.account } }),
      );
    case 'move':
    case 'remove':
    case 'pull-back':
    case 'call':
    case 'defer':
      return carryOutOfItem({ path: { ...path, itemId: act.itemId }, header }, act);
  }
}

type ItemAct = Extract<MeetingAct, { readonly itemId: string }>;
interface ItemParams {
  readonly path: { readonly id: string; readonly itemId: string };
  readonly header: { readonly 'idempotency-key': string };
}

function carryOutOfItem(params: ItemParams, act: ItemAct): Promise<Recorded> {
  switch (act.kind) {
    case 'move':
      return answered(api.POST('/api/meetings/{id}/agenda/{itemId}/place', { params, body: { after: act.after } }));
    case 'remove':
      return answered(api.POST('/api/meetings/{id}/agenda/{itemId}/removal', { params, body: { reason: act.reason } }));
    case 'pull-back':
      return answered(api.POST('/api/meetings/{id}/agenda/{itemId}/pull-back', { params }));
    case 'call':
      return answered(api.POST('/api/meetings/{id}/agenda/{itemId}/call', { params }));
    case 'defer':
      return answered(api.POST('/api/meetings/{id}/agenda/{itemId}/deferral', { params, body: act.deferral }));
  }
}

/** How the meeting will look once the service has agreed; only what can be told without it. */
export function foreseen(meeting: Meeting, act: MeetingAct): Meeting {
  switch (act.kind) {
    case 'move':
      return { ...meeting, agenda: reordered(meeting.agenda, act.itemId, act.after) };
    case 'remove':
      return { ...meeting, agenda: meeting.agenda.filter(({ itemId }) => itemId !== act.itemId) };
    case 'pull-back':
      return { ...meeting, agenda: meeting.agenda.map((item) => (item.itemId === act.itemId ? { ...item, mode: 'discussion' } : item)) };
    case 'call':
      return {
        ...meeting,
        agenda: meeting.agenda.map((item) => {
          if (item.itemId === act.itemId) return { ...item, status: 'in-discussion' };
          return item.status === 'in-discussion' ? { ...item, status: 'waiting' } : item;
        }),
      };
    case 'open':
    case 'close':
    case 'fill':
    case 'cancel':
    case 'reschedule':
    case 'add':
    case 'defer':
    case 'join':
    case 'leave':
      return meeting;
  }
}
