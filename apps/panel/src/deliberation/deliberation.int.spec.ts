import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import path from 'node:path';
import { NestFactory } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';
import { type CaseEvent, caseStream, type RecordedRun, recordedTalk } from '@tumor-board/board';
import { createEventStore, type EventStore, headPositions, waitForPosition } from '@tumor-board/event-store';
import { migrateJobs, openJobQueue } from '@tumor-board/job-queue';
import { type CommandContext, canonicalJson, type RecordedEvent } from '@tumor-board/kernel';
import { DEFAULT_POLICY, knowledgeRelease } from '@tumor-board/knowledge';
import { createLogger } from '@tumor-board/observability';
import type { Fact } from '@tumor-board/oncology';
import { caseReadModels, inputOfRun, openRuns, type RunningProjections, replayRun, startProjections } from '@tumor-board/read-side';
import { deliberate, PANEL, redTeamOpinion, SPECIALTIES, specialistOpinion } from '@tumor-board/specialists';
import { createTestDatabase, redisServer, startRedis, type TestDatabase, type TestRedis } from '@tumor-board/testing';
import { OpenCaseCommand, RecordFactsCommand, RequestDeliberationCommand, WriteSideModule } from '@tumor-board/write-side';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type PanelOptions, type RunningPanel, startPanel } from '../index.js';
import type { Speak } from './deliberation.js';
import { DELIBERATION_JOBS, flowOf } from './jobs.js';

const knowledge = { release: knowledgeRelease('npc-2026.11'), policy: DEFAULT_POLICY };
const logger = createLogger({ service: 'test', level: 'silent' });
const patience = { timeout: 60_000, interval: 20 };
const facts: readonly Fact[] = [
  { type: 'HistologyReported', on: '2026-02-01', histology: 'non-keratinising-undifferentiated', eber: 'positive' },
  { type: 'StagingRecorded', on: '2026-02-01', edition: 'TNM-8', t: 'T3', n: 'N2', m: 'M1' },
];
const ecog: Fact = { type: 'PerformanceStatusRecorded', on: '2026-02-02', ecog: 1 };

if (redisServer === undefined)
  console.warn('SKIPPED: deliberations on Redis. There is no redis-server on the search path of this machine.');

describe('on PostgreSQL, a panel', () => {
  behaves('postgres');
});
describe.runIf(redisServer !== undefined)('on Redis, a panel', () => {
  behaves('redis');
});

