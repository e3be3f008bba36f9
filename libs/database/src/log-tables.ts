import type { ColumnType, Generated } from 'kysely';

type Json = Readonly<Record<string, unknown>>;

/** A row of `log.events`. 64-bit integers and transaction ids come as decimal text. */
export interface EventRow {
  stream_id: string;
  stream_version: string;
  event_id: string;
  command_id: string;
  command_index: number;
  type: string;
  schema_version: number;
  data: Json;
  metadata: Json;
  recorded_at: Date;
  hash: Buffer;
  /** 0 to 7. */
  partition: number;
  position: Generated<string>;
  transaction_id: string;
}

/** A row of `log.checkpoints`: how far a subscription has come in one partition. */
export interface CheckpointRow {
  subscription: string;
  partition: number;
  transaction_id: Generated<string>;
  position: Generated<string>;
  moved_at: Date | null;
  holder: string | null;
  fence: Generated<string>;
  leased_until: Date | null;
}

/** A row of `log.dead_letters`: an event that a subscription could not take, or that waits behind one. */
export interface DeadLetterRow {
  stream_id: string;
  subscription: string;
  stream_version: string;
  partition: number;
  type: string;
  state: 'failed' | 'parked';
  error: string | null;
  attempts: number;
  first_seen: ColumnType<Date, never, never>;
  last_seen: ColumnType<Date, never, Date>;
  retry_requested: Generated<boolean>;
}

/** The tables of the log, for `kyselyOver<LogTables>(pool)`. A read model declares its own in the same way. */
export interface LogTables {
  'log.events': EventRow;
  'log.checkpoints': CheckpointRow;
  'log.dead_letters': DeadLetterRow;
}
