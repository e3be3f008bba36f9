/**
 * A decider: what may happen, and what then is. Pure. `decide` throws a Problem when the command may not happen and
 * returns no events when there is nothing new to record; `evolve` folds one event into the state.
 */
export interface Decider<State, Command, Event> {
  readonly initialState: () => State;
  readonly decide: (state: State, command: Command) => readonly Event[];
  readonly evolve: (state: State, event: Event) => State;
}

/** The state after the events, starting from `from`. Folding a prefix and then the rest equals folding all. */
export const fold = <State, Event>(decider: Pick<Decider<State, never, Event>, 'evolve'>, from: State, events: Iterable<Event>): State => {
  let state = from;
  for (const event of events) state = decider.evolve(state, event);
  return state;
};
