import { randomUUID } from 'node:crypto';
import { NestFactory } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';
import {
  assessmentOf,
  type BoardEvent,
  type CaseEvent,
  caseStream,
  type DecisionContent,
  draftDecision,
  evolveCase,
  noCase,
} from '@tumor-board/board';
import { createEventStore, type EventStore, headPositions, waitForPosition } from '@tumor-board/event-store';
import { migrateJobs } from '@tumor-board/job-queue';
import { type CommandContext, daysAfter, fold, type RecordedEvent } from '@tumor-board/kernel';
import { DEFAULT_POLICY, knowledgeRelease } from '@tumor-board/knowledge';
import { createLogger } from '@tumor-board/observability';
import type { Fact } from '@tumor-board/oncology';
import { caseReadModels, dueChecks, type RunningProjections, startProjections } from '@tumor-board/read-side';
import { createTestDatabase, type TestDatabase, written } from '@tumor-board/testing';
import { OpenCaseCommand, RecordDecisionCommand, RecordFactsCommand, WriteSideModule } from '@tumor-board/write-side';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type PanelOptions, type RunningPanel, startPanel } from '../index.js';

const knowledge = { release: knowledgeRelease('npc-2023.08'), policy: DEFAULT_POLICY };
const logger = createLogger({ service: 'test', level: 'silent' });
const DAY = 86_400_000;
const decidedOn = '2026-03-02';
/** The clock of a panel, so many days and ms after the morning on which was decided. */
const clock = (days: number, milliseconds = 0) => {
  const offset = Date.parse(`${decidedOn}T00:00:00Z`) + days * DAY + milliseconds - Date.now();
  return () => new Date(Date.now() + offset);
};

let database: TestDatabase;
let store: EventStore;
let commands: CommandBus;
let projections: RunningProjections;
let close: () => Promise<void>;
const panels: RunningPanel[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  await migrateJobs(database.url);
  store = createEventStore({ pool: database.pool });
  projections = startProjections({ pool: database.pool, readModels: caseReadModels({ eventStore: store, knowledge }) });
  const app = await NestFactory.createApplicationContext(WriteSideModule.forRoot({ eventStore: store, ...knowledge }), { logger: false });
  await app.init();
  commands = app.get(CommandBus);
  close = () => app.close();
});
afterEach(async () => {
  for (const panel of panels.splice(0)) await panel.close();
  await database.owner.query('truncate bullmq.job cascade');
});
afterAll(async () => {
  await close();
  await projections.stop();
  await store.close();
  await database.drop();
});

const panel = async (now: () => Date, options: Partial<PanelOptions> = {}): Promise<RunningPanel> => {
  const started = await startPanel({
    pool: database.pool,
    eventStore: store,
    knowledge,
    logger,
    databaseUrl: database.url,
    refillMs: 200,
    now,
    ...options,
  });
  panels.push(started);
  return started;
};

const at = (day: string): CommandContext => ({
  commandId: randomUUID(),
  metadata: { site: 'default', actor: 'account:chair' },
  receivedAt: `${day}T09:00:00Z`,
});
const facts: readonly Fact[] = [
  { type: 'HistologyReported', on: '2026-02-01', histology: 'non-keratinising-undifferentiated', eber: 'positive' },
  { type: 'StagingRecorded', on: '2026-02-01', edition: 'TNM-8', t: 'T3', n: 'N2', m: 'M1' },
];
const scan = { expectationId: 'scan', result: 'response-scan', dueOn: daysAfter(decidedOn, 30) } as const;

/** A case that the board decided on, with what it counts on. */
async function decided(changes: Partial<DecisionContent>): Promise<string> {
  const head = { format: 'tumor-board-case/1', reference: `E-${randomUUID()}`, patient: { ageYears: 50, sex: 'female' } } as const;
  const { caseId } = await commands.execute(new OpenCaseCommand(head, facts, at('2026-02-02')));
  const state = fold(
    { evolve: evolveCase },
    noCase(),
    (await store.read(caseStream(caseId))) as readonly unknown[] as readonly CaseEvent[],
  );
  if (state.status === 'none') throw new Error('the case was not opened');
  const { content, basisHash } = draftDecision(state, assessmentOf(state, knowledge), decidedOn);
  const decision: RecordDecisionCommand['decision'] = {
    decisionId: randomUUID(),
    content: { ...written(content), expectations: [], ...changes },
    basisHash,
    quorum: { state: 'not-in-a-meeting', required: [], present: [], missing: [] },
    signature: {
      account: 'account:chair',
      name: 'Dr C',
      roles: ['chair'],
      meaning: 'chair',
      method: 'password',
      at: `${decidedOn}T09:00:00Z`,
    },
  };
  await commands.execute(new RecordDecisionCommand(caseId, decision, at(decidedOn)));
  for (const position of (await headPositions(database.pool)).values())
    await waitForPosition(database.pool, 'expectation-list', position, 60_000);
  return caseId;
}

type Told = RecordedEvent & BoardEvent;
const told = async (caseId: string, ...types: readonly BoardEvent['type'][]): Promise<Told[]> =>
  ((await store.read(caseStream(caseId))) as Told[]).filter(({ type }) => types.includes(type));
