import { fold } from '@tumor-board/kernel';
import { describe, expect, it } from 'vitest';
import { A, added, B, decided, OTHER_MEETING, opened, plan, planned, removed } from './meeting.fixture.js';
import type { MeetingEvent } from './meeting-event.js';
import { evolveMeeting, type KnownMeeting, noMeeting } from './meeting-state.js';
import { comesOff } from './other-agenda.js';

const meeting = (...events: readonly MeetingEvent[]) => fold({ evolve: evolveMeeting }, noMeeting(), [planned, ...events]) as KnownMeeting;
const asked = (...events: readonly MeetingEvent[]) => comesOff(OTHER_MEETING, meeting(...events), A);

describe('a case that is put on another agenda', () => {
  it('comes off that of a meeting that is only planned', () => {
    expect(asked(added(A))).toBe(true);
  });

  it('is not there any more where it was taken off or decided', () => {
    expect(asked(added(B))).toBe(false);
    expect(asked(added(A), removed(A))).toBe(false);
    expect(asked(added(A), opened, decided(A))).toBe(false);
  });

  it.each([
    ['waits', []],
    ['is discussed', [{ type: 'ItemCalled', data: { itemId: A } }]],
  ] as const)('stays with a meeting that is being held where it %s, which is named', (_where, then) => {
    expect(() => asked(added(A), opened, ...then)).toThrow(
      expect.objectContaining({
        code: 'meeting.case-elsewhere',
        message: expect.stringContaining(plan.title) as string,
        data: { meetingId: OTHER_MEETING, itemId: A, title: plan.title, on: plan.on },
      }),
    );
  });
});
