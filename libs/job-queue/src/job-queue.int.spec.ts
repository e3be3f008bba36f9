import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import path from 'node:path';
import { createTestDatabase, redisServer } from '@tumor-board/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { postgresStorage, redisStorage, saying, type TestStorage } from '../test/storages.js';
import {
  defineJob,
  handler,
  type JobFlow,
  type JobHandler,
  type JobQueue,
  migrateJobs,
  openJobQueue,
  request,
  type WorkOptions,
} from './index.js';

const note = defineJob('test.note', z.strictObject({ caseId: z.string() }), { attempts: 3, backoffMs: 10 });
const other = defineJob('test.other', z.strictObject({ caseId: z.string() }));
const impatient: WorkOptions = { lockMs: 1_000, stalledMs: 200 };

if (redisServer === undefined) console.warn('SKIPPED: jobs on Redis. There is no redis-server on the search path of this machine.');

describe.runIf(redisServer !== undefined)('jobs on Redis', () => {
  behaves('redis', redisStorage);
});
describe('jobs on PostgreSQL', () => {
  behaves('postgres', postgresStorage);

  it('have tables that may be migrated again and again, also at the same time', async () => {
    const place = await postgresStorage();
    onTestFinished(() => place.drop());
    await Promise.all([migrateJobs(place.url), migrateJobs(place.url)]);
    const queue = await openJobQueue({ ...place.storage, definitions: [note] });
    await queue.add(request(note, 'after', { caseId: 'c1' }));
    expect(await queue.counts()).toMatchObject({ waiting: 1 });
    await queue.close();
  });

  it('need those tables', async () => {
    const database = await createTestDatabase();
    onTestFinished(() => database.drop());
    await expect(openJobQueue({ databaseUrl: database.url, definitions: [note] })).rejects.toThrow(/not initialized/);
  });
});

/** What a test waits for: resolves at the n-th arrival. */
function arrivals() {
  const seen: string[] = [];
  const waiting: { count: number; resolve: () => void }[] = [];
  return {
    seen,
    arrive(what: string) {
      seen.push(what);
      for (const { count, resolve } of waiting) if (seen.length >= count) resolve();
    },
    reached: (count: number) =>
      new Promise<void>((resolve) => {
        if (seen.length >= count) resolve();
        else waiting.push({ count, resolve });
      }),
  };
}

