import { randomUUID } from 'node:crypto';
import { type EventBody, problem } from '@tumor-board/kernel';
import type pg from 'pg';
import { Announcer } from './announce.js';
import { codeOf, isUnavailable } from './database-error.js';
import type { Append, Appended, EventStore } from './event-store.js';
import { GroupCommit, type Pending } from './group-commit.js';
import { plainJson } from './plain-json.js';
import { formatPosition } from './position.js';
import { mayBeForeign, refuseForeign, TextCipher } from './protection/protected-text.js';
import type { Protection } from './protection/protection.js';
import { destroyedKey } from './protection/subject-keys.js';
import { type EventTuple, eventColumns, queryTuples, recordedEvents } from './recorded.js';
import { createUpcaster, type EventShapes } from './upcast.js';

/** What an event store needs. */
export interface EventStoreOptions extends EventShapes {
  readonly pool: pg.Pool;
  /** Encrypts protected texts before they are recorded, and reads them; whoever records events about a person gives it. */
  readonly protection?: Protection | undefined;
  /** Told of each commit, for measuring: what it recorded and how long it took. Must not throw. */
  readonly onCommit?: (commit: Commit) => void;
}

/** What one commit recorded. */
export interface Commit {
  readonly appends: number;
  readonly events: number;
  readonly seconds: number;
}

/** A row of `log.append`. */
type AppendTuple = readonly [
  streamId: string,
  outcome: 'appended' | 'duplicate' | 'conflict',
  streamVersion: string,
  partition: string | null,
  transactionId: string | null,
  position: string | null,
  recordedAt: string | null,
];

const appendStatement = 'select * from log.append($1::json, $2::integer, $3::integer)';
const appendProtectedStatement = 'select * from log.append_protected($1::json, $2::integer, $3::integer, $4::text[])';
/** What `log.append_protected` raises when a key was destroyed. */
const keyDestroyed = 'TB001';
const readStatement = `select ${eventColumns} from log.events e where e.stream_id = $1 and e.stream_version > $2 and e.stream_version <= $3 order by e.stream_version`;
const noLimit = Number.MAX_SAFE_INTEGER;

const streamIdForm = /^[a-z][a-z0-9]*-[A-Za-z0-9][A-Za-z0-9._:-]{0,199}$/;
const uuidForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const typeForm = /^[A-Z][A-Za-z0-9]{0,99}$/;
const eventsAtMost = 1000;
const eventSizeAtMost = 1_000_000;

/** Opens the log over a pool; the pool is closed by who opened it, after `close()`. */
export function createEventStore({ pool, protection, onCommit, ...shapes }: EventStoreOptions): EventStore {
  const upcaster = createUpcaster(shapes);
  const texts = new TextCipher(protection?.fields ?? {});
  const announcer = new Announcer(pool);
  const line = new GroupCommit<AppendTuple>(async (batch) => {
    const since = performance.now();
    const tuples = await send(pool, batch);
    onCommit?.({ ...recordedBy(batch, tuples), seconds: (performance.now() - since) / 1_000 });
    return tuples;
  });
  let closed = false;

  return {
    async append(request) {
      if (closed) throw problem('log.closed', 'The log takes no more appends.');
      const mayHoldTexts = request.events.some(({ type }) => texts.concerns(type));
      const { events, hasTexts } =
        mayHoldTexts && protection ? await encrypted(request, texts, protection) : { events: request.events, hasTexts: false };
      const rows = rowsOf({ ...request, events }, upcaster.newest, mayHoldTexts);
      const size = rows.reduce((sum, row) => sum + row.length, 0);
      const tuple = await new Promise<AppendTuple>((resolve, reject) => {
        line.add({ streamId: request.streamId, rows, size, hasTexts, resolve, reject });
      });
      const appended = appendedOf(tuple, request);
      if (appended.outcome === 'appended') announcer.announce();
      return appended;
    },

    async read(streamId, { after = 0, upTo = noLimit, sealed = false } = {}) {
      const tuples = await queryTuples<EventTuple>(pool, 'log.read', readStatement, [streamId, after, upTo]);
      return await recordedEvents(tuples, upcaster, sealed ? undefined : protection);
    },

    async close() {
      closed = true;
      await line.idle();
      await announcer.idle();
    },
  };
}

