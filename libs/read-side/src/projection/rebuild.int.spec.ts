import { setTimeout as pause } from 'node:timers/promises';
import { createEventStore, type EventStore, headPositions, waitForPosition } from '@tumor-board/event-store';
import { createTestDatabase, type TestDatabase } from '@tumor-board/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CaseWriter, ecog, histology, knowledge, staging } from '../../test/case-writer.js';
import { caseReadModel, caseReadModels, READ_MODEL_NAMES } from '../case-read-models.js';
import type { AnyReadModel } from './read-model.js';
import { rebuildReadModel } from './rebuild.js';
import { type RunningProjections, startProjections } from './start-projections.js';

let database: TestDatabase;
let store: EventStore;
let writer: CaseWriter;
let projections: RunningProjections;
beforeEach(async () => {
  database = await createTestDatabase();
  store = createEventStore({ pool: database.pool });
  writer = new CaseWriter(store);
  projections = startProjections({ pool: database.pool, readModels: caseReadModels({ eventStore: store, knowledge }), leaseMs: 1_000 });
});
afterEach(async () => {
  await projections.stop();
  await store.close();
  await database.drop();
});

/** Between two facts of one writer: the longer the log, the longer each rebuilding. */
const PACE_MS = 20;

const model = (name: string): AnyReadModel => caseReadModel(name, { eventStore: store, knowledge });
/** Those of other streams are rebuilt in their own specs. */
const NAMES = READ_MODEL_NAMES.filter(
  (name) => caseReadModel(name, { eventStore: { read: async () => [] }, knowledge }).category === 'case',
);
const rebuild = (name: string) => rebuildReadModel(model(name), { pool: database.owner });
const same = { onlyLive: 0, onlyRebuilt: 0, different: 0, atOtherVersion: 0, ids: [] };
async function caughtUp(): Promise<void> {
  for (const position of (await headPositions(database.pool)).values()) {
    for (const name of NAMES) await waitForPosition(database.pool, name, position, 60_000);
  }
}
const rows = async (table: string) =>
  (
    await database.pool.query<{ row: Record<string, unknown> }>(
      `select to_json(t) as row from read_model.${table} t order by t.case_id, t.version`,
    )
  ).rows;
const schema = async () =>
  (
    await database.owner.query(
      `select c.relname, c.relkind, c.reloptions, case when c.relkind = 'i' then pg_get_indexdef(c.oid) end as definition, c.relacl::text
       from pg_class c where c.relnamespace = 'read_model'::regnamespace and c.relkind in ('r', 'i') order by 1`,
    )
  ).rows;
const recordedOfCases = async () =>
  (await database.pool.query<{ count: number }>(`select count(*)::integer as count from log.events where stream_id like 'case-%'`)).rows[0]
    ?.count;
const leftovers = async () =>
  (
    await database.owner.query(
      `select relname as name from pg_class where relname like '%rebuild%' union all select subscription from log.checkpoints where subscription like '%rebuild%'`,
    )
  ).rows;

