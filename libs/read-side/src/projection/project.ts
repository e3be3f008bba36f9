import { type CaseEvent, caseIdOf } from '@tumor-board/board';
import { problem, type RecordedEvent } from '@tumor-board/kernel';
import type pg from 'pg';
import type { AnyReadModel, CaseEvents, CaseRow } from './read-model.js';
import { standingRows, upsertRows } from './rows.js';

/** The events of each case, in the order of the first of each. Events of other streams are left out. */
export function byCase(events: readonly RecordedEvent[]): CaseEvents[] {
  const cases = new Map<string, { caseId: string; site: string; events: (RecordedEvent & CaseEvent)[] }>();
  for (const event of events) {
    const caseId = caseIdOf(event.streamId);
    if (caseId === undefined) continue;
    let found = cases.get(caseId);
    if (found === undefined) {
      found = { caseId, site: event.metadata.site, events: [] };
      cases.set(caseId, found);
    }
    found.events.push(event as RecordedEvent & CaseEvent);
  }
  return [...cases.values()];
}

/**
 * Brings a table up to date with a batch: one query for the rows that stand, one statement for those that change.
 * Everything is computed before the first write, because an open write transaction holds back every reader of the log.
 * @throws Problem `projection.gap` when events are missing between a row and the batch
 */
export async function projectBatch(
  client: pg.ClientBase,
  model: AnyReadModel,
  table: string,
  events: readonly RecordedEvent[],
): Promise<void> {
  const cases = byCase(events);
  const standing =
    model.rowPer === 'event'
      ? new Map<string, CaseRow[]>()
      : await standingRows(
          client,
          table,
          cases.map(({ caseId }) => caseId),
        );
  const rows = await foldAll(model, cases, standing);
  await upsertRows(client, model, table, rows);
}

async function foldAll(
  model: AnyReadModel,
  cases: readonly CaseEvents[],
  standing: ReadonlyMap<string, readonly CaseRow[]>,
): Promise<CaseRow[]> {
  const rows: CaseRow[] = [];
  const folding = cases.flatMap((given) => {
    const before = standing.get(given.caseId) ?? [];
    const previous = model.rowPer === 'case' ? before[0] : undefined;
    const next = model.rowPer === 'case' ? unseen(model, given, previous) : given;
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
function unseen(model: AnyReadModel, given: CaseEvents, previous: CaseRow | undefined): CaseEvents {
  const version = previous?.version ?? 0;
  const events = given.events.filter((event) => event.streamVersion > version);
  const first = events[0];
  if (first !== undefined && first.streamVersion !== version + 1) {
    throw problem(
      'projection.gap',
      `${model.name} knows version ${version} of the case; the next event it is given is ${first.streamVersion}.`,
      {
        readModel: model.name,
        caseId: given.caseId,
        version,
        next: first.streamVersion,
      },
    );
  }
  return { ...given, events };
}
