import { fold, isProblem } from '@tumor-board/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideMeeting } from './decide-meeting.js';
import { add, CHAIR, caseOf, move, opened, planned, remove, uuid } from './meeting.fixture.js';
import type { MeetingCommand } from './meeting-command.js';
import type { MeetingEvent } from './meeting-event.js';
import { evolveMeeting, type KnownMeeting, type Meeting, noMeeting } from './meeting-state.js';

const item = fc.integer({ min: 1, max: 8 }).map((number) => uuid(number));
const place = fc.oneof(item, fc.constant(null));
const edit: fc.Arbitrary<MeetingCommand> = fc.oneof(
  fc.tuple(item, fc.option(place, { nil: undefined })).map(([itemId, after]) => add(itemId, after)),
  fc.tuple(item, place).map(([itemId, after]) => move(itemId, after)),
  item.map(remove),
);
const anything: fc.Arbitrary<MeetingCommand> = fc.oneof(
  { weight: 4, arbitrary: edit },
  fc
    .tuple(item, fc.integer({ min: 1, max: 2 }))
    .map(([itemId, n]): MeetingCommand => ({ type: 'NoteDecision', itemId, decisionId: uuid(n, 'd') })),
  item.map((itemId): MeetingCommand => ({ type: 'CallItem', itemId })),
  item.map((itemId): MeetingCommand => ({ type: 'DeferItem', itemId, reason: 'no-time', carryOver: 'next' })),
  fc.constant<MeetingCommand>({ type: 'CloseMeeting', by: CHAIR }),
  item.map((itemId): MeetingCommand => ({ type: 'CarryOverItem', itemId, to: 'queue' })),
);

/** What comes of a command; nothing of one that is refused. */
function decided(state: Meeting, command: MeetingCommand): readonly MeetingEvent[] {
  try {
    return decideMeeting(state, command);
  } catch (error) {
    if (isProblem(error)) return [];
    throw error;
  }
}
const evolve = { evolve: evolveMeeting };
const after = (state: Meeting, commands: readonly MeetingCommand[]): KnownMeeting =>
  commands.reduce((now, command) => fold(evolve, now, decided(now, command)), state) as KnownMeeting;
const start = fold(evolve, noMeeting(), [planned, opened]);
const ids = ({ agenda }: KnownMeeting) => agenda.items.map(({ itemId }) => itemId);

describe('whatever several people ask for in whatever order', () => {
  it('every item that was put on and not taken off is there exactly once', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 40 }), (commands) => {
        let state: Meeting = start;
        const there = new Set<string>();
        for (const command of commands) {
          for (const event of decided(state, command)) {
            state = evolveMeeting(state, event);
            if (event.type === 'AgendaItemAdded') there.add(event.data.itemId);
            if (event.type === 'AgendaItemRemoved') there.delete(event.data.itemId);
          }
        }
        expect(ids(state as KnownMeeting).toSorted()).toEqual([...there].toSorted());
      }),
    );
  });

  it('moving changes the order and nothing else', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 30 }), item, place, (commands, moved, behind) => {
        const before = after(start, commands);
        const then = after(before, [move(moved, behind)]);
        const sorted = (meeting: KnownMeeting) => meeting.agenda.items.toSorted((a, b) => (a.itemId < b.itemId ? -1 : 1));
        expect(sorted(then)).toEqual(sorted(before));
        const others = (meeting: KnownMeeting) => ids(meeting).filter((itemId) => itemId !== moved);
        expect(others(then)).toEqual(others(before));
      }),
    );
  });

  it('a command given twice changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 30 }), anything, (commands, command) => {
        const once = after(after(start, commands), [command]);
        expect(decided(once, command)).toEqual([]);
      }),
    );
  });

  it('no case has two items that the board may still come to', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anything, fc.boolean()), { maxLength: 40 }), (steps) => {
        const commands = steps.map(([command, otherId]) =>
          otherId && command.type === 'AddAgendaItem'
            ? { ...command, itemId: uuid(50 + Number(command.itemId.slice(0, 8))), after: undefined }
            : command,
        );
        const open = after(start, commands).agenda.items.filter(({ status }) => status === 'waiting' || status === 'in-discussion');
        expect(new Set(open.map(({ caseId }) => caseId)).size).toBe(open.length);
        expect(open.filter(({ status }) => status === 'in-discussion').length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('at the end of a meeting every item is decided, deferred or not reached', () => {
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 30 }), (commands) => {
        const end = after(start, [...commands, { type: 'CloseMeeting', by: CHAIR }]);
        expect(end.status).toBe('closed');
        expect(end.agenda.items.filter(({ status }) => status === 'waiting' || status === 'in-discussion')).toEqual([]);
      }),
    );
  });

  it('items are put on, moved and taken off indeed, or the laws above say nothing', () => {
    const [one, two] = [uuid(1), uuid(2)];
    expect(ids(after(start, [add(one), add(two), move(two, null)]))).toEqual([two, one]);
    expect(ids(after(start, [add(one), remove(one)]))).toEqual([]);
    expect(caseOf(one)).not.toBe(one);
  });
});
