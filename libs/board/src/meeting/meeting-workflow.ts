import type { UNSCHEDULING_REASONS } from '../case/board-event.js';
import type { CaseBoard } from '../case/board-state.js';
import type { CaseEvent } from '../case/case-event.js';
import type { OpenCaseState } from '../case/case-state.js';
import type { Ignore } from '../knowledge/reassessment-workflow.js';
import { type AgendaItem, isOpenItem, itemOf } from './agenda.js';
import { isStandardCase } from './listed-case.js';
import type { DeferItem } from './meeting-command.js';
import type { MeetingEvent } from './meeting-event.js';
import type { KnownMeeting } from './meeting-state.js';
import type { CarryOver, ItemMode, RemovalReason } from './meeting-values.js';

type UnschedulingReason = (typeof UNSCHEDULING_REASONS)[number];

/** What follows in another stream from an event of a meeting. */
export type MeetingStep =
  | {
      readonly kind: 'schedule-case';
      readonly itemId: string;
      readonly caseId: string;
      readonly mode: ItemMode;
      readonly meetingOn: string;
    }
  | { readonly kind: 'unschedule-case'; readonly itemId: string; readonly caseId: string; readonly reason: UnschedulingReason }
  | { readonly kind: 'defer-case'; readonly itemId: string; readonly caseId: string; readonly reason: DeferItem['reason'] }
  /** Find out where the item goes, and record it in the meeting before anything else is done. */
  | { readonly kind: 'settle-carry-over'; readonly itemId: string; readonly caseId: string; readonly carryOver: CarryOver }
  | { readonly kind: 'carry-over'; readonly itemId: string; readonly caseId: string; readonly to: string; readonly times: number }
  /** Take off where it was carried over to, because it was decided after all. */
  | { readonly kind: 'withdraw-carried'; readonly itemId: string; readonly from: string };

const nothing = (reason: string): Ignore => ({ kind: 'ignore', reason });

/** What follows from an event of a meeting, with the meeting as it stands by now. */
export function afterMeetingEvent(event: MeetingEvent, meeting: KnownMeeting): readonly MeetingStep[] | Ignore {
  const { agenda, plan } = meeting;
  const scheduled = ({ itemId, caseId, mode }: AgendaItem): MeetingStep => ({
    kind: 'schedule-case',
    itemId,
    caseId,
    mode,
    meetingOn: plan.on,
  });
  switch (event.type) {
    case 'MeetingMoved':
      return agenda.items.filter(isOpenItem).map(scheduled);
    case 'AgendaItemAdded':
    case 'ItemPulledBack': {
      const item = itemOf(agenda, event.data.itemId);
      return item !== undefined && isOpenItem(item) ? [scheduled(item)] : nothing('the board is not to come to it any more');
    }
    case 'AgendaItemRemoved': {
      const { itemId } = event.data;
      const caseId = agenda.removed.get(itemId)?.caseId;
      return caseId === undefined ? nothing('it was never there') : [{ kind: 'unschedule-case', itemId, caseId, reason: 'removed' }];
    }
    case 'ItemDeferred': {
      const { itemId, reason, carryOver } = event.data;
      const caseId = itemOf(agenda, itemId)?.caseId;
      if (caseId === undefined) return nothing('it was never there');
      return [
        { kind: 'unschedule-case', itemId, caseId, reason: 'deferred' },
        { kind: 'defer-case', itemId, caseId, reason },
        { kind: 'settle-carry-over', itemId, caseId, carryOver },
      ];
    }
    case 'ItemNotReached': {
      const { itemId, carryOver } = event.data;
      const caseId = itemOf(agenda, itemId)?.caseId;
      if (caseId === undefined) return nothing('it was never there');
      const reason = meeting.status === 'cancelled' ? 'meeting-cancelled' : 'not-reached';
      return [
        { kind: 'unschedule-case', itemId, caseId, reason },
        { kind: 'settle-carry-over', itemId, caseId, carryOver },
      ];
    }
    case 'ItemCarriedOver': {
      const { itemId, to } = event.data;
      const item = itemOf(agenda, itemId);
      if (to === 'queue') return nothing('the case is back in the queue');
      if (item === undefined || item.status === 'decided') return nothing('it was decided after all');
      if (item.carriedOverTo !== to) return nothing('it goes elsewhere by now');
      const times = (item.origin.kind === 'carried-over' ? item.origin.times : 0) + 1;
      return [{ kind: 'carry-over', itemId, caseId: item.caseId, to, times }];
    }
    case 'ItemDecided': {
      const { itemId } = event.data;
      const from = itemOf(agenda, itemId)?.carriedOverTo ?? null;
      return from === null || from === 'queue' ? nothing('the case knows') : [{ kind: 'withdraw-carried', itemId, from }];
    }
    case 'MeetingPlanned':
    case 'MeetingCancelled':
    case 'MeetingOpened':
    case 'MeetingClosed':
    case 'AttendeeJoined':
    case 'AttendeeLeft':
    case 'AgendaItemMoved':
    case 'ItemSampledForAudit':
    case 'ItemCalled':
      return nothing('it concerns the meeting alone');
  }
}

