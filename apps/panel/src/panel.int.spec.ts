import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { NestFactory } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';
import { type AssessmentRevised, caseStream, type ImpactCandidate, verifyAssessments } from '@tumor-board/board';
import { anchorKeyOf, createEventStore, type EventStore, listAnchors } from '@tumor-board/event-store';
import { migrateJobs } from '@tumor-board/job-queue';
import type { CommandContext } from '@tumor-board/kernel';
import { DEFAULT_POLICY, knowledgeRelease, type SitePolicy, sitePolicy } from '@tumor-board/knowledge';
import { createLogger } from '@tumor-board/observability';
import type { Fact } from '@tumor-board/oncology';
import {
  CaseAssessmentHandler,
  CaseAssessmentQuery,
  CaseOverviewHandler,
  ReadModels,
  type ReassessmentEntry,
  ReassessmentsHandler,
  ReassessmentsQuery,
} from '@tumor-board/read-side';
import { createTestDatabase, type TestDatabase } from '@tumor-board/testing';
import {
  ActivateReleaseCommand,
  ChangePolicyCommand,
  OpenCaseCommand,
  RecordFactsCommand,
  ReportImpactCommand,
  SignImpactCommand,
  WriteSideModule,
} from '@tumor-board/write-side';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type PanelOptions, type RunningPanel, startPanel } from './index.js';

const old = knowledgeRelease('npc-2023.08');
const next = knowledgeRelease('npc-2026.11');
const knowledge = { release: old, policy: DEFAULT_POLICY };
const digest = 'd'.repeat(64);
const logger = createLogger({ service: 'test', level: 'silent' });

let database: TestDatabase;
let store: EventStore;
let commands: CommandBus;
let close: () => Promise<void>;
const panels: RunningPanel[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  await migrateJobs(database.url);
  store = createEventStore({ pool: database.pool });
  const app = await NestFactory.createApplicationContext(WriteSideModule.forRoot({ eventStore: store, ...knowledge }), { logger: false });
  await app.init();
  commands = app.get(CommandBus);
  close = () => app.close();
});
afterEach(async () => {
  for (const panel of panels.splice(0)) await panel.close();
});
afterAll(async () => {
  await close();
  await store.close();
  await database.drop();
});

const panel = async (options: Partial<PanelOptions> = {}): Promise<RunningPanel> => {
  const started = await startPanel({
    pool: database.pool,
    eventStore: store,
    knowledge,
    logger,
    databaseUrl: database.url,
    pageSize: 5,
    refillMs: 250,
    ...options,
  });
  panels.push(started);
  return started;
};

const context = (site: string): CommandContext => ({
  commandId: randomUUID(),
  metadata: { site, actor: 'dr-a' },
  receivedAt: new Date().toISOString(),
});
const histology: Fact = { type: 'HistologyReported', on: '2024-01-08', histology: 'non-keratinising-undifferentiated', eber: 'positive' };
const ecog: Fact = { type: 'PerformanceStatusRecorded', on: '2024-01-09', ecog: 1 };

async function openCases(site: string, count: number): Promise<string[]> {
  const opening = Array.from({ length: count }, (_, index) => {
    const head = { format: 'tumor-board-case/1', reference: `${site}-${index}`, patient: { ageYears: 50, sex: 'female' } } as const;
    return commands.execute(new OpenCaseCommand(head, [histology], context(site)));
  });
  return (await Promise.all(opening)).map(({ caseId }) => caseId);
}

async function signedReport(site: string, candidate: ImpactCandidate, against = { release: old.id, policyVersion: 0 }): Promise<string> {
  const reportId = randomUUID();
  const { contentHash } = knowledgeRelease('release' in candidate ? candidate.release : against.release);
  const summary = { cases: 0, changed: 0, relist: 0 };
  await commands.execute(new ReportImpactCommand({ reportId, candidate, contentHash, against, summary, digest }, context(site)));
  await commands.execute(new SignImpactCommand({ reportId, digest, meaning: 'read', signer: 'Dr A' }, context(site)));
  return reportId;
}
async function activate(site: string, effectiveFrom?: string): Promise<string> {
  const reportId = await signedReport(site, { release: next.id });
  await commands.execute(new ActivateReleaseCommand(next.id, reportId, effectiveFrom, context(site)));
  return reportId;
}
async function changePolicy(site: string, policy: SitePolicy): Promise<string> {
  const reportId = await signedReport(site, { policy });
  await commands.execute(new ChangePolicyCommand(policy, reportId, undefined, context(site)));
  return reportId;
}

