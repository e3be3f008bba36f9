import { fold } from '@tumor-board/kernel';
import { given } from '@tumor-board/testing';
import { describe, expect, it } from 'vitest';
import { meetingDecider } from './decide-meeting.js';
import {
  A,
  add,
  added,
  B,
  C,
  CHAIR,
  cancelled,
  caseOf,
  closed,
  D,
  decided,
  move,
  moved,
  notReached,
  OTHER_MEETING,
  opened,
  plan,
  planned,
  remove,
  removed,
  uuid,
} from './meeting.fixture.js';
import type { MeetingCommand } from './meeting-command.js';
import type { MeetingEvent } from './meeting-event.js';
import { type KnownMeeting, presentAt } from './meeting-state.js';

const decider = meetingDecider();
const after = (...events: readonly MeetingEvent[]) => fold(decider, decider.initialState(), events) as KnownMeeting;
const order = (...events: readonly MeetingEvent[]) => after(...events).agenda.items.map(({ itemId }) => itemId);
const three = [planned, added(A), added(B, A), added(C, B)];

describe('a meeting', () => {
  it('is planned once; planning it again the same way changes nothing, another way is refused', () => {
    given(decider).when({ type: 'PlanMeeting', plan }).thenExactly(planned);
    given(decider, planned).when({ type: 'PlanMeeting', plan }).thenExactly();
    given(decider, planned)
      .when({ type: 'PlanMeeting', plan: { ...plan, capacity: 9 } })
      .thenProblem('meeting.already-planned');
  });

  it('can be moved until it begins', () => {
    const { on: _on, seriesId: _seriesId, title: _title, disciplines: _disciplines, capacity: _capacity, ...when } = plan;
    const to = { ...when, on: '2026-12-01' };
    given(decider, planned)
      .when({ type: 'MoveMeeting', ...to })
      .thenExactly({ type: 'MeetingMoved', data: to });
    given(decider, planned, { type: 'MeetingMoved', data: to })
      .when({ type: 'MoveMeeting', ...to })
      .thenExactly();
    given(decider, planned, opened)
      .when({ type: 'MoveMeeting', ...to })
      .thenProblem('meeting.begun');
  });

  it('that is called off leaves nothing on its agenda behind', () => {
    given(decider, planned, added(A), added(B, A))
      .when({ type: 'CancelMeeting', reason: 'too-few-cases' })
      .thenExactly(notReached(A), notReached(B), cancelled);
    given(decider, planned, cancelled).when({ type: 'CancelMeeting', reason: 'other' }).thenExactly();
    given(decider, planned, cancelled).when(add(A)).thenProblem('meeting.over', { status: 'cancelled' });
  });

  it('that was never planned takes no command', () => {
    given(decider).when(add(A)).thenProblem('meeting.unknown');
  });
});

describe('an agenda', () => {
  it('takes a case at its end, at its head or behind another', () => {
    given(decider, ...three)
      .when(add(D))
      .thenExactly(added(D, C));
    given(decider, ...three)
      .when(add(D, null))
      .thenExactly(added(D, null));
    given(decider, ...three)
      .when(add(D, A))
      .thenExactly(added(D, A));
    expect(order(...three, added(D, A))).toEqual([A, D, B, C]);
  });

  it('takes a case once, whoever asks a second time', () => {
    given(decider, ...three)
      .when(add(A))
      .thenExactly();
    given(decider, ...three)
      .when({ ...add(D), caseId: caseOf(B) })
      .thenExactly();
    given(decider, ...three)
      .when({ ...add(A), caseId: caseOf(D) })
      .thenProblem('meeting.item-id-taken');
  });

  it('does not bring back what was taken off when the command that put it on arrives again', () => {
    given(decider, ...three, removed(B))
      .when(add(B))
      .thenExactly();
  });

  it('puts an item behind another', () => {
    given(decider, ...three)
      .when(move(A, C))
      .thenExactly(moved(A, C));
    expect(order(...three, moved(A, C))).toEqual([B, C, A]);
    given(decider, ...three)
      .when(move(C, null))
      .thenExactly(moved(C, null));
  });

  it('leaves alone what stands there already', () => {
    given(decider, ...three)
      .when(move(B, A))
      .thenExactly();
    given(decider, ...three)
      .when(move(A, null))
      .thenExactly();
    given(decider, ...three)
      .when(move(A, A))
      .thenExactly();
  });

  it('puts an item behind what stood before one that was taken off meanwhile, and says so', () => {
    given(decider, ...three, added(D, C), removed(B))
      .when(move(D, B))
      .thenExactly(moved(D, A, B));
    given(decider, ...three, added(D, C), removed(B), removed(A))
      .when(move(D, B))
      .thenExactly(moved(D, null, B));
    given(decider, ...three, removed(B))
      .when(add(D, B))
      .thenExactly(added(D, A));
  });

  it('does not know an item that was never on it', () => {
    given(decider, ...three)
      .when(move(A, D))
      .thenProblem('meeting.item-unknown');
    given(decider, ...three)
      .when(move(D, A))
      .thenProblem('meeting.item-unknown');
  });

  it('gives an item up once, and not when the board is done with it', () => {
    given(decider, ...three)
      .when(remove(B))
      .thenExactly(removed(B));
    given(decider, ...three, removed(B))
      .when(remove(B))
      .thenExactly();
    given(decider, ...three, opened, decided(B))
      .when(remove(B))
      .thenProblem('meeting.item-settled', { status: 'decided' });
  });

  it('is filled in the order given, without what is on it', () => {
    const entries = [A, D].map((itemId) => ({ itemId, caseId: caseOf(itemId), reason: 'progression' }));
    given(decider, ...three)
      .when({ type: 'FillAgenda', entries })
      .thenExactly({
        type: 'AgendaItemAdded',
        data: { itemId: D, caseId: caseOf(D), mode: 'discussion', after: C, origin: { kind: 'filled', reason: 'progression' } },
      });
  });
});

