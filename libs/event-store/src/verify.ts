import { createHash } from 'node:crypto';
import { canonicalJson } from '@tumor-board/kernel';
import type pg from 'pg';
import { partitionCount } from './position.js';
import { currentHorizon } from './progress.js';
import { moment, queryTuples } from './recorded.js';
import { scanned, scanPages } from './scan.js';

/** The first event of a stream that is not as it was recorded. */
export interface BrokenStream {
  readonly streamId: string;
  readonly streamVersion: number;
  /** `content`: the event or one before it was changed; `gap`: a version is missing; `partition`: it is filed under a wrong one. */
  readonly fault: 'content' | 'gap' | 'partition';
  readonly message: string;
}

/** The last event of a stream that was read, and the hash that seals everything up to it. */
export interface StreamHead {
  readonly streamId: string;
  readonly streamVersion: number;
  /** 64 hexadecimal digits. */
  readonly hash: string;
}

/** What a verification found. */
export interface Verification {
  readonly streams: number;
  readonly events: number;
  /** At most `faultsAtMost`, one a stream. */
  readonly broken: readonly BrokenStream[];
  /** How many streams are broken, listed or not. */
  readonly brokenStreams: number;
}

/** Everything that the hash of an event covers, and the hash itself: what an export for an outside check holds. */
export interface SealedEvent {
  readonly commandId: string;
  readonly data: unknown;
  readonly eventId: string;
  readonly metadata: unknown;
  readonly recordedAt: string;
  readonly schemaVersion: number;
  readonly streamId: string;
  readonly streamVersion: number;
  readonly type: string;
  /** 64 hexadecimal digits. */
  readonly hash: string;
}

type SealedTuple = readonly [
  streamId: string,
  streamVersion: string,
  eventId: string,
  commandId: string,
  type: string,
  schemaVersion: string,
  data: string,
  metadata: string,
  recordedAt: string,
  partition: string,
  hash: string,
];

const columns = `e.stream_id, e.stream_version, e.event_id, e.command_id, e.type, e.schema_version, e.data, e.metadata, ${moment('e.recorded_at')}, e.partition, encode(e.hash, 'hex')`;

/** Checks one stream from its first event to its last. */
export async function verifyStream(pool: pg.Pool, streamId: string): Promise<Verification> {
  const check = new ChainCheck(1);
  for (const tuple of await sealedTuples(pool, streamId)) check.add(tuple, sealedEventOf(tuple));
  return check.finish();
}

/** What to verify, and who is told of it. */
export interface VerificationOptions {
  /** Only streams of this category, e.g. `case`; default all. */
  readonly category?: string;
  /** Only events of transactions before this horizon; default the one of now. */
  readonly upTo?: string;
  /** Default 100. */
  readonly faultsAtMost?: number;
  readonly onHead?: (head: StreamHead) => void;
  /** Told of everything that is read, a page at a time; the next page is waited for until it has ended. */
  readonly onEvents?: (events: readonly SealedEvent[]) => void | Promise<void>;
}

/**
 * Checks every stream, in pages: memory does not grow with the log. What is appended meanwhile is left out. That the
 * newest events of a stream were not cut off cannot be seen from the log alone: anchors tell it.
 */
export async function verifyAll(pool: pg.Pool, options: VerificationOptions = {}): Promise<Verification> {
  const { category, faultsAtMost = 100, onHead, onEvents } = options;
  const upTo = options.upTo ?? (await currentHorizon(pool));
  const check = new ChainCheck(faultsAtMost, onHead);
  const where = category === undefined ? { upTo } : { upTo, category };
  for await (const tuples of scanPages<SealedTuple>(pool, `select ${columns} ${scanned}`, where)) {
    const events = tuples.map(sealedEventOf);
    for (const [index, tuple] of tuples.entries()) check.add(tuple, events[index] as SealedEvent);
    await onEvents?.(events);
  }
  return check.finish();
}

/** A stream as it is sealed, raw and not upcast, for an export that a stranger can check with any RFC 8785 library. */
export async function readSealed(pool: pg.Pool, streamId: string): Promise<SealedEvent[]> {
  const tuples = await sealedTuples(pool, streamId);
  return tuples.map(sealedEventOf);
}

const sealedTuples = (pool: pg.Pool, streamId: string): Promise<SealedTuple[]> =>
  queryTuples<SealedTuple>(pool, 'log.sealed', `select ${columns} from log.events e where e.stream_id = $1 order by e.stream_version`, [
    streamId,
  ]);

const sealedEventOf = ([
  streamId,
  streamVersion,
  eventId,
  commandId,
  type,
  schemaVersion,
  data,
  metadata,
  recordedAt,
  _partition,
  hash,
]: SealedTuple): SealedEvent => ({
  commandId,
  data: JSON.parse(data) as unknown,
  eventId,
  metadata: JSON.parse(metadata) as unknown,
  recordedAt,
  schemaVersion: Number(schemaVersion),
  streamId,
  streamVersion: Number(streamVersion),
  type,
  hash,
});

class ChainCheck {
  #streams = 0;
  #events = 0;
  #brokenStreams = 0;
  #head: { readonly streamId: string; readonly partition: number; version: number; hash: Buffer; broken: boolean } | undefined;
  readonly #broken: BrokenStream[] = [];

  constructor(
    private readonly faultsAtMost: number,
    private readonly onHead?: (head: StreamHead) => void,
  ) {}

  add(tuple: SealedTuple, event: SealedEvent): void {
    const streamId = tuple[0];
    const version = Number(tuple[1]);
    this.#events++;
    if (this.#head?.streamId !== streamId) {
      this.#tellHead();
      this.#streams++;
      this.#head = { streamId, partition: partitionOf(streamId), version: 0, hash: Buffer.alloc(0), broken: false };
    }
    const head = this.#head;
    const recorded = Buffer.from(tuple[10], 'hex');
    if (!head.broken) {
      const fault = this.#faultOf(Number(tuple[9]), event, recorded, head);
      if (fault) {
        head.broken = true;
        this.#brokenStreams++;
        if (this.#broken.length < this.faultsAtMost) this.#broken.push({ streamId, streamVersion: version, ...fault });
      }
    }
    head.version = version;
    head.hash = recorded;
  }

  finish(): Verification {
    this.#tellHead();
    return { streams: this.#streams, events: this.#events, broken: this.#broken, brokenStreams: this.#brokenStreams };
  }

  #faultOf(
    partition: number,
    { hash: _hash, ...content }: SealedEvent,
    recorded: Buffer,
    head: { readonly version: number; readonly hash: Buffer; readonly partition: number },
  ): Pick<BrokenStream, 'fault' | 'message'> | undefined {
    const version = content.streamVersion;
    if (version !== head.version + 1) {
      return { fault: 'gap', message: `version ${head.version + 1} is missing: version ${version} follows ${head.version}` };
    }
    if (partition !== head.partition) {
      return { fault: 'partition', message: `filed under partition ${partition}, belongs to ${head.partition}` };
    }
    const computed = createHash('sha256').update(head.hash).update(canonicalJson(content)).digest();
    if (!computed.equals(recorded)) {
      return { fault: 'content', message: `sealed as ${recorded.toString('hex')}, but what is there gives ${computed.toString('hex')}` };
    }
    return undefined;
  }

  #tellHead(): void {
    if (this.#head)
      this.onHead?.({ streamId: this.#head.streamId, streamVersion: this.#head.version, hash: this.#head.hash.toString('hex') });
  }
}

const partitionOf = (streamId: string): number => (createHash('sha256').update(streamId).digest()[0] ?? 0) % partitionCount;
