import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';
import {
  type Case,
  type CaseEvent,
  caseStream,
  draftDecision,
  evolveCase,
  noCase,
  type Signature,
  verifyAssessments,
} from '@tumor-board/board';
import { createEventStore, type EventStore } from '@tumor-board/event-store';
import { type CommandContext, fold, isProblem } from '@tumor-board/kernel';
import { assess, DEFAULT_POLICY, knowledgeRelease } from '@tumor-board/knowledge';
import type { CaseHead, Fact } from '@tumor-board/oncology';
import { createTestDatabase, type TestDatabase, written } from '@tumor-board/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CheckExpectationsCommand } from './check-expectations/check-expectations.command.js';
import { OpenCaseCommand } from './open-case/open-case.command.js';
import { RecordDecisionCommand } from './record-decision/record-decision.command.js';
import { RecordFactsCommand } from './record-facts/record-facts.command.js';
import { ReferCaseCommand } from './refer-case/refer-case.command.js';
import { SignDecisionCommand } from './sign-decision/sign-decision.command.js';
import { WriteSideModule } from './write-side.module.js';

const release = knowledgeRelease();
let database: TestDatabase;
let store: EventStore;
let apps: INestApplicationContext[];
/** Two processes of the service, as far as the log can tell. */
let buses: readonly [CommandBus, CommandBus];

beforeAll(async () => {
  database = await createTestDatabase();
  store = createEventStore({ pool: database.pool });
  const start = () =>
    NestFactory.createApplicationContext(WriteSideModule.forRoot({ eventStore: store, release, policy: DEFAULT_POLICY }), {
      logger: false,
    });
  apps = await Promise.all([start(), start()]);
  for (const app of apps) await app.init();
  buses = apps.map((app) => app.get(CommandBus)) as [CommandBus, CommandBus];
});
afterAll(async () => {
  for (const app of apps) await app.close();
  await store.close();
  await database.drop();
});

const TODAY = '2025-01-06';
const context = (commandId: string = randomUUID()): CommandContext => ({
  commandId,
  metadata: { site: 'default', actor: 'account:a' },
  receivedAt: `${TODAY}T09:00:00Z`,
});
const histology: Fact = { type: 'HistologyReported', on: '2025-01-02', histology: 'non-keratinising-undifferentiated', eber: 'positive' };
const staging: Fact = { type: 'StagingRecorded', on: '2025-01-02', edition: 'TNM-8', t: 'T3', n: 'N2', m: 'M1' };
const ecog: Fact = { type: 'PerformanceStatusRecorded', on: '2025-01-03', ecog: 1 };

const newCase = async (): Promise<string> => {
  const head: CaseHead = { format: 'tumor-board-case/1', reference: randomUUID(), patient: { ageYears: 50, sex: 'female' } };
  return (await buses[0].execute(new OpenCaseCommand(head, [histology, staging], context()))).caseId;
};
const readCase = async (caseId: string) => {
  const events = (await store.read(caseStream(caseId))) as readonly unknown[] as readonly CaseEvent[];
  const state: Case = fold({ evolve: evolveCase }, noCase(), events);
  if (state.status === 'none') throw new Error('expected a case');
  return { events, state };
};
const signedBy = (name: string, meaning: Signature['meaning'] = 'chair'): Signature => ({
  account: `account:${name}`,
  name,
  roles: ['clinician', 'chair'],
  meaning,
  method: 'password',
  at: `${TODAY}T09:00:00Z`,
});

/** The decision that somebody would sign who sees the case as it is now. */
const decisionBy = async (caseId: string, name: string) => {
  const { state } = await readCase(caseId);
  const record = { reference: state.head.reference, patient: state.head.patient, facts: state.facts.toArray() };
  const { content, basis, basisHash } = draftDecision(state, assess(record, release, DEFAULT_POLICY), TODAY);
  return {
    decisionId: randomUUID(),
    content: written(content, `as ${name} saw it`),
    basisHash,
    shown: basis,
    quorum: { state: 'not-in-a-meeting' as const, required: [], present: [], missing: [] },
    signature: signedBy(name),
  };
};

/** What became of commands that were given at the same time. */
const outcomes = async (...given: readonly Promise<unknown>[]): Promise<string[]> =>
  (await Promise.allSettled(given)).map((settled) => {
    if (settled.status === 'fulfilled') return 'recorded';
    if (isProblem(settled.reason)) return settled.reason.code;
    throw settled.reason;
  });

describe('a case on its way to the board', () => {
  it('is listed in the append of the fact, and the answer says so', async () => {
    const head: CaseHead = { format: 'tumor-board-case/1', reference: randomUUID(), patient: { ageYears: 50, sex: 'female' } };
    const opened = await buses[0].execute(new OpenCaseCommand(head, [], context()));
    expect(opened.board).toEqual({ listing: null, schedule: null, decision: null });
    const command = new RecordFactsCommand(opened.caseId, [histology], context());
    const recorded = await buses[1].execute(command);
    const board = { listing: { reason: 'incomplete-baseline', since: TODAY, dueBy: '2025-01-13' }, schedule: null, decision: null };
    expect(recorded.board).toEqual(board);
    expect((await readCase(opened.caseId)).events.at(-1)).toMatchObject({ type: 'CaseListed', commandId: command.context.commandId });
    expect(await buses[0].execute(command)).toMatchObject({ board, duplicate: true });
  });
});