/** The events of an append with their protected texts encrypted. */
async function encrypted({ streamId, events }: Append, texts: TextCipher, { keys }: Protection) {
  const rests = events.map(({ type, data }) => texts.without(type, data));
  for (const [index, { data }] of rests.entries()) refuseForeign(data, events[index]?.type ?? '');
  const hasTexts = rests.some(({ found }) => found);
  if (!hasTexts) return { events, hasTexts };
  const key = await keys.keyFor(streamId);
  return {
    events: events.map((event, index) =>
      rests[index]?.found === true ? { type: event.type, data: texts.encrypted(streamId, event.type, event.data, key) } : event,
    ),
    hasTexts,
  };
}

/** The append's rows as `log.append` reads them; see there for the letters. The event ids are made here, so that a repeated statement is known again. */
function rowsOf({ streamId, expectedVersion, events, context }: Append, newest: (type: string) => number, isChecked: boolean): string[] {
  const refuse = (code: string, message: string, data: Record<string, unknown>) => problem(code, message, { streamId, ...data });
  if (!streamIdForm.test(streamId)) throw refuse('stream.invalid', 'A stream is named category-id, e.g. case-1.', {});
  if (!uuidForm.test(context.commandId)) throw refuse('command.id-invalid', 'A command id is a UUID.', { commandId: context.commandId });
  if (!Number.isSafeInteger(expectedVersion) || expectedVersion < 0) {
    throw refuse('stream.invalid', 'An expected version is a whole number from 0.', { expectedVersion });
  }
  if (events.length === 0 || events.length > eventsAtMost) {
    throw refuse('append.size', `One append holds 1 to ${eventsAtMost} events.`, { events: events.length });
  }
  const command = context.commandId.toLowerCase();
  const metadata = plainJson(context.metadata, 'metadata');
  return events.map(({ type, data }: EventBody, index) => {
    if (!typeForm.test(type)) throw refuse('event.type-invalid', 'An event type is a word in PascalCase.', { type });
    const text = plainJson(data, `events[${index}].data`);
    if (!isChecked && mayBeForeign(text)) refuseForeign(data, type);
    if (text.length > eventSizeAtMost)
      throw refuse('event.too-large', 'An event holds a million characters at most.', { type, size: text.length });
    return `{"i":${index},"s":"${streamId}","v":${expectedVersion + 1 + index},"c":"${command}","e":"${randomUUID()}","t":"${type}","n":${newest(type)},"d":${text},"m":${metadata}}`;
  });
}

async function send(pool: pg.Pool, batch: readonly Pending<AppendTuple>[]): Promise<readonly AppendTuple[]> {
  const rows = batch.flatMap((pending) => pending.rows);
  let tuples: AppendTuple[];
  try {
    const values = [`[${rows.join(',')}]`, batch.length, rows.length];
    const subjects = batch.filter(({ hasTexts }) => hasTexts).map(({ streamId }) => streamId);
    tuples =
      subjects.length === 0
        ? await queryTuples<AppendTuple>(pool, 'log.append', appendStatement, values)
        : await queryTuples<AppendTuple>(pool, 'log.append-protected', appendProtectedStatement, [...values, subjects]);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (isUnavailable(error)) {
      throw problem('log.unavailable', 'The log cannot be reached. Repeat the command with the same id: it is recorded once.', { reason });
    }
    if (codeOf(error) === keyDestroyed) throw destroyedKey(batch.map(({ streamId }) => streamId).join(', '));
    throw problem('log.append-refused', `The database refused the events: ${reason}`, { sqlState: codeOf(error) ?? null });
  }
  // The row of the last event of an append comes after that of its first.
  const byStream = new Map(tuples.map((tuple) => [tuple[0], tuple]));
  return batch.map(({ streamId }) => byStream.get(streamId) as AppendTuple);
}

/** The appends of a batch that recorded something, and their events. */
function recordedBy(batch: readonly Pending<AppendTuple>[], tuples: readonly AppendTuple[]): Pick<Commit, 'appends' | 'events'> {
  let [appends, events] = [0, 0];
  for (const [index, { rows }] of batch.entries()) {
    if (tuples[index]?.[1] !== 'appended') continue;
    appends += 1;
    events += rows.length;
  }
  return { appends, events };
}

function appendedOf([, outcome, version, partition, transactionId, position, recordedAt]: AppendTuple, request: Append): Appended {
  const streamVersion = Number(version);
  if (outcome === 'conflict' || partition === null || transactionId === null || position === null || recordedAt === null) {
    const { streamId, expectedVersion } = request;
    const message = `${streamId} is at version ${streamVersion}, not ${expectedVersion}.`;
    throw problem('stream.version-conflict', message, { streamId, expected: expectedVersion, actual: streamVersion });
  }
  return { outcome, streamVersion, position: formatPosition(partition, transactionId, position), recordedAt };
}
