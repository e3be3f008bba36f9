import { randomBytes, randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { QueryBus } from '@nestjs/cqrs';
import { PROTECTED_FIELDS } from '@tumor-board/board';
import { createEventStore, type EventStore, headPositions, openProtection } from '@tumor-board/event-store';
import { parseCaseFile } from '@tumor-board/oncology';
import { createTestDatabase, type TestDatabase } from '@tumor-board/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AskedQuery, capturing } from '../test/capture-queries.js';
import { CaseWriter, ecog, histology, knowledge, staging } from '../test/case-writer.js';
import { CaseHistoryQuery } from './case-history/query.js';
import { caseHistoryView } from './case-history/view.js';
import { CaseListHandler, type CaseListOptions, CaseListQuery } from './case-list/query.js';
import { caseListView } from './case-list/view.js';
import { CaseOverviewQuery } from './case-overview/query.js';
import { caseOverviewView } from './case-overview/view.js';
import { caseReadModels } from './case-read-models.js';
import { CaseRecordQuery } from './case-record/query.js';
import { type RunningProjections, startProjections } from './projection/start-projections.js';
import { ReadModels } from './read-models.js';
import { ReadSideModule } from './read-side.module.js';

let database: TestDatabase;
let store: EventStore;
let app: INestApplicationContext;
let queries: QueryBus;
let projections: RunningProjections;
let writer: CaseWriter;
let elsewhere: CaseWriter;

beforeAll(async () => {
  database = await createTestDatabase();
  const protection = await openProtection({ pool: database.pool, masterKey: randomBytes(32), fields: PROTECTED_FIELDS });
  store = createEventStore({ pool: database.pool, protection });
  projections = startProjections({ pool: database.pool, readModels: caseReadModels({ eventStore: store, protection, knowledge }) });
  app = await NestFactory.createApplicationContext(
    ReadSideModule.forRoot({ pool: database.pool, eventStore: store, protection, knowledge, waitMs: 10_000 }),
    {
      logger: false,
    },
  );
  await app.init();
  queries = app.get(QueryBus);
  writer = new CaseWriter(store, 'default');
  elsewhere = new CaseWriter(store, 'north');
});
afterAll(async () => {
  await projections.stop();
  await app.close();
  await store.close();
  await database.drop();
});

const list = (options: Omit<CaseListOptions, 'site'> & { site?: string }) =>
  queries.execute(new CaseListQuery({ site: 'default', ...options }));

describe("reading one's own write", () => {
  it('shows what a command wrote, at once, in every view', async () => {
    const { caseId } = await writer.open('OWN-1', [histology]);
    for (let day = 10; day < 20; day += 1) {
      const { position, streamVersion, recordedAt } = await writer.record(caseId, ecog(`2024-03-${day}`, (day % 5) as 0));
      const overview = await queries.execute(new CaseOverviewQuery('default', caseId, position));
      expect(overview).toMatchObject({ version: streamVersion, freshness: { position, recordedAt } });
      const { events } = await queries.execute(
        new CaseHistoryQuery({ site: 'default', caseId, newestFirst: true, limit: 1, atLeast: position }),
      );
      expect(events[0]).toMatchObject({ version: streamVersion, recordedAt });
      const { cases } = await list({ search: 'own-1', atLeast: position });
      expect(cases[0]).toMatchObject({ version: streamVersion, changedAt: recordedAt });
    }
  });

  it('is refused after a bounded wait when the view has not come so far', async () => {
    const [partition, head] = [...(await headPositions(database.pool))][0] ?? [];
    const impatient = new ReadModels({ pool: database.pool, eventStore: store, knowledge, waitMs: 30 });
    const later = `${partition}.${String(head).split('.')[1]}9.1`;
    await expect(new CaseListHandler(impatient).execute(new CaseListQuery({ site: 'default', atLeast: later }))).rejects.toMatchObject({
      code: 'projection.behind',
      data: { waitedMs: 30 },
    });
    await expect(list({ atLeast: 'yesterday' })).rejects.toMatchObject({ code: 'position.invalid' });
  });
});

describe('the overview of a case', () => {
  it('is as its schema says and gives the assessment that stands', async () => {
    const { caseId, position } = await writer.open('OV-1', [histology, staging], { title: 'Over', source: { kind: 'synthetic' } });
    const view = await queries.execute(new CaseOverviewQuery('default', caseId, position));
    expect(caseOverviewView.parse(view)).toEqual(view);
    expect(view).toMatchObject({
      reference: 'OV-1',
      title: 'Over',
      source: { kind: 'synthetic' },
      patient: { ageYears: 50 },
      headline: { nextStep: 'complete-baseline' },
      fingerprint: view.assessment.fingerprint,
      digestMatches: true,
    });
  });

  it('is of no case at another site, nor under what is no id', async () => {
    const { caseId, position } = await elsewhere.open('OV-2', [histology]);
    await expect(queries.execute(new CaseOverviewQuery('default', caseId, position))).rejects.toMatchObject({ code: 'case.unknown' });
    expect(await queries.execute(new CaseOverviewQuery('north', caseId, position))).toMatchObject({ site: 'north' });
    for (const id of [randomUUID(), 'OV-2', `${caseId}'`]) {
      await expect(queries.execute(new CaseOverviewQuery('north', id))).rejects.toMatchObject({ code: 'case.unknown' });
    }
  });
});

describe('the history of a case', () => {
  it('tells every event in order, with its two dates, who recorded it and what it changed', async () => {
    const late = { ...ecog('2024-03-01'), knownOn: '2024-03-09' };
    const { caseId, position } = await writer.open('HI-1', [histology, late]);
    const view = await queries.execute(new CaseHistoryQuery({ site: 'default', caseId, atLeast: position }));
    expect(caseHistoryView.parse(view)).toEqual(view);
    expect(view.events.map(({ type }) => type)).toEqual([
      'CaseOpened',
      'HistologyReported',
      'AssessmentRevised',
      'PerformanceStatusRecorded',
      'AssessmentRevised',
      'CaseListed',
    ]);
    expect(view.events[3]).toMatchObject({
      fact: '#2',
      on: '2024-03-01',
      knownOn: '2024-03-09',
      actor: 'dr-a',
      what: 'Performance status: ECOG 1',
      changed: null,
    });
    expect(view.events[2]).toMatchObject({ cause: { kind: 'new-fact', facts: ['#1'] }, fact: null, on: null });
    expect(view.events[2]?.changed).toContainEqual({ part: 'nextStep', before: null, after: 'complete-baseline' });
    expect(view.next).toBeNull();
  });

  it.each([false, true])('comes in pages without a gap (newest first: %s)', async (newestFirst) => {
    const { caseId, position, streamVersion } = await writer.open(`HI-2 ${newestFirst}`, [histology, staging, ecog('2024-03-01')]);
    const versions: number[] = [];
    let after: number | undefined;
    do {
      const page = await queries.execute(
        new CaseHistoryQuery({ site: 'default', caseId, newestFirst, limit: 3, after, atLeast: position }),
      );
      versions.push(...page.events.map(({ version }) => version));
      after = page.next ?? undefined;
    } while (after !== undefined);
    const all = Array.from({ length: streamVersion }, (_, index) => index + 1);
    expect(versions).toEqual(newestFirst ? all.toReversed() : all);
  });

  it('is of no case at another site', async () => {
    const { caseId, position } = await elsewhere.open('HI-3', [histology]);
    await expect(queries.execute(new CaseHistoryQuery({ site: 'default', caseId, atLeast: position }))).rejects.toMatchObject({
      code: 'case.unknown',
    });
  });
});

describe('the record of a case', () => {
  it('is a case file that reads back, with ids, corrections and retractions', async () => {
    const { caseId } = await writer.open('RE-1', [histology, staging], { title: 'Record' });
    await writer.record(caseId, { type: 'FactRetracted', on: '2024-04-01', retracts: '#2', reason: 'another patient' });
    const record = await queries.execute(new CaseRecordQuery('default', caseId));
    expect(parseCaseFile(JSON.parse(JSON.stringify(record)))).toEqual(record);
    expect(record).toMatchObject({
      format: 'tumor-board-case/1',
      reference: 'RE-1',
      title: 'Record',
      facts: [{ id: '#1' }, { id: '#2' }, { retracts: '#2' }],
    });
    await expect(queries.execute(new CaseRecordQuery('north', caseId))).rejects.toMatchObject({ code: 'case.unknown' });
  });
});

describe('the list of cases', () => {
  const site = 'list';
  const here = () => new CaseWriter(store, site);
  const references = async (options: Partial<CaseListOptions>): Promise<string[]> => {
    const found: string[] = [];
    let after: string | undefined;
    do {
      const page = await list({ site, limit: 4, ...options, after });
      expect(caseListView.parse(page)).toEqual(page);
      found.push(...page.cases.map(({ reference }) => reference));
      after = page.next ?? undefined;
    } while (after !== undefined);
    return found;
  };
  let last: string;
  const ids = new Map<string, string>();

  beforeAll(async () => {
    for (const reference of ['b-2', 'B-1', 'a_1', 'a1', 'c%', 'zeta', 'ä-1', 'd-1', 'd-2']) {
      const opened = await here().open(reference, reference.startsWith('d') ? [histology] : [], { title: `Title of ${reference}` });
      ids.set(reference, opened.caseId);
      last = opened.position;
      await list({ site, atLeast: last });
    }
  });

  it('is in the order of the last change, the newest first', async () => {
    expect(await references({ order: 'changed' })).toEqual(['d-2', 'd-1', 'ä-1', 'zeta', 'c%', 'a1', 'a_1', 'B-1', 'b-2']);
  });

  it('is in the order of references, the same on every machine', async () => {
    expect(await references({ order: 'reference' })).toEqual(['B-1', 'a1', 'a_1', 'b-2', 'c%', 'd-1', 'd-2', 'zeta', 'ä-1']);
  });

  it('finds words in reference and title whatever their case, and takes signs as signs', async () => {
    expect(await references({ search: 'ZETA title' })).toEqual(['zeta']);
    expect(await references({ search: 'Ä-' })).toEqual(['ä-1']);
    expect(await references({ search: 'a_' })).toEqual(['a_1']);
    expect(await references({ search: '%' })).toEqual(['c%']);
    expect(await references({ search: String.raw`\ ` })).toEqual([]);
    expect(await references({ search: '  ' })).toHaveLength(9);
  });

  it('shows the cases with a next step', async () => {
    expect(await references({ nextStep: 'complete-baseline', order: 'reference' })).toEqual(['d-1', 'd-2']);
    expect(await references({ nextStep: 'surveillance' })).toEqual([]);
  });

  it('gives no case twice and steps over none while cases change between the pages', async () => {
    const first = await list({ site, limit: 4 });
    const { position } = await here().record(ids.get('b-2') as string, histology);
    const second = await list({ site, limit: 20, after: first.next as string, atLeast: position });
    const seen = [...first.cases, ...second.cases].map(({ reference }) => reference);
    // b-2 has moved to the front, before the first page; nothing else has moved.
    expect(seen).toEqual(['d-2', 'd-1', 'ä-1', 'zeta', 'c%', 'a1', 'a_1', 'B-1']);
  });

  it('does not go on from a page of another order, nor from what is no page', async () => {
    const { next } = await list({ site, limit: 1, order: 'reference' });
    for (const after of [next as string, 'x', ''])
      await expect(list({ site, order: 'changed', after })).rejects.toMatchObject({ code: 'cursor.invalid' });
  });

  it('shows nothing of other sites', async () => {
    expect((await list({ site: 'nowhere' })).cases).toEqual([]);
  });
});

describe('a list of many cases', () => {
  let asked: AskedQuery[];
  let handler: CaseListHandler;

  beforeAll(async () => {
    await database.owner.query(
      `insert into read_model.case_list
       select gen_random_uuid(), 'many', 'M-' || lpad(n::text, 6, '0'), 'Case number ' || n, null, 'm-' || lpad(n::text, 6, '0') || ' case number ' || n, 50, 'male',
         (array['surveillance', 'maintenance', 'start-systemic'])[1 + n % 3], 'IVB', null, null, 3, date '2024-01-01', 5, now(), now() - n * interval '1 second'
       from generate_series(1, 30000) n`,
    );
    await database.owner.query('analyze read_model.case_list');
    const captured = capturing(database.pool);
    asked = captured.asked;
    const readModels = new ReadModels({ pool: captured.pool, eventStore: store, knowledge });
    handler = new CaseListHandler(readModels);
  });

  it.each([
    ['by change', {}],
    ['by reference', { order: 'reference' }],
    ['by change, of one step', { nextStep: 'maintenance' }],
    ['by reference, of one step', { nextStep: 'maintenance', order: 'reference' }],
  ] as const)('%s reads no more rows than it shows, on the first page and on later ones', async (_name, options) => {
    const first = await handler.execute(new CaseListQuery({ site: 'many', ...options }));
    await handler.execute(new CaseListQuery({ site: 'many', ...options, after: first.next as string }));
    for (const { text, values } of asked.splice(0)) {
      const { rows } = await database.pool.query<{ 'QUERY PLAN': string }>(`explain (analyze, timing off, costs off) ${text}`, values);
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
      expect(plan).toMatch(/Index Scan using case_list_by_/);
      expect(plan).not.toMatch(/Seq Scan|Sort|Rows Removed/);
    }
  });

  it('finds a rare word by its index', async () => {
    const { cases } = await handler.execute(new CaseListQuery({ site: 'many', search: '017342' }));
    expect(cases.map(({ reference }) => reference)).toEqual(['M-017342']);
    const [{ text, values } = { text: '', values: [] }] = asked.splice(0);
    const { rows } = await database.pool.query<{ 'QUERY PLAN': string }>(`explain (costs off) ${text}`, values);
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/case_list_by_text/);
  });
});
