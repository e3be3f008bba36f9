import { fold } from '@tumor-board/kernel';
import { describe, expect, it } from 'vitest';
import type { BoardEvent } from '../case/board-event.js';
import { type CaseBoard, NO_BOARD } from '../case/board-state.js';
import type { OpenCaseState } from '../case/case-state.js';
import {
  A,
  added,
  B,
  C,
  cancelled,
  caseOf,
  closed,
  decided,
  notReached,
  OTHER_MEETING,
  opened,
  planned,
  removed,
  uuid,
} from './meeting.fixture.js';
import type { MeetingEvent } from './meeting-event.js';
import { evolveMeeting, type KnownMeeting, noMeeting } from './meeting-state.js';
import { afterCaseEvent, afterMeetingEvent, type ToldToMeetings } from './meeting-workflow.js';

const meeting = (...events: readonly MeetingEvent[]) => fold({ evolve: evolveMeeting }, noMeeting(), [planned, ...events]) as KnownMeeting;
const carried: MeetingEvent = { type: 'ItemCarriedOver', data: { itemId: A, to: OTHER_MEETING } };

describe('after an event of a meeting', () => {
  it('a case that was put on is scheduled, unless it is off again by now', () => {
    expect(afterMeetingEvent(added(A), meeting(added(A)))).toEqual([
      { kind: 'schedule-case', itemId: A, caseId: caseOf(A), mode: 'discussion', meetingOn: '2026-11-30' },
    ]);
    expect(afterMeetingEvent(added(A), meeting(added(A), removed(A)))).toMatchObject({ kind: 'ignore' });
  });

  it('a case that is pulled back is scheduled for discussion', () => {
    const back: MeetingEvent = { type: 'ItemPulledBack', data: { itemId: A, by: 'account:nurse' } };
    expect(afterMeetingEvent(back, meeting(added(A, null, 'without-discussion'), back))).toMatchObject([{ mode: 'discussion' }]);
  });

  it('every case that is still to come follows the meeting to another day', () => {
    const moved: MeetingEvent = {
      type: 'MeetingMoved',
      data: { on: '2026-12-01', startsAt: '09:00', timeZone: 'Asia/Hong_Kong', durationMinutes: 30, place: 'Room 5' },
    };
    expect(afterMeetingEvent(moved, meeting(added(A), added(B), decided(B), moved))).toMatchObject([
      { itemId: A, meetingOn: '2026-12-01' },
    ]);
  });

  it('a case that was not reached is told why, and where it goes is settled before it goes there', () => {
    const steps = (last: MeetingEvent) => afterMeetingEvent(notReached(A), meeting(added(A), opened, notReached(A), last));
    expect(steps(closed(A))).toMatchObject([
      { kind: 'unschedule-case', reason: 'not-reached' },
      { kind: 'settle-carry-over', carryOver: 'next' },
    ]);
    expect(steps(cancelled)).toMatchObject([{ reason: 'meeting-cancelled' }, {}]);
  });

  it('a case that was deferred is deferred in its own stream too', () => {
    const deferred: MeetingEvent = { type: 'ItemDeferred', data: { itemId: A, reason: 'no-quorum', carryOver: 'queue' } };
    expect(afterMeetingEvent(deferred, meeting(added(A), deferred))).toMatchObject([
      { kind: 'unschedule-case', reason: 'deferred' },
      { kind: 'defer-case', reason: 'no-quorum' },
      { kind: 'settle-carry-over', carryOver: 'queue' },
    ]);
  });

  it('a case goes to the meeting that was settled, unless it was decided or settled otherwise since', () => {
    const past = [added(A), opened, notReached(A), closed(A), carried] as const;
    expect(afterMeetingEvent(carried, meeting(...past))).toEqual([
      { kind: 'carry-over', itemId: A, caseId: caseOf(A), to: OTHER_MEETING, times: 1 },
    ]);
    expect(afterMeetingEvent(carried, meeting(...past, decided(A)))).toMatchObject({ kind: 'ignore' });
    const elsewhere: MeetingEvent = { type: 'ItemCarriedOver', data: { itemId: A, to: 'queue' } };
    expect(afterMeetingEvent(carried, meeting(...past, elsewhere))).toMatchObject({ kind: 'ignore' });
    expect(afterMeetingEvent(elsewhere, meeting(...past, elsewhere))).toMatchObject({
      kind: 'ignore',
      reason: 'the case is back in the queue',
    });
    expect(afterMeetingEvent(decided(A), meeting(...past, decided(A)))).toEqual([
      { kind: 'withdraw-carried', itemId: A, from: OTHER_MEETING },
    ]);
  });

  it('nothing follows from what concerns the meeting alone, and it says so', () => {
    expect(afterMeetingEvent(opened, meeting(added(A), opened))).toEqual({ kind: 'ignore', reason: 'it concerns the meeting alone' });
    expect(afterMeetingEvent(decided(C), meeting(added(C), decided(C)))).toMatchObject({ kind: 'ignore' });
  });
});