/** What follows in a meeting from an event of a case. */
export type CaseStep =
  | { readonly kind: 'note-decision'; readonly meetingId: string; readonly itemId: string; readonly decisionId: string }
  | { readonly kind: 'remove-item'; readonly meetingId: string; readonly itemId: string; readonly reason: RemovalReason }
  | { readonly kind: 'pull-back'; readonly meetingId: string; readonly itemId: string };

/** The types of events of a case that can mean something to a meeting. */
export const TOLD_TO_MEETINGS = [
  'DecisionRecorded',
  'CaseDelisted',
  'CaseDeferred',
  'CaseErased',
  'CaseListed',
  'DecisionNeedsReview',
] as const;

/** An event of a case that can mean something to a meeting. */
export type ToldToMeetings = Extract<CaseEvent, { type: (typeof TOLD_TO_MEETINGS)[number] }>;

/** What follows from an event of a case, with the board's work on it before and the case after the event. */
export function afterCaseEvent(event: ToldToMeetings, before: CaseBoard, after: OpenCaseState): readonly CaseStep[] | Ignore {
  const { schedule } = before;
  const removed = (reason: RemovalReason): readonly CaseStep[] | Ignore =>
    schedule === null
      ? nothing('it was on no agenda')
      : [{ kind: 'remove-item', meetingId: schedule.meetingId, itemId: schedule.itemId, reason }];
  switch (event.type) {
    case 'DecisionRecorded': {
      const { meetingId, itemId, decisionId } = event.data;
      if (meetingId === undefined || itemId === undefined) return removed('decided');
      const noted: CaseStep = { kind: 'note-decision', meetingId, itemId, decisionId };
      if (schedule === null || schedule.meetingId === meetingId) return [noted];
      return [noted, { kind: 'remove-item', meetingId: schedule.meetingId, itemId: schedule.itemId, reason: 'decided' }];
    }
    case 'CaseDelisted':
      switch (event.data.reason) {
        case 'died':
        case 'referral-withdrawn':
          return removed(event.data.reason);
        case 'decided-elsewhere':
          return removed('decided');
        case 'duplicate':
        case 'not-for-this-board':
        case 'other':
          return removed('no-longer-needed');
      }
    case 'CaseDeferred':
      return event.data.itemId === undefined ? removed('no-longer-needed') : nothing('the meeting said so');
    case 'CaseErased':
      return removed('no-longer-needed');
    case 'CaseListed':
    case 'DecisionNeedsReview': {
      const standing = after.board.schedule;
      if (standing === null || standing.mode === 'discussion') return nothing('it is not listed without discussion');
      const { meetingId, itemId } = standing;
      return isStandardCase(after).allowed ? nothing('it is still a standard case') : [{ kind: 'pull-back', meetingId, itemId }];
    }
  }
}