describe('rebuilding a read model', () => {
  it.each(NAMES)('%s gives the rows that the live one has, under the same names and rights', async (name) => {
    for (let index = 0; index < 8; index += 1) await writer.open(`R-${index}`, [histology, staging]);
    await caughtUp();
    const { table } = model(name);
    const [live, names] = [await rows(table), await schema()];
    const rebuilt = await rebuild(name);
    expect(rebuilt).toMatchObject({
      readModel: name,
      events: await recordedOfCases(),
      rows: live.length,
      differences: { liveRows: live.length, rebuiltRows: live.length, ...same },
    });
    expect(await rows(table)).toEqual(live);
    expect(await schema()).toEqual(names);
    expect(await leftovers()).toEqual([]);
  });

  it('may be done again, and the live projection goes on with the new table', async () => {
    const { caseId } = await writer.open('R-1', [histology]);
    await rebuild('case-list');
    await rebuild('case-list');
    await writer.record(caseId, staging);
    await caughtUp();
    expect(await rows('case_list')).toMatchObject([{ row: { facts: 2 } }]);
  });

  it('while cases are written loses nothing and sets no reader back', { timeout: 180_000 }, async () => {
    const opened = await Promise.all(Array.from({ length: 5 }, (_, index) => writer.open(`W-${index}`, [histology])));
    let writing = true;
    let recorded = 0;
    const seen: number[] = [];
    const writes = Promise.all(
      opened.map(async ({ caseId }) => {
        for (let value = 1; writing; value += 1) {
          await writer.record(caseId, ecog('2024-02-01', (value % 5) as 0 | 1 | 2 | 3 | 4));
          recorded += 1;
          await pause(PACE_MS);
        }
      }),
    );
    const reads = (async () => {
      while (writing) {
        seen.push(Number((await database.pool.query('select sum(facts) as facts from read_model.case_list')).rows[0]?.facts ?? 0));
        await pause(PACE_MS / 4);
      }
    })();
    for (const name of NAMES) await rebuild(name);
    writing = false;
    await Promise.all([writes, reads]);
    await caughtUp();
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect((await rows('case_list')).reduce((sum, { row }) => sum + Number(row['facts']), 0)).toBe(recorded + opened.length);
    for (const name of NAMES) expect((await rebuild(name)).differences).toMatchObject(same);
  });

  it('reports rows that differ, are missing or should not be there, and sets them right', async () => {
    const [changed, missing, kept] = [
      await writer.open('X-1', [histology]),
      await writer.open('X-2', [histology]),
      await writer.open('X-3'),
    ];
    await caughtUp();
    const right = await rows('case_list');
    await database.owner.query(`update read_model.case_list set next_step = 'surveillance' where case_id = $1`, [changed.caseId]);
    await database.owner.query(`delete from read_model.case_list where case_id = $1`, [missing.caseId]);
    await database.owner.query(`insert into read_model.case_list select (jsonb_populate_record(t, '{"case_id": "00000000-0000-0000-0000-000000000000"}')).*
      from read_model.case_list t where case_id = '${kept.caseId}'`);
    const { differences } = await rebuild('case-list');
    expect(differences).toMatchObject({ liveRows: 3, rebuiltRows: 3, onlyLive: 1, onlyRebuilt: 1, different: 1, atOtherVersion: 0 });
    expect(differences.ids.toSorted()).toEqual(['00000000-0000-0000-0000-000000000000', changed.caseId, missing.caseId].toSorted());
    expect(await rows('case_list')).toEqual(right);
  });

  it('of a case that goes on over many pages is whole', async () => {
    await writer.open('L-0', [histology]);
    const { caseId } = await writer.open('L-1');
    for (let from = 0; from < 1_600; from += 800) {
      await writer.record(caseId, ...Array.from({ length: 800 }, () => ({ type: 'DeathRecorded' as const, on: '2024-02-01' })));
    }
    await writer.open('L-2', [histology]);
    await caughtUp();
    const { events, differences } = await rebuild('case-overview');
    expect(events).toBeGreaterThan(1_600);
    expect(differences).toMatchObject(same);
  });

  it('is refused while it is being done', async () => {
    await writer.open('R-1', [histology]);
    const done = await Promise.allSettled([rebuild('case-overview'), rebuild('case-overview'), rebuild('case-history')]);
    expect(done.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    expect(done.find((one) => one.status === 'rejected')).toMatchObject({ reason: { code: 'rebuild.running' } });
  });

  it('that fails names the case and leaves everything as it was', async () => {
    const { caseId } = await writer.open('R-1', [histology]);
    await caughtUp();
    const before = [await rows('case_list'), await schema()];
    const failing: AnyReadModel = {
      ...model('case-list'),
      fold: () => {
        throw new Error('cannot');
      },
    };
    await expect(rebuildReadModel(failing, { pool: database.owner })).rejects.toMatchObject({ code: 'rebuild.failed', data: { caseId } });
    expect([await rows('case_list'), await schema()]).toEqual(before);
    expect(await leftovers()).toEqual([]);
    await rebuild('case-list');
  });

  it('of an empty log gives an empty table', async () => {
    expect(await rebuild('case-overview')).toMatchObject({ events: 0, rows: 0, differences: { liveRows: 0, rebuiltRows: 0 } });
  });

  it('is refused for a name that is none', () => {
    expect(() => model('case-lists')).toThrow(/case-list, case-overview, case-history/);
  });
});
