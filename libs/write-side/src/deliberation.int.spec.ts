import { randomUUID } from 'node:crypto';
import { NestFactory } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';
import { type CaseEvent, caseStream, evolveCase, noCase, recordedTalk, recordOf } from '@tumor-board/board';
import { createEventStore, type EventStore } from '@tumor-board/event-store';
import { type CommandContext, fold } from '@tumor-board/kernel';
import { DEFAULT_POLICY, knowledgeRelease } from '@tumor-board/knowledge';
import type { Fact } from '@tumor-board/oncology';
import { conclude, type Opinion, PANEL, panelInput, specialistOpinion } from '@tumor-board/specialists';
import { createTestDatabase, type TestDatabase } from '@tumor-board/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ConcludeDeliberationCommand,
  MakeClaimCommand,
  OpenCaseCommand,
  RecordAbsenceCommand,
  RecordFactsCommand,
  RecordOpinionCommand,
  RequestDeliberationCommand,
  WriteSideModule,
} from './index.js';

const knowledge = { release: knowledgeRelease('npc-2026.11'), policy: DEFAULT_POLICY };
const patient = { ageYears: 50, sex: 'female' } as const;
const histology: Fact = {
  type: 'HistologyReported',
  id: '#1',
  on: '2024-01-08',
  histology: 'non-keratinising-undifferentiated',
  eber: 'positive',
};
const ecog: Fact = { type: 'PerformanceStatusRecorded', on: '2024-01-09', ecog: 1 };

let database: TestDatabase;
let store: EventStore;
let commands: CommandBus;
let close: () => Promise<void>;

beforeAll(async () => {
  database = await createTestDatabase();
  store = createEventStore({ pool: database.pool });
  const app = await NestFactory.createApplicationContext(WriteSideModule.forRoot({ eventStore: store, ...knowledge }), { logger: false });
  await app.init();
  commands = app.get(CommandBus);
  close = () => app.close();
});
afterAll(async () => {
  await close();
  await store.close();
  await database.drop();
});

const context = (): CommandContext => ({
  commandId: randomUUID(),
  metadata: { site: 'default', actor: 'workflow:deliberation' },
  receivedAt: '2024-01-10T09:00:00.000Z',
});
const opened = async () => {
  const head = { format: 'tumor-board-case/1', reference: `D-${randomUUID()}`, patient } as const;
  return await commands.execute(new OpenCaseCommand(head, [histology], context()));
};
const inputOf = async (caseId: string) => {
  const state = fold({ evolve: evolveCase }, noCase(), (await store.read(caseStream(caseId))) as readonly unknown[] as CaseEvent[]);
  if (state.status === 'none') throw new Error('the case was not opened');
  return panelInput(recordOf(state), knowledge.release, knowledge.policy);
};
const talk = async (caseId: string) => recordedTalk((await store.read(caseStream(caseId))) as readonly unknown[] as CaseEvent[]);
const asked = async (caseId: string): Promise<string> => {
  await commands.execute(new RequestDeliberationCommand(caseId, 'request', context()));
  return (await talk(caseId)).runs.at(-1)?.runId ?? '';
};

describe('a deliberation', () => {
  it('is asked of the whole panel, with a deadline, and recorded as it is given', async () => {
    const { caseId } = await opened();
    const runId = await asked(caseId);
    const input = await inputOf(caseId);
    const opinion = specialistOpinion('radiology', input);
    await commands.execute(new RecordOpinionCommand(caseId, runId, opinion, context()));
    for (const discipline of PANEL.filter((one) => one !== 'radiology'))
      await commands.execute(new RecordAbsenceCommand(caseId, { runId, discipline, reason: 'failed' }, context()));
    const run = conclude(input, [opinion]);
    await commands.execute(new ConcludeDeliberationCommand(caseId, runId, run, context()));
    const [recorded] = (await talk(caseId)).runs;
    expect(recorded?.requested).toMatchObject({ deadline: '2024-01-10T09:02:00.000Z', disciplines: [...PANEL], because: 'request' });
    expect(recorded?.opinions).toEqual([opinion]);
    expect(recorded?.concluded).toMatchObject({ digest: run.digest, synthesis: run.synthesis, ledger: { struck: run.ledger.struck } });
  });

  it('takes nothing that has not the form of an opinion', async () => {
    const { caseId } = await opened();
    const runId = await asked(caseId);
    const wrong = { ...specialistOpinion('radiology', await inputOf(caseId)), status: 'perhaps' } as unknown as Opinion;
    await expect(commands.execute(new RecordOpinionCommand(caseId, runId, wrong, context()))).rejects.toMatchObject({
      code: 'deliberation.opinion-invalid',
      faults: [{ path: 'opinion.status' }],
    });
    expect((await talk(caseId)).runs[0]?.opinions).toEqual([]);
  });
});

describe('what the panel says meanwhile', () => {
  it('is in nobody’s way: who has read the case before may still record, also when both write at once', async () => {
    const { caseId, version } = await opened();
    const runId = await asked(caseId);
    const opinion = specialistOpinion('surgery-intervention', await inputOf(caseId));
    const [, recorded] = await Promise.all([
      commands.execute(new RecordOpinionCommand(caseId, runId, opinion, context())),
      commands.execute(new RecordFactsCommand(caseId, [ecog], context(), version)),
    ]);
    expect(recorded.version).toBeGreaterThan(version + 1);
  });

  it('hides nothing that people recorded', async () => {
    const { caseId, version } = await opened();
    await asked(caseId);
    const author = { account: 'account:1', name: 'Dr A', discipline: 'radiology' } as const;
    const claim = { claimId: randomUUID(), author, stance: 'concern', option: 'case', text: 'Wait.', facts: [], evidence: [] } as const;
    await commands.execute(new MakeClaimCommand(caseId, { ...claim, facts: [], evidence: [] }, context()));
    await asked(caseId);
    await expect(commands.execute(new RecordFactsCommand(caseId, [ecog], context(), version))).rejects.toMatchObject({
      code: 'case.version-conflict',
    });
  });
});
