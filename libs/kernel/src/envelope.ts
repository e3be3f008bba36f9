/** What a decider gives to be recorded: a type of the past tense and its data (plain JSON). */
export interface EventBody {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Who and what caused an event. Plain JSON; no patient text. */
export interface EventMetadata {
  /** The hospital that the stream belongs to. */
  readonly site: string;
  /** Who gave the command. */
  readonly actor: string;
  readonly correlationId?: string;
  /** The event or job that caused the command, when it was not a person. */
  readonly causationId?: string;
}

/** An event as the log holds it, upcast to its newest shape. */
export interface RecordedEvent<Body extends EventBody = EventBody> {
  readonly streamId: string;
  /** 1 for the first event of the stream, without gaps. */
  readonly streamVersion: number;
  readonly eventId: string;
  readonly commandId: string;
  readonly type: Body['type'];
  readonly schemaVersion: number;
  readonly data: Body['data'];
  readonly metadata: EventMetadata;
  /** The database's clock, ISO 8601 in UTC with microseconds. */
  readonly recordedAt: string;
  /** Where the event stands in the log: opaque, comparable only by the log that gave it. */
  readonly position: string;
}

/** What comes in with a command besides its data: time, ids and the person arrive here, never from inside a decider. */
export interface CommandContext {
  /** Names the command; repeating it changes nothing. */
  readonly commandId: string;
  readonly metadata: EventMetadata;
  /** The moment the command was received, ISO 8601. */
  readonly receivedAt: string;
}