const readModels = () => new ReadModels({ pool: database.pool, eventStore: store, knowledge });
const shown = async (site: string, activation?: string): Promise<ReassessmentEntry | undefined> =>
  (await new ReassessmentsHandler(readModels()).execute(new ReassessmentsQuery(site, activation))).reassessments[0];
const finished = async (site: string, activation?: string) => {
  await expect.poll(async () => (await shown(site, activation))?.state, { timeout: 60_000, interval: 20 }).toBe('done');
  return await shown(site, activation);
};
const revisionsOf = async (caseId: string) =>
  (await store.read(caseStream(caseId)))
    .filter(({ type }) => type === 'AssessmentRevised')
    .map(({ data }) => data as unknown as AssessmentRevised['data'])
    .map(({ cause, release, policy }) => `${cause.kind} ${release} ${policy.oligometastaticMax}`);
const inOrder = ['new-fact npc-2023.08 5', 'new-release npc-2026.11 5'];

describe('after a release has come into force', () => {
  it('every open case of the site is assessed under it, once, with cause new-release; no other site’s', async () => {
    const [here, elsewhere] = [await openCases('all', 23), await openCases('elsewhere', 3)];
    await panel();
    await activate('all');
    expect(await finished('all')).toMatchObject({ change: 'release', to: next.id, done: 23, total: 23, failed: 0, error: null });
    for (const caseId of here) {
      expect(await revisionsOf(caseId)).toEqual(inOrder);
      expect(verifyAssessments(await store.read(caseStream(caseId))).mismatches).toEqual([]);
    }
    for (const caseId of elsewhere) expect(await revisionsOf(caseId)).toEqual(inOrder.slice(0, 1));
  });

  it('as many panels as there are share the work', async () => {
    const cases = await openCases('shared', 40);
    await Promise.all([panel(), panel(), panel()]);
    await activate('shared');
    expect(await finished('shared')).toMatchObject({ done: 40, total: 40 });
    for (const caseId of cases) expect(await revisionsOf(caseId)).toEqual(inOrder);
  });

  it('a panel that starts later finds it in the log, and a queue that was lost is filled from there', async () => {
    const cases = await openCases('lost', 12);
    const activation = await activate('lost');
    await database.owner.query('truncate bullmq.job cascade');
    await database.owner.query('delete from read_model.reassessment where activation = $1', [activation]);
    await panel();
    expect(await finished('lost')).toMatchObject({ done: 12 });
    for (const caseId of cases) expect(await revisionsOf(caseId)).toEqual(inOrder);
  });

  it('a panel that goes on in the middle counts no page and records no case twice', async () => {
    const cases = await openCases('cut', 30);
    const first = await panel();
    const activation = await activate('cut');
    await expect.poll(async () => (await shown('cut'))?.done ?? 0, { timeout: 60_000, interval: 1 }).toBeGreaterThan(0);
    await first.close();
    panels.splice(0);
    // The last job is lost together with what it had come to: its cases are recorded, its page is not.
    await database.owner.query('truncate bullmq.job cascade');
    const { done } = (await shown('cut')) as ReassessmentEntry;
    await panel();
    expect(await finished('cut', activation)).toMatchObject({ done: 30, total: 30, failed: 0 });
    expect(done).toBeLessThanOrEqual(30);
    for (const caseId of cases) expect(await revisionsOf(caseId)).toEqual(inOrder);
  });

  it('a fact that is recorded meanwhile is assessed under it', async () => {
    const cases = await openCases('meanwhile', 25);
    await panel({ pageSize: 1 });
    await activate('meanwhile');
    const recorded = await Promise.all(
      cases.map((caseId) => commands.execute(new RecordFactsCommand(caseId, [ecog], context('meanwhile')))),
    );
    expect(new Set(recorded.map(({ assessment }) => assessment.knowledge))).toEqual(new Set([next.id]));
    await finished('meanwhile');
    for (const caseId of cases) expect(await revisionsOf(caseId)).toEqual([...inOrder, 'new-fact npc-2026.11 5']);
  });

  it('a case that somebody opened without having heard of it is brought to it after all', async () => {
    const deaf: EventStore = { read: async () => [], append: (request) => store.append(request), close: async () => undefined };
    const app = await NestFactory.createApplicationContext(
      WriteSideModule.forRoot({ eventStore: deaf, ...knowledge, maxAgeMs: Number.POSITIVE_INFINITY }),
      { logger: false },
    );
    await app.init();
    await panel();
    await activate('deaf');
    await finished('deaf');
    const head = { format: 'tumor-board-case/1', reference: 'deaf-1', patient: { ageYears: 50, sex: 'female' } } as const;
    const { caseId, assessment } = await app.get(CommandBus).execute(new OpenCaseCommand(head, [histology], context('deaf')));
    await app.close();
    expect(assessment.knowledge).toBe(old.id);
    await expect.poll(() => revisionsOf(caseId), { timeout: 60_000 }).toEqual(inOrder);
  });

  it('what was assessed before can still be read under its own release', async () => {
    const [caseId = ''] = await openCases('readable', 1);
    const before = new Date().toISOString();
    await panel();
    await activate('readable');
    await finished('readable');
    const models = readModels();
    const query = new CaseAssessmentHandler(models, new CaseOverviewHandler(models));
    const asked = (fields: object) => query.execute(new CaseAssessmentQuery({ site: 'readable', caseId, ...fields }));
    expect(await asked({ recordedBefore: before })).toMatchObject({ release: old.id, current: false });
    expect(await asked({ release: old.id })).toMatchObject({ release: old.id, current: false });
    expect(await asked({ validOn: '2024-01-09' })).toMatchObject({ release: next.id });
  });
});