const found = async (caseId: string, type: BoardEvent['type']) => {
  await expect.poll(async () => (await told(caseId, type)).length, { timeout: 60_000, interval: 20 }).toBeGreaterThan(0);
  return await told(caseId, type);
};
const settled = async (panels: readonly RunningPanel[], day: string) => {
  await expect.poll(async () => (await dueChecks(database.pool, day)).length, { timeout: 60_000, interval: 20 }).toBe(0);
  for (const one of panels)
    await expect
      .poll(async () => await one.counts(), { timeout: 60_000, interval: 20 })
      .toMatchObject({ waiting: 0, active: 0, failed: 0 });
};

describe('a result that a plan counts on', () => {
  it('is looked for on the day after its own, by a job that waits until then', async () => {
    // A second and a half before that midnight: the decision is found by following the log.
    await panel(clock(31, -1_500), { refillMs: 60_000 });
    const caseId = await decided({ expectations: [scan] });
    const [overdue] = await found(caseId, 'ExpectationOverdue');
    expect(overdue?.data).toMatchObject({ expectationId: 'scan', dueOn: scan.dueOn, on: daysAfter(scan.dueOn, 1) });
    expect(overdue?.metadata.actor).toBe('workflow:expectations');
    const listed = (await told(caseId, 'CaseListed')).at(-1);
    expect(listed?.data).toMatchObject({ reason: 'response-due', trigger: { kind: 'overdue-scan' } });
  });

  it('is not missed before its day is over', async () => {
    const caseId = await decided({ expectations: [scan] });
    const running = await panel(clock(30));
    await settled([running], scan.dueOn);
    expect(await told(caseId, 'ExpectationOverdue')).toEqual([]);
  });

  it('is found by a panel that starts days later, although its job was lost', async () => {
    const caseId = await decided({ expectations: [scan] });
    const before = await panel(clock(0));
    await expect.poll(async () => (await before.counts()).delayed, { timeout: 60_000, interval: 20 }).toBeGreaterThan(0);
    await before.close();
    panels.splice(0);
    await database.owner.query('truncate bullmq.job cascade');
    await panel(clock(40));
    const [overdue] = await found(caseId, 'ExpectationOverdue');
    expect(overdue?.data).toMatchObject({ on: daysAfter(decidedOn, 40), dueOn: scan.dueOn });
  });

  it('is found by a running panel whose queue is lost', async () => {
    const caseId = await decided({ expectations: [scan] });
    const offset = { days: 0 };
    const running = await panel(() => clock(offset.days)());
    await expect.poll(async () => (await running.counts()).delayed, { timeout: 60_000, interval: 20 }).toBeGreaterThan(0);
    await database.owner.query('truncate bullmq.job cascade');
    offset.days = 31;
    await found(caseId, 'ExpectationOverdue');
  });

  it('is told once, however many panels look and however often', async () => {
    const caseId = await decided({ expectations: [scan, { ...scan, expectationId: 'blood', result: 'ebv-dna' }] });
    const running = await Promise.all([panel(clock(33)), panel(clock(33)), panel(clock(34))]);
    await found(caseId, 'ExpectationOverdue');
    await settled(running, daysAfter(decidedOn, 34));
    const overdue = await told(caseId, 'ExpectationOverdue');
    expect(overdue.map(({ data }) => (data as { expectationId: string }).expectationId).toSorted()).toEqual(['blood', 'scan']);
  });

  it('is not told when it has come', async () => {
    const came = await decided({ expectations: [{ ...scan, expectationId: 'blood', result: 'ebv-dna' }] });
    const result: Fact = {
      type: 'EbvDnaMeasured',
      on: daysAfter(decidedOn, 20),
      result: 'undetectable',
      unit: 'copies/mL',
      assay: 'A',
      specimen: 'plasma',
    };
    await commands.execute(new RecordFactsCommand(came, [result], at(daysAfter(decidedOn, 21))));
    for (const position of (await headPositions(database.pool)).values())
      await waitForPosition(database.pool, 'expectation-list', position, 60_000);
    const running = await panel(clock(50));
    await settled([running], daysAfter(decidedOn, 50));
    expect(await told(came, 'ExpectationOverdue')).toEqual([]);
  });
});

describe('the day on which the board looks again', () => {
  it('marks the decision for review and lists the case', async () => {
    const reviewOn = daysAfter(decidedOn, 60);
    const caseId = await decided({ reviewOn });
    const early = await panel(clock(59));
    await settled([early], daysAfter(decidedOn, 59));
    expect(await told(caseId, 'DecisionNeedsReview')).toEqual([]);
    await early.close();
    panels.splice(0);
    const running = await panel(clock(60));
    const [review] = await found(caseId, 'DecisionNeedsReview');
    expect(review?.data).toMatchObject({ on: reviewOn, trigger: { kind: 'review-date' } });
    await settled([running], reviewOn);
    expect(await told(caseId, 'DecisionNeedsReview')).toHaveLength(1);
  });
});