function behaves(kind: 'postgres' | 'redis') {
  let database: TestDatabase;
  let redis: TestRedis | undefined;
  let store: EventStore;
  let commands: CommandBus;
  let projections: RunningProjections;
  let close: () => Promise<void>;
  const panels: RunningPanel[] = [];
  let held: PromiseWithResolvers<void>;

  beforeAll(async () => {
    database = await createTestDatabase();
    await migrateJobs(database.url);
    redis = kind === 'redis' ? await startRedis() : undefined;
    store = createEventStore({ pool: database.pool });
    projections = startProjections({ pool: database.pool, readModels: caseReadModels({ eventStore: store, knowledge }) });
    const app = await NestFactory.createApplicationContext(WriteSideModule.forRoot({ eventStore: store, ...knowledge }), { logger: false });
    await app.init();
    commands = app.get(CommandBus);
    close = () => app.close();
  });
  afterEach(async () => {
    held?.resolve();
    await stopped();
    await jobsLost();
  });
  afterAll(async () => {
    await close();
    await projections.stop();
    await store.close();
    await redis?.stop();
    await database.drop();
  });

  const panel = async (deliberation: PanelOptions['deliberation'] = {}): Promise<RunningPanel> => {
    const started = await startPanel({
      pool: database.pool,
      eventStore: store,
      knowledge,
      logger,
      databaseUrl: database.url,
      redisUrl: redis?.url,
      refillMs: 250,
      deliberation,
    });
    panels.push(started);
    return started;
  };
  const stopped = async () => {
    for (const one of panels.splice(0)) await one.close();
  };
  const jobsLost = async () => {
    if (redis === undefined) await database.owner.query('truncate bullmq.job cascade');
    else await flushed(redis);
  };
  const context = (): CommandContext => ({
    commandId: randomUUID(),
    metadata: { site: 'default', actor: 'account:1' },
    receivedAt: new Date().toISOString(),
  });
  /** A case, which is in the queue with its first facts. */
  const opened = async (): Promise<string> => {
    const head = { format: 'tumor-board-case/1', reference: `P-${randomUUID()}`, patient: { ageYears: 50, sex: 'female' } } as const;
    return (await commands.execute(new OpenCaseCommand(head, facts, context()))).caseId;
  };
  const record = (caseId: string, ...some: Fact[]) => commands.execute(new RecordFactsCommand(caseId, some, context()));
  const events = async (caseId: string) => (await store.read(caseStream(caseId))) as (RecordedEvent & CaseEvent)[];
  const runs = async (caseId: string): Promise<readonly RecordedRun[]> => recordedTalk(await events(caseId)).runs;
  const last = async (caseId: string) => (await runs(caseId)).at(-1);
  /** The last run of a case once it has concluded. */
  const concluded = async (caseId: string): Promise<RecordedRun> => {
    await expect.poll(async () => (await last(caseId))?.concluded ?? null, patience).not.toBeNull();
    return (await last(caseId)) as RecordedRun;
  };
  const projected = async () => {
    for (const position of (await headPositions(database.pool)).values())
      await waitForPosition(database.pool, 'panel-run', position, 60_000);
  };
  const speaksOnce = (run: RecordedRun | undefined) => {
    const disciplines = [...(run?.opinions ?? []), ...(run?.absent ?? [])].map(({ discipline }) => discipline);
    expect(disciplines.toSorted()).toEqual([...PANEL].toSorted());
  };
  const pure: Speak = (discipline, input, first) =>
    discipline === 'red-team' ? redTeamOpinion(input, first) : specialistOpinion(discipline, input);
  /** One discipline waits until it is let go; the others speak. */
  const holding = (discipline: string): Speak => {
    held = Promise.withResolvers();
    return async (one, input, first) => {
      if (one === discipline) await held.promise;
      return await pure(one, input, first);
    };
  };

  it('deliberates on a case that is listed: what it records is what the pure functions say, and replays to the same bytes', async () => {
    await panel();
    const caseId = await opened();
    const run = await concluded(caseId);
    const recorded = await events(caseId);
    const again = deliberate(inputOfRun(recorded, run));
    expect(run.concluded?.digest).toBe(again.digest);
    expect(run.requested).toMatchObject({ because: 'listing', fingerprint: again.inputs.fingerprint });
    expect(canonicalJson(run.opinions.toSorted(byPanel))).toBe(canonicalJson(again.opinions));
    expect(run.opinions.at(-1)?.discipline).toBe('red-team');
    expect(replayRun(recorded, run)).toMatchObject({ outcome: 'same', recorded: again.digest, differences: [] });
    const said = recorded.filter(({ type }) => type === 'OpinionRecorded' || type.startsWith('Deliberation'));
    expect(new Set(said.map(({ metadata }) => metadata.actor))).toEqual(new Set(['workflow:deliberation']));
  });

  it('deliberates once, however many there are', async () => {
    await Promise.all([panel(), panel(), panel()]);
    const cases = await Promise.all([opened(), opened(), opened(), opened()]);
    for (const caseId of cases) {
      speaksOnce(await concluded(caseId));
      expect(await runs(caseId)).toHaveLength(1);
    }
  });

  it('hears nobody twice when its jobs are delivered again', async () => {
    await panel();
    const caseId = await opened();
    const queue = await openJobQueue({ databaseUrl: database.url, redisUrl: redis?.url, definitions: DELIBERATION_JOBS });
    const { runId, requested } = await concluded(caseId);
    const before = (await events(caseId)).length;
    await queue.addFlow(flowOf({ site: 'default', caseId, runId }, requested.fingerprint, PANEL));
    await expect.poll(() => queue.counts(), patience).toMatchObject({ waiting: 0, active: 0 });
    await queue.close();
    expect(await events(caseId)).toHaveLength(before);
  });

  it('tries a discipline that fails again, and then shows it as absent', async () => {
    let [trials, works] = [0, 1];
    await panel({
      speak: (discipline, input, first) => {
        if (discipline === 'radiology') trials += 1;
        if (discipline === 'radiology' || (discipline === 'pharmacy-safety' && works-- > 0)) throw new Error('not today');
        return pure(discipline, input, first);
      },
    });
    const run = await concluded(await opened());
    expect(run.absent).toMatchObject([{ discipline: 'radiology', reason: 'failed' }]);
    expect(trials).toBe(4);
    speaksOnce(run);
    expect(run.concluded?.synthesis).toMatchObject({ absent: ['radiology'] });
  });

  it('gives a discipline so much time and no more', async () => {
    await panel({ speak: holding('surgery-intervention'), opinionMs: 50 });
    const run = await concluded(await opened());
    expect(run.absent).toMatchObject([{ discipline: 'surgery-intervention', reason: 'failed' }]);
  });

  it('ends at the deadline with whoever has spoken, and what comes later is no news', async () => {
    await panel({ speak: holding('radiology'), runMs: 1_500 });
    const caseId = await opened();
    const run = await concluded(caseId);
    // On a busy machine others may be late too.
    speaksOnce(run);
    expect(run.opinions).not.toEqual([]);
    expect(run.absent.map(({ discipline }) => discipline)).toEqual(expect.arrayContaining(['radiology', 'red-team']));
    expect(new Set(run.absent.map(({ reason }) => reason))).toEqual(new Set(['deadline']));
    const before = (await events(caseId)).length;
    held.resolve();
    await stopped();
    expect(await events(caseId)).toHaveLength(before);
    expect(replayRun(await events(caseId), run).outcome).toBe('same');
  });

  it('takes no opinion on a case that has become another one, and deliberates on what it is now', async () => {
    await panel({ speak: holding('radiology') });
    const caseId = await opened();
    await expect.poll(async () => (await last(caseId))?.opinions.length, patience).toBe(SPECIALTIES.length - 1);
    await record(caseId, ecog);
    held.resolve();
    await expect.poll(async () => (await runs(caseId)).length, patience).toBe(2);
    const now = await concluded(caseId);
    const [then] = await runs(caseId);
    expect(then).toMatchObject({ concluded: null, superseded: { because: 'new-fact' } });
    expect(then?.opinions).toHaveLength(SPECIALTIES.length - 1);
    expect(now.requested.fingerprint).not.toBe(then?.requested.fingerprint);
    speaksOnce(now);
  });

  it('that has concluded deliberates again when a fact comes, while the case waits for the board', async () => {
    await panel();
    const caseId = await opened();
    await concluded(caseId);
    await record(caseId, ecog);
    await expect.poll(async () => (await runs(caseId)).map((run) => run.concluded !== null), patience).toEqual([true, true]);
    expect((await runs(caseId))[0]?.superseded).not.toBeNull();
  });

  it('goes on where another has ended in the middle', async () => {
    const caseId = await interrupted();
    await panel();
    speaksOnce(await concluded(caseId));
    expect(await runs(caseId)).toHaveLength(1);
  });

  it('goes on although all jobs were lost: what is left to do is in the log', async () => {
    const caseId = await interrupted();
    await jobsLost();
    await projected();
    expect(await openRuns(database.pool)).toMatchObject([{ caseId }]);
    await panel();
    speaksOnce(await concluded(caseId));
    await projected();
    expect(await openRuns(database.pool)).toEqual([]);
  });

  it('whose worker is killed in the middle leaves its part to others', async () => {
    const doomed = spawn(
      process.execPath,
      [
        path.resolve(import.meta.dirname, '../../../../libs/job-queue/test/doomed-worker.mjs'),
        kind,
        redis?.url ?? database.url,
        'tumor-board',
      ],
      { stdio: ['pipe', 'pipe', 'inherit'] },
    );
    const took = once(doomed.stdout, 'data');
    const caseId = await opened();
    const runId = randomUUID();
    await commands.execute(new RequestDeliberationCommand(caseId, 'request', { ...context(), commandId: runId }));
    const asked = await last(caseId);
    const queue = await openJobQueue({ databaseUrl: database.url, redisUrl: redis?.url, definitions: DELIBERATION_JOBS });
    const fingerprint = asked?.requested.fingerprint ?? '';
    await queue.addFlow(flowOf({ site: 'default', caseId, runId: asked?.runId ?? '' }, fingerprint, PANEL));
    await took;
    doomed.kill('SIGKILL');
    await once(doomed, 'close');
    await panel();
    const run = await concluded(caseId);
    speaksOnce(run);
    expect(run.absent).toEqual([]);
    await queue.close();
  });

  it('says nothing new when it is asked while its word stands', async () => {
    await panel();
    const caseId = await opened();
    await concluded(caseId);
    const { version } = await commands.execute(new RequestDeliberationCommand(caseId, 'request', context()));
    expect(await events(caseId)).toHaveLength(version);
    expect(await runs(caseId)).toHaveLength(1);
  });

  /** A case with a run of which one discipline is still to speak, and nobody who goes on with it. */
  async function interrupted(): Promise<string> {
    await panel({
      speak: (discipline, input, first) => {
        if (discipline === 'radiology') throw new Error('not here');
        return pure(discipline, input, first);
      },
    });
    const caseId = await opened();
    await expect.poll(async () => (await last(caseId))?.opinions.length, patience).toBe(SPECIALTIES.length - 1);
    await stopped();
    expect(await last(caseId)).toMatchObject({ absent: [], concluded: null });
    return caseId;
  }
}

const byPanel = (a: { readonly discipline: string }, b: { readonly discipline: string }): number =>
  PANEL.findIndex((one) => one === a.discipline) - PANEL.findIndex((one) => one === b.discipline);

async function flushed({ url }: TestRedis): Promise<void> {
  const { Redis } = await import('ioredis');
  const connection = new Redis(url);
  await connection.flushall();
  await connection.quit();
}