describe('a change of policy', () => {
  it('reaches every open case in the same way, with cause new-policy', async () => {
    const cases = await openCases('policy', 11);
    await panel();
    await changePolicy('policy', sitePolicy({ oligometastaticMax: 3 }));
    expect(await finished('policy')).toMatchObject({ change: 'policy', to: '1', done: 11 });
    for (const caseId of cases) expect(await revisionsOf(caseId)).toEqual([inOrder[0], 'new-policy npc-2023.08 3']);
  });

  it('right after a release leaves every case under both', async () => {
    const cases = await openCases('both', 11);
    await panel();
    await activate('both');
    const reportId = await signedReport('both', { policy: sitePolicy({ oligometastaticMax: 3 }) }, { release: next.id, policyVersion: 0 });
    await commands.execute(new ChangePolicyCommand(sitePolicy({ oligometastaticMax: 3 }), reportId, undefined, context('both')));
    await finished('both', reportId);
    for (const caseId of cases) expect((await revisionsOf(caseId)).at(-1)).toMatch(/npc-2026\.11 3$/);
  });
});

describe('a change of a later day', () => {
  it('waits, and is given up when an earlier one takes its place', async () => {
    const [caseId = ''] = await openCases('later', 1);
    await panel();
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    const scheduled = await activate('later', tomorrow);
    await expect.poll(() => shown('later', scheduled), { timeout: 60_000 }).toMatchObject({ state: 'scheduled', effectiveFrom: tomorrow });
    await changePolicy('later', sitePolicy({ oligometastaticMax: 3 }));
    await finished('later');
    expect(await revisionsOf(caseId)).toEqual([inOrder[0], 'new-policy npc-2023.08 3']);
    // Its day comes.
    await database.owner.query('update read_model.reassessment set effective_from = current_date where activation = $1', [scheduled]);
    await expect.poll(async () => (await shown('later', scheduled))?.state, { timeout: 60_000 }).toBe('superseded');
  });
});

describe('a case that cannot be assessed anew', () => {
  it('is named, and does not keep the others from it', async () => {
    const cases = await openCases('broken', 7);
    const streamId = caseStream(randomUUID());
    const event = { type: 'FromTheFuture', data: {} };
    await store.append({ streamId, expectedVersion: 0, events: [event], context: context('broken') });
    await panel();
    await activate('broken');
    const shown = await finished('broken');
    expect(shown).toMatchObject({ done: 8, failed: 1 });
    expect(shown?.error).toContain(streamId.replace('case-', 'case '));
    for (const caseId of cases) expect(await revisionsOf(caseId)).toEqual(inOrder);
  });
});

describe('the log', () => {
  it('is anchored while a panel runs, and once more at its end, when it has been given a key', async () => {
    const key = anchorKeyOf(generateKeyPairSync('ed25519').privateKey);
    const last = async () => (await listAnchors(database.pool, { limit: 1 }))[0];
    await openCases('anchored', 1);
    const started = await panel({ anchors: { key, intervalMs: 3_600_000 } });
    await expect.poll(last, { timeout: 60_000 }).toMatchObject({ fingerprint: key.fingerprint });
    const before = (await last())?.number ?? 0;
    await openCases('anchored-later', 1);
    await started.close();
    panels.splice(0);
    expect((await last())?.number).toBe(before + 1);
    expect((await last())?.heads).toBeGreaterThan(0);
  });
});