describe('a case without discussion', () => {
  const sampled: MeetingEvent = { type: 'ItemSampledForAudit', data: { itemId: A, rate: 1 } };
  const standing = [planned, added(A, null, 'without-discussion'), sampled];

  it('has to be a standard case, and is sampled for audit', () => {
    given(decider, planned)
      .when(add(A, null, 'without-discussion'))
      .thenExactly(added(A, null, 'without-discussion'), sampled);
    given(decider, planned)
      .when({ ...add(A, null, 'without-discussion'), standard: { allowed: false, because: ['the latest scan shows progression'] } })
      .thenProblem('meeting.needs-discussion', { because: ['the latest scan shows progression'] });
    given(decider, planned)
      .when({ ...add(A, null, 'without-discussion'), standard: undefined })
      .thenProblem('meeting.needs-discussion');
  });

  it('is not sampled at a rate of zero', () => {
    given(meetingDecider({ auditRate: 0 }), planned)
      .when(add(A, null, 'without-discussion'))
      .thenExactly(added(A, null, 'without-discussion'));
  });

  it('is called only after somebody pulled it back, which happens once', () => {
    const back = { type: 'PullBackItem', itemId: A, by: 'account:nurse' } as const;
    const pulledBack: MeetingEvent = { type: 'ItemPulledBack', data: { itemId: A, by: 'account:nurse' } };
    given(decider, ...standing, opened)
      .when({ type: 'CallItem', itemId: A })
      .thenProblem('meeting.without-discussion');
    given(decider, ...standing)
      .when(back)
      .thenExactly(pulledBack);
    given(decider, ...standing, pulledBack)
      .when(back)
      .thenExactly();
    expect(after(...standing, pulledBack).agenda.items[0]).toMatchObject({
      mode: 'discussion',
      sampled: true,
      pulledBackBy: 'account:nurse',
    });
  });
});

