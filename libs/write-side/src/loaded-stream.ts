import type { EventBody, RecordedEvent } from '@tumor-board/kernel';

/** Where a command's last event stands. */
export interface Receipt {
  /** The version of the stream after it; 0 when there is no stream. */
  readonly version: number;
  /** Opaque; pass it to a query as `atLeast`. Empty when there is no stream. */
  readonly position: string;
  readonly recordedAt: string;
}

/** A stream as it has been read: its folded state, and which commands it holds. */
export interface LoadedStream<State> extends Receipt {
  readonly state: State;
  /** The site that the stream belongs to; undefined when there is no stream. */
  readonly site: string | undefined;
  /** The version of the last event that is not said aside: whoever has read up to here has missed nothing to act upon. */
  readonly read: number;
  /** The commands recorded so far. Grows with what the log has confirmed; a command once in it stays true. */
  readonly commands: Map<string, Receipt>;
}

/** A stream of which nothing has been read. */
export const nothingLoaded = <State>(state: State): LoadedStream<State> => ({
  version: 0,
  position: '',
  recordedAt: '',
  read: 0,
  state,
  site: undefined,
  commands: new Map(),
});

/** The stream with the events that followed. */
export function extended<State>(
  loaded: LoadedStream<State>,
  events: readonly RecordedEvent[],
  evolve: (state: State, event: EventBody) => State,
  isAside: (event: EventBody) => boolean = () => false,
): LoadedStream<State> {
  const last = events.at(-1);
  if (last === undefined) return loaded;
  let state = loaded.state;
  for (const event of events) {
    state = evolve(state, event);
    loaded.commands.set(event.commandId, { version: event.streamVersion, position: event.position, recordedAt: event.recordedAt });
  }
  return {
    version: last.streamVersion,
    position: last.position,
    recordedAt: last.recordedAt,
    read: events.findLast((event) => !isAside(event))?.streamVersion ?? loaded.read,
    state,
    site: loaded.site ?? last.metadata.site,
    commands: loaded.commands,
  };
}
