import { setTimeout as pause } from 'node:timers/promises';
import { type CaseEvent, caseStream } from '@tumor-board/board';
import { createPool } from '@tumor-board/database';
import { createEventStore, type EventStore, headPositions, waitForPosition } from '@tumor-board/event-store';
import { createTestDatabase, type TestDatabase } from '@tumor-board/testing';
import type pg from 'pg';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CaseWriter, ebvDna, ecog, histology, knowledge, staging } from '../../test/case-writer.js';
import { caseReadModels } from '../case-read-models.js';
import { byStream, projectBatch } from './project.js';
import { type RunningProjections, startProjections } from './start-projections.js';

let database: TestDatabase;
let store: EventStore;
let writer: CaseWriter;
let running: RunningProjections[];
beforeEach(async () => {
  database = await createTestDatabase();
  store = createEventStore({ pool: database.pool });
  writer = new CaseWriter(store);
  running = [];
});
afterEach(async () => {
  await Promise.all(running.map((projections) => projections.stop()));
  await store.close();
  await database.drop();
});

/** Between two facts of one writer: those who follow shall have a chance on a slow machine. */
const PACE_MS = 20;

const models = () => caseReadModels({ eventStore: store, knowledge });
const [list, overview, history] = ['case-list', 'case-overview', 'case-history'].map(
  (name) => () => models().find((model) => model.name === name) as ReturnType<typeof models>[number],
) as [() => ReturnType<typeof models>[number], () => ReturnType<typeof models>[number], () => ReturnType<typeof models>[number]];

function start(pool: pg.Pool = database.pool): RunningProjections {
  const projections = startProjections({ pool, readModels: models(), leaseMs: 1_000 });
  running.push(projections);
  return projections;
}
async function caughtUp(): Promise<void> {
  for (const position of (await headPositions(database.pool)).values()) {
    for (const { name } of models()) await waitForPosition(database.pool, name, position, 60_000);
  }
}
const rowsOf = async (table: string): Promise<Record<string, unknown>[]> =>
  (
    await database.pool.query<{ row: Record<string, unknown> }>(`select to_json(t) as row from read_model.${table} t order by 1::text`)
  ).rows.map(({ row }) => row);
const factsByCase = async () => Object.fromEntries((await rowsOf('case_list')).map((row) => [row['case_id'], row['facts']]));

