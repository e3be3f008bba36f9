import type { RecordedEvent } from '@tumor-board/kernel';
import type pg from 'pg';
import type { Protection } from './protection/protection.js';
import { type EventTuple, eventColumns, queryTuples, recordedEvents } from './recorded.js';
import { createUpcaster, type EventShapes } from './upcast.js';

/** What to scan. */
export interface ScanOptions extends EventShapes {
  /** Only streams of this category, e.g. `case`; default all. */
  readonly category?: string;
  /** Only events of transactions before this horizon, see `currentHorizon`; `startFrom` then continues without a gap. */
  readonly upTo: string;
  /** Types of events that are left out, which spares reading them. */
  readonly except?: readonly string[];
  /** Default 1000. */
  readonly pageSize?: number;
  /** To read protected texts in clear; without it they stay sealed. */
  readonly protection?: Protection | undefined;
}

/**
 * The condition of a scan: $1 and $2 where to go on, $3 the end of the category, $4 the horizon, $5 the page size, $6
 * types that are left out.
 */
export const scanned = `from log.events e
  where (e.stream_id, e.stream_version) > ($1, $2) and e.stream_id < $3 and e.transaction_id < $4::xid8 and e.type <> all($6::text[])
  order by e.stream_id, e.stream_version limit $5`;

const statement = `select ${eventColumns} ${scanned}`;

/**
 * All events, stream by stream and each stream in order, in pages; a stream may go on in the next page. The next page
 * is fetched while the last one is being processed.
 */
export async function* scanStreams(pool: pg.Pool, options: ScanOptions): AsyncGenerator<RecordedEvent[], void, void> {
  const upcaster = createUpcaster(options);
  for await (const tuples of scanPages<EventTuple>(pool, statement, options)) {
    yield await recordedEvents(tuples, upcaster, options.protection);
  }
}

/** The pages of a statement over {@link scanned} whose first two columns are stream id and version. */
export async function* scanPages<Tuple extends readonly [streamId: string, streamVersion: string, ...unknown[]]>(
  pool: pg.Pool,
  text: string,
  { category, upTo, except = [], pageSize = 1000 }: Omit<ScanOptions, keyof EventShapes | 'protection'>,
): AsyncGenerator<Tuple[], void, void> {
  // '.' follows '-' in the order of the stream ids; '~' follows every letter.
  const [from, to] = category === undefined ? ['', '~'] : [`${category}-`, `${category}.`];
  const fetch = async (streamId: string, version: string) => {
    const page = queryTuples<Tuple>(pool, undefined, text, [streamId, version, to, upTo, pageSize, except]);
    // A failure is told when the page is asked for, not while another is being processed.
    page.catch(() => undefined);
    return { page };
  };
  let { page: next } = await fetch(from, '0');
  for (;;) {
    const tuples = await next;
    const last = tuples.at(-1);
    if (last === undefined) return;
    const isEnd = tuples.length < pageSize;
    if (!isEnd) ({ page: next } = await fetch(last[0], last[1]));
    yield tuples;
    if (isEnd) return;
  }
}
