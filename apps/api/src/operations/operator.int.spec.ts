import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createEventStore, type EventStore, subscribe } from '@tumor-board/event-store';
import { defineJob, handler, type JobQueue, migrateJobs, openJobQueue, request } from '@tumor-board/job-queue';
import { knowledgeRelease, sitePolicy } from '@tumor-board/knowledge';
import { createLogger, createMetrics } from '@tumor-board/observability';
import { caseReadModels, READ_MODEL_NAMES, startProjections } from '@tumor-board/read-side';
import { appendOf, createTestDatabase, newStream, type SignedInPerson, signedIn, type TestDatabase } from '@tumor-board/testing';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { createApi } from '../api.js';
import { problemDocument } from '../http/problem-document.js';
import { operationsAnswer, retriedAnswer } from './operator-answers.js';

const knowledge = { release: knowledgeRelease(), policy: sitePolicy() };
const patience = { timeout: 60_000, interval: 50 };
const job = defineJob('test.job', z.strictObject({ caseId: z.string() }), { attempts: 1 });

let database: TestDatabase;
let eventStore: EventStore;
let app: NestFastifyApplication;
let queue: JobQueue;
let administrator: SignedInPerson;

beforeEach(async () => {
  database = await createTestDatabase();
  await migrateJobs(database.url);
  administrator = await signedIn(database.pool, { roles: ['administrator'] });
  eventStore = createEventStore({ pool: database.pool });
  queue = await openJobQueue({ databaseUrl: database.url, definitions: [job] });
  app = await createApi({
    pool: database.pool,
    eventStore,
    knowledge,
    settings: { HOST: '127.0.0.1', PORT: 0, SITE: 'default', PROJECTION_WAIT_MS: 10_000 },
    jobs: queue,
    logger: createLogger({ service: 'api', level: 'fatal', to: { write: () => undefined } }),
    metrics: createMetrics(),
  });
});
afterEach(async () => {
  await app.close();
  await queue.close();
  await eventStore.close();
  await database.drop();
});

const ask = async (url: string, body?: object) =>
  await app.inject({
    method: body === undefined ? 'GET' : 'POST',
    url,
    headers: { host: 'localhost:3000', ...administrator.headers },
    ...(body === undefined ? {} : { payload: body }),
  });
const state = async () => operationsAnswer.parse((await ask('/api/operations')).json());
const subscriptionNow = async (name: string) => (await state()).subscriptions.find((one) => one.name === name);

describe('the state of the service', () => {
  it('has the process, the database, and that nobody keeps the read models', async () => {
    const told = await state();
    expect(told.process).toMatchObject({ pid: process.pid, node: process.versions.node, liveStreams: 0 });
    expect(told.process.residentBytes).toBeGreaterThan(told.process.heapUsedBytes);
    expect(told.database.sizeBytes).toBeGreaterThan(1_000_000);
    expect(told).toMatchObject({ readModels: 'not-followed', subscriptions: [], rebuilding: [], heldBack: null, deadLetters: [] });
    expect(told).toMatchObject({ jobs: { storage: 'postgres', counts: { waiting: 0, failed: 0 }, failed: [] }, jobsFailure: null });
  });

  it('has how far each read model is behind, once somebody keeps them', async () => {
    const projections = startProjections({ pool: database.pool, readModels: caseReadModels({ eventStore, knowledge }) });
    onTestFinished(() => projections.stop());
    await expect.poll(async () => (await state()).readModels, patience).toBe('followed');
    const { subscriptions } = await state();
    expect(subscriptions.map(({ name }) => name).toSorted()).toEqual([...READ_MODEL_NAMES].toSorted());
    expect(subscriptions.every(({ kind, events, seconds }) => kind === 'read-model' && events === 0 && seconds === 0)).toBe(true);
  });

  it('has who is rebuilt and who keeps readers from newer events', async () => {
    const client = await database.owner.connect();
    onTestFinished(() => client.release(true));
    await client.query(`select pg_advisory_lock(hashtext('rebuild board_queue')), pg_advisory_lock(hashtext('rebuild case_list'))`);
    await client.query('begin');
    await client.query('select pg_current_xact_id()');
    await eventStore.append(appendOf(newStream('meeting'), 0, 2));
    const told = await state();
    expect(told.rebuilding.toSorted()).toEqual(['board-queue', 'case-list']);
    expect(told.heldBack).toMatchObject({ events: 2 });
    await client.query('rollback');
    await expect.poll(async () => (await state()).heldBack, patience).toBeNull();
  });
});

describe('what has failed', () => {
  it('in a follower of the log stands there with its error, and is tried again when its cause is mended', async () => {
    let works = false;
    const following = subscribe({
      pool: database.pool,
      name: 'test-workflow',
      categories: ['meeting'],
      attempts: 1,
      handle: async () => {
        if (!works) throw new Error('the cause');
      },
    });
    onTestFinished(() => following.stop());
    const stream = newStream('meeting');
    await eventStore.append(appendOf(stream, 0, 3));
    await expect.poll(async () => (await subscriptionNow('test-workflow'))?.deadLetters, patience).toBe(3);
    const { deadLetters } = await state();
    expect(deadLetters).toMatchObject([
      {
        subscription: 'test-workflow',
        streamId: stream,
        streamVersion: 1,
        error: 'Error: the cause',
        retryRequested: false,
        waitingBehind: 2,
      },
    ]);
    expect((await subscriptionNow('test-workflow'))?.kind).toBe('workflow');
    works = true;
    const retried = await ask('/api/operations/dead-letters/retry', { subscription: 'test-workflow' });
    expect(retriedAnswer.parse(retried.json())).toEqual({ events: 3 });
    await expect.poll(async () => (await subscriptionNow('test-workflow'))?.deadLetters, patience).toBe(0);
  });

  it('as a job stands there with its error, and is tried once more', async () => {
    let works = false;
    await queue.work([
      handler(job, async () => {
        if (!works) throw new Error('the cause');
      }),
    ]);
    await queue.add(request(job, 'test.job 1', { caseId: 'c1' }));
    await expect
      .poll(async () => (await state()).jobs?.failed, patience)
      .toMatchObject([{ id: 'test.job 1', name: 'test.job', error: 'the cause' }]);
    works = true;
    expect((await ask('/api/operations/jobs/retry', { id: 'test.job 1' })).statusCode).toBe(204);
    await expect.poll(async () => (await state()).jobs?.counts, patience).toMatchObject({ failed: 0, waiting: 0, active: 0 });
    const again = await ask('/api/operations/jobs/retry', { id: 'test.job 1' });
    expect([again.statusCode, problemDocument.parse(again.json()).code]).toEqual([409, 'job.not-failed']);
  });
});
