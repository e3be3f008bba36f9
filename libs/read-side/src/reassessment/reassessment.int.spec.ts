import { randomUUID } from 'node:crypto';
import { createEventStore, type EventStore } from '@tumor-board/event-store';
import { createTestDatabase, type TestDatabase } from '@tumor-board/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { knowledge } from '../../test/case-writer.js';
import { type Activation, ReadModels, ReassessmentProgress, ReassessmentsHandler, ReassessmentsQuery } from '../index.js';

let database: TestDatabase;
let store: EventStore;
let progress: ReassessmentProgress;
let handler: ReassessmentsHandler;

beforeAll(async () => {
  database = await createTestDatabase();
  store = createEventStore({ pool: database.pool });
  progress = new ReassessmentProgress(database.pool);
  handler = new ReassessmentsHandler(new ReadModels({ pool: database.pool, eventStore: store, knowledge }));
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

const noted = async (fields: Partial<Activation> = {}): Promise<Activation> => {
  const activation: Activation = {
    activation: randomUUID(),
    site: randomUUID(),
    change: 'release',
    to: 'npc-2026.11',
    effectiveFrom: '2026-12-01',
    activatedAt: '2026-11-23T10:00:00.123456Z',
    ...fields,
  };
  await progress.note([activation]);
  return activation;
};
const shown = async ({ site }: Activation) => (await handler.execute(new ReassessmentsQuery(site))).reassessments;
const page = { done: 200, changed: 7, relist: 3, failures: [] };

describe('the progress of a re-assessment', () => {
  it('is noted once, and waits for its day', async () => {
    const activation = await noted();
    await progress.note([activation, { ...activation, to: 'another' }]);
    const { site: _site, ...told } = activation;
    expect(await shown(activation)).toEqual([
      {
        ...told,
        state: 'scheduled',
        done: 0,
        total: null,
        changed: 0,
        relist: 0,
        failed: 0,
        startedAt: null,
        finishedAt: null,
        error: null,
      },
    ]);
    const due = async (day: string) => (await progress.unfinished(day)).map((one) => one.activation);
    expect(await due('2026-11-30')).not.toContain(activation.activation);
    expect(await due('2026-12-01')).toContain(activation.activation);
  });

  it('counts each page once, whoever does it twice', async () => {
    const activation = await noted();
    const { activation: id } = activation;
    await progress.begin(id, 300);
    await progress.begin(id, 999);
    expect(await progress.advance(id, '', 'case-2', page)).toBe(true);
    expect(await progress.advance(id, '', 'case-2', page)).toBe(false);
    expect(await shown(activation)).toMatchObject([{ state: 'running', done: 200, total: 300, changed: 7, relist: 3, finishedAt: null }]);
    expect(await progress.find(id)).toMatchObject({ cursor: 'case-2', isStarted: true, isFinished: false });
    expect(await progress.advance(id, 'case-2', undefined, { ...page, done: 100, changed: 0 })).toBe(true);
    expect(await progress.advance(id, 'case-2', undefined, { ...page, done: 100, changed: 0 })).toBe(false);
    expect(await shown(activation)).toMatchObject([{ state: 'done', done: 300, changed: 7, finishedAt: expect.any(String) as string }]);
    expect((await progress.unfinished('2027-01-01')).map((one) => one.activation)).not.toContain(id);
  });

  it('says what went wrong until it goes on', async () => {
    const activation = await noted();
    await progress.failed(activation.activation, 'the database was away');
    expect(await shown(activation)).toMatchObject([{ error: 'the database was away' }]);
    await progress.advance(activation.activation, '', 'case-1', page);
    expect(await shown(activation)).toMatchObject([{ error: null }]);
  });

  it('keeps what could not be assessed anew', async () => {
    const activation = await noted();
    await progress.advance(activation.activation, '', 'case-1', { ...page, failures: ['case-0: one', 'case-1: two'] });
    await progress.failed(activation.activation, 'the database was away');
    await progress.advance(activation.activation, 'case-1', 'case-2', { ...page, failures: ['case-2: three'] });
    await progress.advance(activation.activation, 'case-2', undefined, page);
    expect(await shown(activation)).toMatchObject([{ state: 'done', failed: 3, error: 'case-2: three' }]);
  });

  it('ends when the change was dropped before its day', async () => {
    const activation = await noted();
    await progress.supersede(activation.activation);
    expect(await shown(activation)).toMatchObject([{ state: 'superseded', done: 0 }]);
    expect(await progress.advance(activation.activation, '', 'case-1', page)).toBe(false);
  });

  it('is one site’s own, the newest first', async () => {
    const first = await noted();
    const second = await noted({ site: first.site, activatedAt: '2026-11-24T10:00:00.000000Z' });
    await noted();
    expect((await shown(first)).map((one) => one.activation)).toEqual([second.activation, first.activation]);
    const one = await handler.execute(new ReassessmentsQuery(first.site, first.activation));
    expect(one.reassessments.map(({ activation }) => activation)).toEqual([first.activation]);
  });

  it('knows when what is in force was activated', async () => {
    const activation = await noted();
    expect(await progress.activatedAt([activation.activation, randomUUID()])).toEqual(
      new Map([[activation.activation, activation.activatedAt]]),
    );
  });
});
