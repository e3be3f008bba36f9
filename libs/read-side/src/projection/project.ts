import { problem, type RecordedEvent } from '@tumor-board/kernel';
import type pg from 'pg';
import type { AnyReadModel, StreamEvents, StreamRow } from './read-model.js';
import { standingRows, upsertRows } from './rows.js';

/** The events of each stream of a category, in the order of the first of each. Events of other streams are left out. */
export function byStream(category: string, events: readonly RecordedEvent[]): StreamEvents[] {
  const prefix = `${category}-`;
  const streams = new Map<string, { id: string; site: string; events: RecordedEvent[] }>();
  for (const event of events) {
    const { streamId } = event;
    if (!streamId.startsWith(prefix)) continue;
    let found = streams.get(streamId);
    if (found === undefined) {
      found = { id: streamId.slice(prefix.length), site: event.metadata.site, events: [] };
      streams.set(streamId, found);
    }
    found.events.push(event);
  }
  return [...streams.values()];
}

/**
 * Brings a table up to date with a batch: one query for the rows that stand, one statement for those that change.
 * @throws Problem `projection.gap` when events are missing between a row and the batch
 */
export async function projectBatch(
  client: pg.ClientBase,
  model: AnyReadModel,
  table: string,
  events: readonly RecordedEvent[],
): Promise<void> {
  await (await prepareBatch(client, model, table, events))();
}

/**
 * Computes what a batch changes, and answers how to write it. Everything is computed before the first write, because an
 * open write transaction holds back every reader of the log.
 * @throws Problem `projection.gap` when events are missing between a row and the batch
 */
export async function prepareBatch(
  client: pg.ClientBase,
  model: AnyReadModel,
  table: string,
  events: readonly RecordedEvent[],
): Promise<() => Promise<void>> {
  const streams = byStream(model.category, events);
  const ids = streams.map(({ id }) => id);
  const standing = model.rowPer === 'event' ? new Map<string, StreamRow[]>() : await standingRows(client, model, table, ids);
  const rows = await foldAll(model, streams, standing);
  return () => upsertRows(client, model, table, rows);
}

async function foldAll(
  model: AnyReadModel,
  streams: readonly StreamEvents[],
  standing: ReadonlyMap<string, readonly StreamRow[]>,
): Promise<StreamRow[]> {
  const rows: StreamRow[] = [];
  const folding = streams.flatMap((given) => {
    const before = standing.get(given.id) ?? [];
    const previous = model.rowPer === 'stream' ? before[0] : undefined;
    const next = model.rowPer === 'stream' ? unseen(model, given, previous) : given;
    return next.events.length === 0 ? [] : [{ next, previous, before }];
  });
  // A few at a time: folding may read streams, and the connections are everybody's.
  for (let from = 0; from < folding.length; from += 4) {
    const some = folding.slice(from, from + 4);
    for (const made of await Promise.all(some.map(async ({ next, previous, before }) => await model.fold(next, previous, before))))
      rows.push(...made);
  }
  return rows;
}

/** What the row does not know yet. */
function unseen(model: AnyReadModel, given: StreamEvents, previous: StreamRow | undefined): StreamEvents {
  const version = previous?.version ?? 0;
  const events = given.events.filter((event) => event.streamVersion > version);
  const first = events[0];
  if (first !== undefined && first.streamVersion !== version + 1) {
    throw problem(
      'projection.gap',
      `${model.name} knows version ${version} of the ${model.category}; the next event it is given is ${first.streamVersion}.`,
      {
        readModel: model.name,
        [`${model.category}Id`]: given.id,
        version,
        next: first.streamVersion,
      },
    );
  }
  return { ...given, events };
}
