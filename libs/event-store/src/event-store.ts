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

/** Which events of a stream, and how. */
export interface ReadRange {
  /** The version before the first one; default 0. */
  readonly after?: number;
  /** The version of the last one; default all. */
  readonly upTo?: number;
  /** Leaves protected texts sealed, for who keeps them where they must not stand in clear. */
  readonly sealed?: boolean;
}

/** The log. Nothing but the command loop appends. */
export interface EventStore {
  /**
   * Appends all events or none, in one round trip. Repeating a command id on the same stream answers
   * `duplicate` with what the first append gave.
   * @throws Problem `stream.version-conflict` with `expected` and `actual`; `protection.destroyed` for protected texts of
   * a subject that was erased; `protection.not-text`, `protection.foreign`
   */
  append(request: Append): Promise<Appended>;
  /**
   * The events of a stream in order, upcast; empty when there is no such stream. Protected texts are in clear where the
   * log was opened with protection, unless they are asked for sealed; otherwise they are sealed.
   * @throws Problem `event.shape-unknown`, `protection.unreadable`
   */
  read(streamId: string, range?: ReadRange): Promise<RecordedEvent[]>;
  /** Stops taking appends, waits for those under way. */
  close(): Promise<void>;
}