describe('after an event of a case', () => {
  const M = uuid(1, 'b');
  const schedule = { meetingId: M, itemId: A, meetingOn: '2026-11-30', mode: 'without-discussion' } as const;
  const scheduled: CaseBoard = { ...NO_BOARD, schedule };
  const after = (board: CaseBoard) => ({ headline: {}, board }) as unknown as OpenCaseState;
  const told = (type: BoardEvent['type'], data: object) => ({ type, data }) as ToldToMeetings;

  it('its decision is noted in the meeting that made it, and takes it off any other agenda', () => {
    const noted = { kind: 'note-decision', meetingId: OTHER_MEETING, itemId: B, decisionId: 'x' };
    const decision = told('DecisionRecorded', { decisionId: 'x', meetingId: OTHER_MEETING, itemId: B });
    expect(afterCaseEvent(decision, NO_BOARD, after(NO_BOARD))).toEqual([noted]);
    const removal = { kind: 'remove-item', meetingId: M, itemId: A, reason: 'decided' };
    expect(afterCaseEvent(decision, scheduled, after(NO_BOARD))).toEqual([noted, removal]);
    expect(afterCaseEvent(told('DecisionRecorded', { decisionId: 'x' }), scheduled, after(NO_BOARD))).toEqual([removal]);
  });

  it.each([
    ['CaseDelisted', { reason: 'died' }, 'died'],
    ['CaseDelisted', { reason: 'duplicate' }, 'no-longer-needed'],
    ['CaseDelisted', { reason: 'decided-elsewhere' }, 'decided'],
    ['CaseDeferred', { reason: 'no-time' }, 'no-longer-needed'],
  ] as const)('%s %o takes it off the agenda', (type, data, reason) => {
    expect(afterCaseEvent(told(type, data), scheduled, after(NO_BOARD))).toEqual([
      { kind: 'remove-item', meetingId: M, itemId: A, reason },
    ]);
    expect(afterCaseEvent(told(type, data), NO_BOARD, after(NO_BOARD))).toMatchObject({ kind: 'ignore' });
  });

  it('a deferral that the meeting itself decided changes nothing there', () => {
    expect(afterCaseEvent(told('CaseDeferred', { itemId: A }), scheduled, after(scheduled))).toMatchObject({ kind: 'ignore' });
  });

  it('one that is not a standard case any more is discussed after all', () => {
    expect(afterCaseEvent(told('DecisionNeedsReview', {}), scheduled, after(scheduled))).toEqual([
      { kind: 'pull-back', meetingId: M, itemId: A },
    ]);
    const discussed: CaseBoard = { ...scheduled, schedule: { ...schedule, mode: 'discussion' } };
    expect(afterCaseEvent(told('CaseListed', {}), discussed, after(discussed))).toMatchObject({ kind: 'ignore' });
  });
});
