import { type Decider, fold, isProblem } from '@tumor-board/kernel';
import { expect } from 'vitest';

/** What a command was given to and what it is. */
export interface Given<Command, Event> {
  when(command: Command): Then<Event>;
}

/** What must have come of it. */
export interface Then<Event> {
  /** Exactly these events, in order; none for a command that records nothing. */
  thenExactly(...events: readonly Event[]): void;
  /** A problem with this code, and with at least these data. */
  thenProblem(code: string, data?: Readonly<Record<string, unknown>>): void;
  /** For what an equality cannot say. */
  thenEvents(check: (events: readonly Event[]) => void): void;
}

/**
 * Tells a decider's rule as a sentence:
 * `given(meeting, opened, scheduled).when({ type: 'CloseMeeting' }).thenExactly(closed)`.
 */
export const given = <State, Command, Event>(
  decider: Decider<State, Command, Event>,
  ...events: readonly Event[]
): Given<Command, Event> => ({
  when(command) {
    const decide = () => decider.decide(fold(decider, decider.initialState(), events), command);
    return {
      thenExactly: (...expected) => expect(decide()).toEqual(expected),
      thenEvents: (check) => check(decide()),
      thenProblem(code, data = {}) {
        let decided: readonly Event[];
        try {
          decided = decide();
        } catch (error) {
          if (!isProblem(error)) throw error;
          expect({ code: error.code, data: error.data }).toEqual({ code, data: expect.objectContaining(data) });
          return;
        }
        expect.unreachable(`expected the problem ${code}, but these events were decided: ${JSON.stringify(decided)}`);
      },
    };
  },
});