describe('two chairs who sign at the same moment what both saw', () => {
  it('one decides, the other is told that it is stale, and nothing is lost', async () => {
    for (let round = 0; round < 5; round += 1) {
      const caseId = await newCase();
      const [one, other] = [await decisionBy(caseId, 'one'), await decisionBy(caseId, 'other')];
      const happened = await outcomes(
        buses[0].execute(new RecordDecisionCommand(caseId, one, context())),
        buses[1].execute(new RecordDecisionCommand(caseId, other, context())),
      );
      expect(new Set(happened)).toEqual(new Set(['recorded', 'decision.stale']));
      const { state } = await readCase(caseId);
      expect(state.board.decisions).toHaveLength(1);
      expect(state.board.standing).toBe(happened[0] === 'recorded' ? one.decisionId : other.decisionId);
    }
  });

  it('the one who lost may look again and supersede', async () => {
    const caseId = await newCase();
    await buses[0].execute(new RecordDecisionCommand(caseId, await decisionBy(caseId, 'one'), context()));
    const answer = await buses[1].execute(new RecordDecisionCommand(caseId, await decisionBy(caseId, 'other'), context()));
    const { state } = await readCase(caseId);
    expect(state.board.decisions.map(({ supersedes }) => supersedes)).toEqual([null, state.board.decisions[0]?.decisionId]);
    expect(answer.board.decision).toMatchObject({ decisionId: state.board.standing, review: 'current', signedOnEarlierVersion: false });
  });

  it('both may put further signatures under one decision', async () => {
    const caseId = await newCase();
    const decision = await decisionBy(caseId, 'one');
    const { board } = await buses[0].execute(new RecordDecisionCommand(caseId, decision, context()));
    const contentHash = board.decision?.contentHash ?? '';
    const sign = (bus: CommandBus, name: string) =>
      bus.execute(
        new SignDecisionCommand(caseId, { decisionId: decision.decisionId, contentHash, signature: signedBy(name, 'reviewer') }, context()),
      );
    expect(await outcomes(sign(buses[0], 'b'), sign(buses[1], 'c'), sign(buses[0], 'd'))).toEqual(['recorded', 'recorded', 'recorded']);
    const { state } = await readCase(caseId);
    const names = state.board.decisions[0]?.signatures.map(({ name }) => name) ?? [];
    expect(new Set(names)).toEqual(new Set(['one', 'b', 'c', 'd']));
  });
});

describe('a fact that comes while somebody signs', () => {
  it('is recorded, and the decision is either refused or made before it', async () => {
    for (let round = 0; round < 5; round += 1) {
      const caseId = await newCase();
      const decision = await decisionBy(caseId, 'one');
      const [signing, recording] = await outcomes(
        buses[0].execute(new RecordDecisionCommand(caseId, decision, context())),
        buses[1].execute(new RecordFactsCommand(caseId, [ecog], context())),
      );
      expect(recording).toBe('recorded');
      expect(['recorded', 'decision.stale']).toContain(signing);
      const { events, state } = await readCase(caseId);
      const types = events.map(({ type }) => type as string);
      const decidedAt = types.indexOf('DecisionRecorded');
      expect(decidedAt === -1 || decidedAt < types.indexOf('PerformanceStatusRecorded')).toBe(true);
      expect(state.facts.size).toBe(3);
      expect(verifyAssessments(events).mismatches).toEqual([]);
    }
  });

  it('is told to whoever signed too late, part by part', async () => {
    const caseId = await newCase();
    const decision = await decisionBy(caseId, 'one');
    await buses[1].execute(new RecordFactsCommand(caseId, [ecog], context()));
    await expect(buses[0].execute(new RecordDecisionCommand(caseId, decision, context()))).rejects.toMatchObject({
      code: 'decision.stale',
      data: { changed: expect.arrayContaining([expect.objectContaining({ part: 'missing' })]) },
    });
  });
});

describe('a command that is delivered twice', () => {
  it('refers once, and finds what is overdue once', async () => {
    const caseId = await newCase();
    const referral = { referralId: randomUUID(), question: 'What now?', urgency: 'urgent' as const, disciplines: [] };
    const refer = new ReferCaseCommand(caseId, referral, context());
    await Promise.all(buses.map((bus) => bus.execute(refer)));
    const decision = await decisionBy(caseId, 'one');
    const expectations = [{ expectationId: 'scan', result: 'response-scan' as const, dueOn: TODAY }];
    const content = { ...decision.content, expectations };
    await buses[0].execute(new RecordDecisionCommand(caseId, { ...decision, content }, context()));
    const check = () => new CheckExpectationsCommand(caseId, { today: '2025-01-07' }, context());
    await Promise.all([buses[0].execute(check()), buses[1].execute(check()), buses[0].execute(check())]);
    const types = (await readCase(caseId)).events.map(({ type }) => type as string);
    expect(types.filter((type) => type === 'CaseReferred')).toHaveLength(1);
    expect(types.filter((type) => type === 'ExpectationOverdue')).toHaveLength(1);
  });
});
