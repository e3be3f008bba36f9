import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { isLogCursor, type Watch } from '@tumor-board/event-store';
import { problem } from '@tumor-board/kernel';
import { LIVE_LIMITS, type LiveClient, type LiveLimits, LiveStream } from './live-stream.js';

/** What the streams of the service are opened with. */
export interface LiveStreamsOptions {
  readonly watch: Watch;
  /** The cursor up to which every read model has come. */
  readonly readModels: () => Promise<string>;
  readonly limits?: LiveLimits;
  /** How often it is asked whether a client may still listen, in ms; default a minute. */
  readonly checkMs?: number;
}

/** Who opens a stream. */
export interface LiveOpening extends LiveClient {
  /** The cursor of the last message that it has received. */
  readonly after: string | undefined;
  /** The session that it belongs to. */
  readonly session: string;
  /** Whether it may still listen: its session has not ended and its roles are the same. */
  readonly stillAllowed: () => Promise<boolean>;
}

const STREAMS_AT_MOST = 2_000;
/** A browser has few, and some that it has lost without saying so. */
const OF_A_SESSION = 20;
const CHECK_MS = 60_000;
const AGAIN_MS = 1_000;

/** The open streams of live changes. They end when the service does. */
@Injectable()
export class LiveStreams implements OnModuleDestroy {
  /** With the session of each, the oldest first. */
  readonly #open = new Map<LiveStream, string>();
  #closing = false;

  constructor(private readonly options: LiveStreamsOptions) {}

  get count(): number {
    return this.#open.size;
  }

  /**
   * Opens a stream. A client without a cursor, or with one that is too old, is told of everything that some read model does not know
   * yet: whatever it reads after `ready` or `reset`, what it does not see then is told.
   * A session that has many already loses its oldest, so that nobody takes the place of all others.
   * @throws Problem `log.closed`, `live.too-many`
   */
  open({ after, session, stillAllowed, ...client }: LiveOpening): LiveStream {
    if (this.#closing) throw problem('log.closed', 'The service is stopping.');
    const own = [...this.#open].filter(([one, other]) => other === session && one.isOpen);
    if (own.length >= OF_A_SESSION) own[0]?.[0].end();
    if (this.#open.size >= STREAMS_AT_MOST) throw problem('live.too-many', `There are ${STREAMS_AT_MOST} streams already.`);
    const stream = new LiveStream(client, this.options.limits ?? LIVE_LIMITS);
    this.#open.set(stream, session);
    const checking = setInterval(() => void this.#check(stream, stillAllowed), this.options.checkMs ?? CHECK_MS).unref();
    stream.body.once('close', () => {
      clearInterval(checking);
      this.#open.delete(stream);
    });
    if (after === undefined) void this.#beginFromReadModels(stream, 'ready');
    else if (isLogCursor(after)) this.#listen(stream, after, 'ready', () => void this.#beginFromReadModels(stream, 'reset'));
    else void this.#beginFromReadModels(stream, 'reset');
    return stream;
  }

  /** Before the server waits for the connections that are busy. */
  async onModuleDestroy(): Promise<void> {
    this.#closing = true;
    for (const stream of this.#open.keys()) stream.end();
    await this.options.watch.close();
  }

  async #beginFromReadModels(stream: LiveStream, event: 'ready' | 'reset'): Promise<void> {
    const cursor = await this.options.readModels().catch(() => undefined);
    // The database is away, or the read models are far behind: whoever read them now would not see what is there.
    const again = () => void setTimeout(() => void this.#beginFromReadModels(stream, event), AGAIN_MS).unref();
    if (!stream.isOpen || this.#closing) return;
    if (cursor === undefined) again();
    else this.#listen(stream, cursor, event, again);
  }

  #listen(stream: LiveStream, after: string, event: 'ready' | 'reset', lost: () => void): void {
    const listening = this.options.watch.listen(
      {
        isWanted: (notice) => stream.isWanted(notice),
        begin: (cursor) => stream.begin(event, cursor),
        take: (notice, cursor) => stream.take(notice, cursor),
        lost,
      },
      after,
    );
    stream.attach(listening);
  }

  async #check(stream: LiveStream, stillAllowed: () => Promise<boolean>): Promise<void> {
    // When it cannot be found out it is asked again the next time.
    if (!(await stillAllowed().catch(() => true))) stream.end();
  }
}