describe('at a meeting', () => {
  const join: Extract<MeetingCommand, { type: 'JoinMeeting' }> = {
    type: 'JoinMeeting',
    account: 'account:radiologist',
    name: 'Dr R',
    disciplines: ['radiology'],
    presence: 'remote',
    chairs: false,
    conflicts: [],
  };
  const { type: _type, ...data } = join;
  const joined: MeetingEvent = { type: 'AttendeeJoined', data };
  const left: MeetingEvent = { type: 'AttendeeLeft', data: { account: join.account } };

  it('people come and go once it is open', () => {
    given(decider, planned).when(join).thenProblem('meeting.not-open');
    given(decider, planned, opened).when(join).thenExactly(joined);
    given(decider, planned, opened, joined).when(join).thenExactly();
    given(decider, planned, opened, joined).when({ type: 'LeaveMeeting', account: join.account }).thenExactly(left);
    given(decider, planned, opened, joined, left).when({ type: 'LeaveMeeting', account: join.account }).thenExactly();
    given(decider, planned, opened, joined, left).when(join).thenExactly(joined);
    expect(presentAt(after(planned, opened, joined)).map(({ account }) => account)).toEqual([join.account]);
    expect(presentAt(after(planned, opened, joined, left))).toEqual([]);
    expect(presentAt(after(planned, opened, joined, closed()))).toEqual([]);
  });

  it('one who declares a conflict of interest is recorded anew', () => {
    given(decider, planned, opened, joined)
      .when({ ...join, conflicts: [caseOf(A)] })
      .thenEvents((events) => expect(events).toMatchObject([{ type: 'AttendeeJoined', data: { conflicts: [caseOf(A)] } }]));
  });

  it('one case is discussed at a time', () => {
    const called = (itemId: string): MeetingEvent => ({ type: 'ItemCalled', data: { itemId } });
    given(decider, ...three)
      .when({ type: 'CallItem', itemId: A })
      .thenProblem('meeting.not-open');
    given(decider, ...three, opened)
      .when({ type: 'CallItem', itemId: A })
      .thenExactly(called(A));
    given(decider, ...three, opened, called(A))
      .when({ type: 'CallItem', itemId: A })
      .thenExactly();
    const statuses = after(...three, opened, called(A), called(B)).agenda.items.map(({ status }) => status);
    expect(statuses).toEqual(['waiting', 'in-discussion', 'waiting']);
  });

  it('a case is deferred with a reason and where it goes', () => {
    const deferral = { itemId: A, reason: 'result-awaited', carryOver: 'next' } as const;
    const deferred: MeetingEvent = { type: 'ItemDeferred', data: deferral };
    given(decider, ...three, opened)
      .when({ type: 'DeferItem', ...deferral })
      .thenExactly(deferred);
    given(decider, ...three, opened, deferred)
      .when({ type: 'DeferItem', ...deferral })
      .thenExactly();
    given(decider, ...three, opened, deferred)
      .when({ type: 'DeferItem', ...deferral, carryOver: 'queue' })
      .thenProblem('meeting.item-settled');
  });

  it('a decision is noted once, and also after the meeting has ended', () => {
    const note = { type: 'NoteDecision', itemId: A, decisionId: uuid(1, 'd') } as const;
    given(decider, ...three, opened)
      .when(note)
      .thenExactly(decided(A));
    given(decider, ...three, opened, decided(A))
      .when(note)
      .thenExactly();
    given(decider, ...three, opened, notReached(A), closed(A))
      .when(note)
      .thenExactly(decided(A));
    given(decider, ...three, opened, decided(A))
      .when({ ...note, decisionId: uuid(2, 'd') })
      .thenExactly(decided(A, uuid(2, 'd')));
  });

  it('what is neither decided nor deferred at the end was not reached', () => {
    given(decider, ...three, opened, decided(B))
      .when({ type: 'CloseMeeting', by: CHAIR })
      .thenExactly(notReached(A), notReached(C), closed(A, C));
    given(decider, ...three, opened, notReached(A), closed(A))
      .when({ type: 'CloseMeeting', by: CHAIR })
      .thenExactly();
    given(decider, ...three)
      .when({ type: 'CloseMeeting', by: CHAIR })
      .thenProblem('meeting.not-open');
  });
});

describe('an item that is carried over', () => {
  const over = [...three, opened, notReached(A), closed(A)];
  const carriedOver = (to: string): MeetingEvent => ({ type: 'ItemCarriedOver', data: { itemId: A, to } });

  it('goes to one place and stays with it, whoever settles it again', () => {
    given(decider, ...over)
      .when({ type: 'CarryOverItem', itemId: A, to: OTHER_MEETING })
      .thenExactly(carriedOver(OTHER_MEETING));
    given(decider, ...over, carriedOver(OTHER_MEETING))
      .when({ type: 'CarryOverItem', itemId: A, to: 'queue' })
      .thenExactly();
  });

  it('goes elsewhere when that meeting takes none any more', () => {
    given(decider, ...over, carriedOver(OTHER_MEETING))
      .when({ type: 'CarryOverItem', itemId: A, to: 'queue', insteadOf: OTHER_MEETING })
      .thenExactly(carriedOver('queue'));
  });

  it('goes nowhere once it is decided', () => {
    given(decider, ...over, decided(A))
      .when({ type: 'CarryOverItem', itemId: A, to: 'queue' })
      .thenExactly();
  });
});