describe('running projections', () => {
  it('keep every read model at the last event of each case', async () => {
    start();
    const one = await writer.open('P-1', [histology, staging], { title: 'First Case' });
    const two = await writer.open('P-2');
    await writer.record(two.caseId, ecog('2024-03-01'));
    await caughtUp();

    const lines = await rowsOf('case_list');
    expect(lines.find((row) => row['case_id'] === one.caseId)).toMatchObject({
      site: 'default',
      reference: 'P-1',
      search: 'p-1',
      next_step: 'complete-baseline',
      facts: 2,
      last_fact_on: '2024-01-08',
      version: one.streamVersion,
    });
    const overviews = await rowsOf('case_overview');
    expect(overviews.map((row) => row['digest_matches'])).toEqual([true, true]);
    expect(overviews.find((row) => row['case_id'] === one.caseId)).toMatchObject({ version: one.streamVersion, position: one.position });
    const events = (await rowsOf('case_history')).filter((row) => row['case_id'] === one.caseId);
    expect(events.map((row) => row['type'])).toEqual(
      expect.arrayContaining([
        'CaseOpened',
        'HistologyReported',
        'StagingRecorded',
        'AssessmentRevised',
        'AssessmentRevised',
        'CaseListed',
      ]),
    );
    expect(events).toHaveLength(6);
  });

  it('show a case without facts with the assessment of an empty record', async () => {
    start();
    await writer.open('P-3');
    await caughtUp();
    expect(await rowsOf('case_overview')).toMatchObject([
      { headline: {}, digest_matches: null, assessment: { nextStep: { code: 'complete-baseline' } } },
    ]);
    expect(await rowsOf('case_list')).toMatchObject([{ next_step: null, facts: 0, last_fact_on: null }]);
  });

  it('tell when an assessment does not recompute to what was recorded', async () => {
    start();
    const { caseId, streamVersion } = await writer.open('P-4', [histology]);
    const revised = (await store.read(caseStream(caseId))).findLast(({ type }) => type === 'AssessmentRevised') as unknown as CaseEvent;
    await writer.append(caseStream(caseId), streamVersion, [
      { type: 'AssessmentRevised', data: { ...revised.data, digest: '0'.repeat(64) } } as CaseEvent,
    ]);
    await caughtUp();
    expect(await rowsOf('case_overview')).toMatchObject([{ digest_matches: false }]);
  });

  it('give each event effect exactly once, though their process is killed and others take over', { timeout: 120_000 }, async () => {
    const opened = await Promise.all(Array.from({ length: 6 }, (_, index) => writer.open(`K-${index}`, [histology])));
    const doomed = await createPool({ url: database.url, applicationName: 'doomed' });
    const killed = startProjections({ pool: doomed, readModels: models(), leaseMs: 1_000, batchSize: 8 });
    const told = async () =>
      (await database.pool.query<{ count: number }>('select count(*)::integer as count from read_model.case_history')).rows[0]?.count ?? 0;
    let writing = true;
    const writes = Promise.all(
      opened.map(async ({ caseId }) => {
        let day = 0;
        for (; writing || day < 12; day += 1) {
          await writer.record(caseId, ebvDna(`2024-02-${String((day % 28) + 1).padStart(2, '0')}`, 1_000 - day));
          await pause(PACE_MS);
        }
        return [caseId, day + 1] as const;
      }),
    );
    for (let round = 0; round < 4; round += 1) {
      const before = await told();
      await vi.waitUntil(async () => (await told()) > before, { timeout: 60_000, interval: 5 });
      // The connections end in the middle of whatever they are doing, as those of a killed process do.
      await database.owner.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'doomed'`);
    }
    start();
    start();
    await killed.stop();
    await doomed.end();
    writing = false;
    const expected = Object.fromEntries(await writes);
    await caughtUp();

    expect(await factsByCase()).toEqual(expected);
    const { rows } = await database.pool.query(
      `select (select count(*) from log.events) as recorded, (select count(*) from read_model.case_history) as told,
         (select count(*) from read_model.case_overview where digest_matches is false) as wrong, (select count(*) from log.dead_letters) as dead`,
    );
    expect(rows[0]).toEqual({ recorded: rows[0]?.told, told: rows[0]?.told, wrong: '0', dead: '0' });
  });

  it('put a case that cannot be folded aside and go on with the others', async () => {
    start();
    const bad = await writer.open('D-1', [histology]);
    await writer.append(caseStream(bad.caseId), bad.streamVersion, [{ type: 'FromTheFuture', data: {} } as unknown as CaseEvent]);
    await writer.open('D-2', [histology]);
    await caughtUp();
    expect((await rowsOf('case_overview')).length).toBe(2);
    const { rows } = await database.pool.query(`select subscription, state from log.dead_letters order by subscription`);
    expect(rows).toContainEqual({ subscription: 'case-overview', state: 'failed' });
  });
});

describe('a batch', () => {
  it('takes one query and one statement, however many cases it touches', async () => {
    for (let index = 0; index < 20; index += 1) await writer.open(`B-${index}`, [histology]);
    const events = (await Promise.all((await streams()).map((streamId) => store.read(streamId)))).flat();
    for (const [model, statements] of [
      [list(), 2],
      [overview(), 2],
      [history(), 1],
    ] as const) {
      const client = await database.pool.connect();
      let asked = 0;
      const counting = new Proxy(client, {
        get(target, property) {
          if (property === 'query') asked += 1;
          const value: unknown = Reflect.get(target, property);
          return typeof value === 'function' ? value.bind(target) : value;
        },
      });
      await projectBatch(counting, model, model.table, events);
      client.release();
      expect([model.name, asked]).toEqual([model.name, statements]);
    }
    expect(await rowsOf('case_overview')).toHaveLength(20);
  });

  it('given again changes nothing', async () => {
    const { caseId } = await writer.open('B-1', [histology, staging]);
    const events = await store.read(caseStream(caseId));
    const client = await database.pool.connect();
    for (const model of models()) {
      await projectBatch(client, model, model.table, events);
      const once = await rowsOf(model.table);
      await projectBatch(client, model, model.table, events);
      await projectBatch(client, model, model.table, events.slice(0, 2));
      expect(await rowsOf(model.table)).toEqual(once);
    }
    client.release();
  });

  it('split anywhere leads to the same rows', async () => {
    const { caseId } = await writer.open('B-2', [histology, staging, ecog('2024-01-09')]);
    const events = await store.read(caseStream(caseId));
    const client = await database.pool.connect();
    for (const [name, table] of [
      ['case-list', 'case_list'],
      ['case-overview', 'case_overview'],
      ['case-history', 'case_history'],
    ] as const) {
      const seen = [];
      for (let cut = 1; cut <= events.length; cut += 1) {
        const model = models().find((one) => one.name === name) as ReturnType<typeof models>[number];
        await client.query(`truncate read_model.${table}`);
        await projectBatch(client, model, table, events.slice(0, cut));
        await projectBatch(client, model, table, events.slice(cut));
        seen.push(await rowsOf(table));
      }
      for (const rows of seen) expect(rows).toEqual(seen[0]);
    }
    client.release();
  });

  it('that leaves events out is refused', async () => {
    const { caseId } = await writer.open('B-3', [histology, staging]);
    const events = await store.read(caseStream(caseId));
    const client = await database.pool.connect();
    await expect(projectBatch(client, list(), 'case_list', events.slice(1))).rejects.toMatchObject({ code: 'projection.gap' });
    await projectBatch(client, list(), 'case_list', events.slice(0, 2));
    await expect(projectBatch(client, list(), 'case_list', events.slice(3))).rejects.toMatchObject({
      code: 'projection.gap',
      data: { version: 2, next: 4 },
    });
    client.release();
  });

  it('leaves the streams of others alone', async () => {
    const [event] = await store.read(caseStream((await writer.open('B-4')).caseId));
    expect(event && byStream('case', [{ ...event, streamId: 'meeting-1' }])).toEqual([]);
  });
});

const streams = async (): Promise<string[]> =>
  (await database.pool.query<{ stream_id: string }>('select distinct stream_id from log.events')).rows.map((row) => row.stream_id);
