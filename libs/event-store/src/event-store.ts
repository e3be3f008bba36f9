import type { CommandContext, EventBody, RecordedEvent } from '@tumor-board/kernel';

/** Events to be appended to one stream by one command. */
export interface Append {
  readonly streamId: string;
  /** The version the decision was made at: 0 for a stream that must not exist yet. */
  readonly expectedVersion: number;
  readonly events: readonly EventBody[];
  readonly context: CommandContext;
}

/** What an append did. */
export interface Appended {
  readonly outcome: 'appended' | 'duplicate';
  /** The stream's version after the command's last event. */
  readonly streamVersion: number;
  /** Where the command's last event stands; pass it to a query as `atLeast` to read your own write. */
  readonly position: string;
  readonly recordedAt: string;
}

/** The log. Nothing but the command loop appends. */
export interface EventStore {
  /**
   * Appends all events or none, in one round trip. Repeating a command id on the same stream answers
   * `duplicate` with what the first append gave.
   * @throws Problem `stream.version-conflict` with `expected` and `actual`
   */
  append(request: Append): Promise<Appended>;
  /** The events of a stream in order, upcast; empty when there is no such stream. */
  read(streamId: string, range?: { readonly after?: number; readonly upTo?: number }): Promise<RecordedEvent[]>;
  /** Stops taking appends, waits for those under way. */
  close(): Promise<void>;
}