function behaves(kind: 'postgres' | 'redis', open: () => Promise<TestStorage>) {
  let place: TestStorage;
  let name: string;
  const opened: JobQueue[] = [];
  beforeAll(async () => {
    place = await open();
  });
  afterAll(() => place.drop());
  afterEach(async () => {
    for (const queue of opened.splice(0)) await queue.close();
  });

  const errors: { error: unknown; about: object }[] = [];
  const process = async (definitions = [note]): Promise<JobQueue> => {
    const queue = await openJobQueue({ ...place.storage, name, definitions, onError: (error, about) => errors.push({ error, about }) });
    opened.push(queue);
    return queue;
  };
  /** A queue that no other test uses. */
  const fresh = (definitions = [note]) => {
    name = `q${randomUUID()}`;
    errors.length = 0;
    return process(definitions);
  };
  const noting = (done: ReturnType<typeof arrivals>): JobHandler =>
    handler(note, async ({ caseId }) => {
      done.arrive(caseId);
    });
  const drained = async (queue: JobQueue) => {
    await expect.poll(() => queue.counts(), { timeout: 60_000, interval: 20 }).toMatchObject({ waiting: 0, active: 0, delayed: 0 });
  };

  it('are kept where they should be, with a handler for each kind or not at all', async () => {
    const queue = await fresh([note, other]);
    expect(queue.kind).toBe(kind);
    await expect(queue.work([noting(arrivals())])).rejects.toMatchObject({ code: 'job.without-handler', data: { names: ['test.other'] } });
  });

  it('are done, many of them from one round trip', async () => {
    const queue = await fresh();
    const done = arrivals();
    await queue.add(...Array.from({ length: 300 }, (_, index) => request(note, `n ${index}`, { caseId: `c${index}` })));
    await queue.work([noting(done)]);
    await done.reached(300);
    expect(new Set(done.seen).size).toBe(300);
    await drained(queue);
  });

  it('with the same id are one job while it waits, and another once it was done', async () => {
    const queue = await fresh();
    const done = arrivals();
    const again = request(note, 'the same', { caseId: 'c1' });
    await queue.add(again);
    await queue.add(again, again);
    await queue.work([noting(done)]);
    await done.reached(1);
    await drained(queue);
    expect(done.seen).toEqual(['c1']);
    await queue.add(again);
    await done.reached(2);
  });

  it('wait as long as they are told to', async () => {
    const queue = await fresh();
    const done = arrivals();
    await queue.work([noting(done)]);
    const begun = performance.now();
    await queue.add(request(note, 'later', { caseId: 'later' }, 300), request(note, 'now', { caseId: 'now' }));
    await done.reached(2);
    expect(done.seen).toEqual(['now', 'later']);
    expect(performance.now() - begun).toBeGreaterThanOrEqual(290);
  });

  it('of lesser weight wait until no other does, also in a flow', async () => {
    const late = defineJob('test.late', z.strictObject({ caseId: z.string() }), { priority: 10 });
    const queue = await fresh([note, late]);
    const done = arrivals();
    await queue.add(request(late, 'late', { caseId: 'late' }));
    const first = { job: request(late, 'late child', { caseId: 'late child' }) };
    await queue.addFlow({ job: request(late, 'late parent', { caseId: 'late parent' }), after: [first] });
    await queue.add(request(note, 'early', { caseId: 'early' }));
    expect(await queue.counts()).toMatchObject({ waiting: 4 });
    await queue.work([noting(done), handler(late, async ({ caseId }) => done.arrive(caseId))], { concurrency: 1 });
    await done.reached(4);
    expect(done.seen).toEqual(['early', 'late', 'late child', 'late parent']);
  });

  it('that fail are tried again, told of, kept in the end, and tried once more when they must be done', async () => {
    const queue = await fresh();
    const tried = arrivals();
    let works = false;
    await queue.work([
      handler(note, async (_data, { attempt, isLastAttempt }) => {
        tried.arrive(`${attempt}${isLastAttempt ? ' last' : ''}`);
        if (!works) throw new Error('not yet');
      }),
    ]);
    const job = request(note, 'failing', { caseId: 'c1' });
    await queue.add(job);
    await expect.poll(() => queue.counts(), { timeout: 60_000 }).toMatchObject({ failed: 1 });
    expect(tried.seen).toEqual(['1', '2', '3 last']);
    // A failure is told of after the queue has kept it, so the last one may come a moment after the count.
    await expect
      .poll(() => errors.map(({ about }) => about))
      .toEqual([false, false, true].map((isFinal) => ({ name: 'test.note', id: 'failing', isFinal })));
    const [told] = await queue.failed(10);
    expect(told).toMatchObject({ id: 'failing', name: 'test.note', error: 'not yet', attempts: 3 });
    expect(Date.now() - (told?.failedAt.getTime() ?? 0)).toBeLessThan(60_000);
    works = true;
    await queue.ensure(job);
    await tried.reached(4);
    await expect.poll(() => queue.counts(), { timeout: 60_000 }).toMatchObject({ failed: 0, waiting: 0, active: 0 });
  });

  it('that have failed are tried again when somebody says so, and others are not', async () => {
    const queue = await fresh();
    const tried = arrivals();
    let works = false;
    await queue.work([
      handler(note, async ({ caseId }) => {
        if (!works) throw new Error('not yet');
        tried.arrive(caseId);
      }),
    ]);
    await expect(queue.retry('failing')).rejects.toMatchObject({ code: 'job.not-failed' });
    await queue.add(request(note, 'failing', { caseId: 'c1' }));
    await expect.poll(() => queue.counts(), { timeout: 60_000 }).toMatchObject({ failed: 1 });
    works = true;
    await queue.retry('failing');
    await tried.reached(1);
    await drained(queue);
    expect(await queue.failed(10)).toEqual([]);
    await expect(queue.retry('failing')).rejects.toMatchObject({ code: 'job.not-failed' });
  });

  describe('in a flow', () => {
    /** `last` after `middle` after `first` and `other first`. */
    const flow = (ids = ['first', 'other first']): JobFlow => ({
      job: request(note, 'last', { caseId: 'last' }),
      after: [{ job: request(note, 'middle', { caseId: 'middle' }), after: ids.map((id) => ({ job: request(note, id, { caseId: id }) })) }],
    });

    it('are done after those that come before them', async () => {
      const queue = await fresh();
      const done = arrivals();
      await queue.addFlow(flow());
      await queue.work([noting(done)]);
      await done.reached(4);
      await drained(queue);
      expect([...done.seen.slice(0, 2).toSorted(), ...done.seen.slice(2)]).toEqual(['first', 'other first', 'middle', 'last']);
    });

    it('go on after one that has failed for good', async () => {
      const queue = await fresh();
      const done = arrivals();
      await queue.addFlow(flow());
      await queue.work([
        handler(note, async ({ caseId }) => {
          if (caseId === 'first') throw new Error('never');
          done.arrive(caseId);
        }),
      ]);
      await done.reached(3);
      expect(done.seen).toEqual(['other first', 'middle', 'last']);
      await expect.poll(() => queue.counts(), { timeout: 60_000 }).toMatchObject({ failed: 1, waiting: 0, active: 0, delayed: 0 });
    });

    it('are the same jobs when the flow is added again, in whatever state they are', async () => {
      const queue = await fresh();
      const done = arrivals();
      const release = Promise.withResolvers<void>();
      await queue.addFlow(flow());
      await queue.addFlow(flow(), flow());
      await queue.work([
        handler(note, async ({ caseId }) => {
          done.arrive(caseId);
          if (caseId === 'middle') await release.promise;
        }),
      ]);
      await done.reached(3);
      // The first ones are done and forgotten, the middle one is under way: added again they are done once more, the rest once.
      await queue.addFlow(flow());
      await done.reached(5);
      release.resolve();
      await done.reached(6);
      await drained(queue);
      expect(done.seen.filter((id) => id === 'last')).toHaveLength(1);
      // A flow whose adding had to be tried again may do a first one once more, which does no harm; the last waits for the middle.
      expect(done.seen.indexOf('last')).toBeGreaterThan(done.seen.indexOf('middle'));
      await queue.addFlow(flow());
      await expect.poll(() => done.seen.filter((id) => id === 'last').length, { timeout: 60_000 }).toBe(2);
    });

    it('carry ids of their kind and nothing else', async () => {
      const queue = await fresh();
      const wrong: JobFlow = { job: request(note, 'last', { caseId: 'c' }), after: [{ job: request(other, 'first', { caseId: 'c' }) }] };
      await expect(queue.addFlow(wrong)).rejects.toMatchObject({ code: 'job.unknown' });
      expect(await queue.counts()).toMatchObject({ waiting: 0 });
    });
  });

  it('carry ids of their kind and nothing else', async () => {
    const queue = await fresh();
    const refused = (data: unknown) => queue.add({ ...request(note, 'x', { caseId: '' }), data });
    await expect(refused({ caseId: 7 })).rejects.toMatchObject({ code: 'job.invalid', faults: [{ path: 'caseId' }] });
    await expect(refused({ caseId: 'c', note: 'x' })).rejects.toMatchObject({ code: 'job.invalid' });
    await expect(refused({ caseId: 'c'.repeat(3_000) })).rejects.toMatchObject({ code: 'job.invalid' });
    await expect(queue.add(request(other, 'x', { caseId: 'c' }))).rejects.toMatchObject({ code: 'job.unknown' });
    expect(await queue.counts()).toMatchObject({ waiting: 0 });
  });

  it('of a kind that this version does not know are kept, not lost', async () => {
    const newer = await fresh([note, other]);
    await newer.add(request(other, 'from tomorrow', { caseId: 'c1' }));
    const queue = await process();
    await queue.work([noting(arrivals())]);
    await expect.poll(() => queue.counts(), { timeout: 60_000 }).toMatchObject({ failed: 1, waiting: 0 });
  });

  /** A worker in a process of its own that has taken a job and holds it. */
  async function holding(queue: JobQueue, id: string) {
    const script = path.resolve(import.meta.dirname, '../test/doomed-worker.mjs');
    const doomed = spawn(globalThis.process.execPath, [script, kind, place.url, name], { stdio: ['pipe', 'pipe', 'pipe'] });
    onTestFinished(() => void doomed.kill('SIGKILL'));
    await queue.add(request(note, id, { caseId: 'c1' }));
    await saying(doomed, new RegExp(`took ${id}\n`));
    return doomed;
  }

  it('whose worker is killed in the middle are done by another', async () => {
    const queue = await fresh();
    const doomed = await holding(queue, 'inherited');
    const done = arrivals();
    await queue.work([noting(done)], impatient);
    expect(await queue.counts()).toMatchObject({ active: 1, waiting: 0 });
    doomed.kill('SIGKILL');
    await once(doomed, 'close');
    await done.reached(1);
    await drained(queue);
    expect(done.seen).toEqual(['c1']);
  });

  it('whose worker was believed dead are done twice, and that does no harm', async () => {
    const queue = await fresh();
    const doomed = await holding(queue, 'twice');
    doomed.kill('SIGSTOP');
    const done = arrivals();
    await queue.work([noting(done)], impatient);
    await done.reached(1);
    await drained(queue);
    doomed.kill('SIGCONT');
    const refused = saying(doomed, /did twice\nheard: [^\n]*twice/);
    doomed.stdin?.write('finish\n');
    await refused;
    // It would take what comes next.
    doomed.kill('SIGKILL');
    await queue.add(request(note, 'next', { caseId: 'c2' }));
    await done.reached(2);
    await drained(queue);
    expect(done.seen).toEqual(['c1', 'c2']);
    expect(await queue.counts()).toMatchObject({ failed: 0 });
  });

  it('outlive the process that added them', async () => {
    const before = await fresh();
    await before.add(request(note, 'kept', { caseId: 'c1' }));
    await before.close();
    opened.splice(0);
    const after = await process();
    const done = arrivals();
    await after.work([noting(done)]);
    await done.reached(1);
    expect(done.seen).toEqual(['c1']);
  });

  it('under way are finished before the queue is closed', async () => {
    const queue = await fresh();
    const steps = arrivals();
    await queue.work([
      handler(note, async () => {
        steps.arrive('begun');
        await new Promise((resolve) => setTimeout(resolve, 200));
        steps.arrive('ended');
      }),
    ]);
    await queue.add(request(note, 'slow', { caseId: 'c1' }));
    await steps.reached(1);
    await queue.close();
    opened.splice(0);
    expect(steps.seen).toEqual(['begun', 'ended']);
  });
}
