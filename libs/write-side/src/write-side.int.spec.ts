import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';
import { caseStream, verifyAssessments } from '@tumor-board/board';
import { createEventStore, type EventStore } from '@tumor-board/event-store';
import type { CommandContext } from '@tumor-board/kernel';
import { assess, DEFAULT_POLICY, knowledgeRelease, sitePolicy } from '@tumor-board/knowledge';
import { type CaseHead, type Fact, parseCaseFile } from '@tumor-board/oncology';
import { createTestDatabase, type TestDatabase } from '@tumor-board/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ConsiderCaseFileCommand, ConsiderFactsCommand } from './consider-case/consider-case.command.js';
import { caseIdFor } from './derived-id.js';
import { ImportCaseCommand } from './import-case/import-case.command.js';
import { OpenCaseCommand } from './open-case/open-case.command.js';
import { ReassessCaseCommand } from './reassess-case/reassess-case.command.js';
import { RecordFactsCommand } from './record-facts/record-facts.command.js';
import { WriteSideModule } from './write-side.module.js';

const release = knowledgeRelease();
let database: TestDatabase;
let store: EventStore;
let apps: INestApplicationContext[];
/** Two processes of the service, as far as the log can tell; the second under a stricter policy at the site "strict". */
let here: CommandBus;
let there: CommandBus;

beforeAll(async () => {
  database = await createTestDatabase();
  store = createEventStore({ pool: database.pool });
  const start = (module: ReturnType<typeof WriteSideModule.forRoot>) => NestFactory.createApplicationContext(module, { logger: false });
  const policy = (site: string) => (site === 'strict' ? sitePolicy({ oligometastaticMax: 3 }) : DEFAULT_POLICY);
  apps = await Promise.all([
    start(WriteSideModule.forRoot({ eventStore: store, release, policy: DEFAULT_POLICY })),
    start(WriteSideModule.forRootAsync({ useFactory: async () => ({ eventStore: store, release, policy }) })),
  ]);
  for (const app of apps) await app.init();
  [here, there] = apps.map((app) => app.get(CommandBus)) as [CommandBus, CommandBus];
});
afterAll(async () => {
  for (const app of apps) await app.close();
  await store.close();
  await database.drop();
});

const context = (site = 'default', commandId: string = randomUUID()): CommandContext => ({
  commandId,
  metadata: { site, actor: 'dr-a' },
  receivedAt: '2025-01-06T09:00:00Z',
});
let cases = 0;
const newHead = (): CaseHead => ({
  format: 'tumor-board-case/1',
  reference: `W-${(cases += 1)}`,
  patient: { ageYears: 50, sex: 'female' },
});
const histology: Fact = { type: 'HistologyReported', on: '2024-01-08', histology: 'non-keratinising-undifferentiated', eber: 'positive' };
const staging: Fact = { type: 'StagingRecorded', on: '2024-01-08', edition: 'TNM-8', t: 'T3', n: 'N2', m: 'M1' };
const ecog: Fact = { type: 'PerformanceStatusRecorded', on: '2024-01-09', ecog: 1 };
const history = async (caseId: string) => (await store.read(caseStream(caseId))).map(({ type }) => type);

describe('opening a case', () => {
  it('answers with its id, its version, where it stands and the assessment of its facts', async () => {
    const head = newHead();
    const opened = await here.execute(new OpenCaseCommand(head, [histology, staging], context()));
    expect(opened).toMatchObject({ caseId: caseIdFor('default', head.reference), version: 6, duplicate: false });
    const facts = [
      { ...histology, id: '#1' },
      { ...staging, id: '#2' },
    ];
    expect(opened.assessment).toEqual(assess({ reference: head.reference, patient: head.patient, facts }, release, DEFAULT_POLICY));
    const events = await store.read(caseStream(opened.caseId));
    expect(events.at(-1)?.position).toBe(opened.position);
    expect(verifyAssessments(events)).toEqual({ checked: 2, mismatches: [] });
  });

  it('of a reference that the site has is refused; another site may use it', async () => {
    const head = newHead();
    const first = await here.execute(new OpenCaseCommand(head, [], context()));
    await expect(there.execute(new OpenCaseCommand(head, [], context()))).rejects.toMatchObject({ code: 'case.already-open' });
    const elsewhere = await there.execute(new OpenCaseCommand(head, [], context('north')));
    expect(elsewhere.caseId).not.toBe(first.caseId);
  });
});

describe('recording facts', () => {
  it('of a case that is not there, or of another site, is refused alike', async () => {
    const { caseId } = await here.execute(new OpenCaseCommand(newHead(), [], context()));
    await expect(here.execute(new RecordFactsCommand(randomUUID(), [ecog], context()))).rejects.toMatchObject({ code: 'case.unknown' });
    await expect(here.execute(new RecordFactsCommand(caseId, [ecog], context('north')))).rejects.toMatchObject({ code: 'case.unknown' });
    expect(await history(caseId)).toEqual(['CaseOpened']);
  });

  it('again under the same command id answers as the first did, in any process, whatever happened since', async () => {
    const { caseId } = await here.execute(new OpenCaseCommand(newHead(), [histology], context()));
    const command = new RecordFactsCommand(caseId, [staging], context());
    const first = await here.execute(command);
    await there.execute(new RecordFactsCommand(caseId, [ecog], context()));
    const events = await history(caseId);
    for (const bus of [here, there]) expect(await bus.execute(command)).toEqual({ ...first, duplicate: true });
    expect(await history(caseId)).toEqual(events);
  });

  it('at an expected version is refused with both versions when the case has moved on', async () => {
    const { caseId, version } = await here.execute(new OpenCaseCommand(newHead(), [histology], context()));
    await there.execute(new RecordFactsCommand(caseId, [staging], context()));
    await expect(here.execute(new RecordFactsCommand(caseId, [ecog], context(), version))).rejects.toMatchObject({
      code: 'case.version-conflict',
      data: { expected: version, actual: version + 2 },
    });
  });

  it('by 16 writers in two processes at the same time loses none, and every recorded assessment recomputes', async () => {
    const { caseId } = await here.execute(new OpenCaseCommand(newHead(), [histology], context()));
    const results = await Promise.all(
      Array.from({ length: 16 }, (_, index) => {
        const fact: Fact = {
          type: 'EbvDnaMeasured',
          on: `2024-02-${10 + index}`,
          result: 'quantified',
          value: 1000 - index,
          unit: 'copies/mL',
          assay: 'A',
          specimen: 'plasma',
        };
        return (index % 2 === 0 ? here : there).execute(new RecordFactsCommand(caseId, [fact], context()));
      }),
    );
    const events = await store.read(caseStream(caseId));
    const measured = events.filter(({ type }) => type === 'EbvDnaMeasured').map(({ data }) => data);
    expect(new Set(measured.map(({ on }) => on)).size).toBe(16);
    expect(new Set(measured.map(({ id }) => id)).size).toBe(16);
    expect(Math.max(...results.map(({ version }) => version))).toBe(events.length);
    expect(verifyAssessments(events).mismatches).toEqual([]);
  });

  it('with a fault records none of them', async () => {
    const { caseId } = await here.execute(new OpenCaseCommand(newHead(), [histology], context()));
    const before = await history(caseId);
    const retraction: Fact = { type: 'FactRetracted', on: '2024-02-01', retracts: 'nothing', reason: 'error' };
    await expect(here.execute(new RecordFactsCommand(caseId, [ecog, retraction], context()))).rejects.toMatchObject({
      code: 'fact.invalid',
      faults: [{ path: 'facts[1].retracts' }],
    });
    expect(await history(caseId)).toEqual(before);
  });
});

describe('importing a case file', () => {
  const file = (head: CaseHead, ...facts: Fact[]) => parseCaseFile({ ...head, facts });
  const { commandId: _commandId, ...imported } = context();

  it('twice, or by two processes at the same time, changes nothing more', async () => {
    const command = new ImportCaseCommand(file(newHead(), histology, staging), imported);
    const [one, two] = await Promise.all([here.execute(command), there.execute(command)]);
    expect(one.duplicate).toBe(!two.duplicate);
    expect({ ...two, duplicate: one.duplicate }).toEqual(one);
    const events = await history(one.caseId);
    expect(await here.execute(command)).toMatchObject({ duplicate: true, version: 6 });
    expect(await history(one.caseId)).toEqual(events);
  });

  it('that goes on where the record ends adds the new facts only', async () => {
    const head = newHead();
    const first = await here.execute(new ImportCaseCommand(file(head, histology), imported));
    const second = await there.execute(new ImportCaseCommand(file(head, histology, staging), imported));
    expect(second).toMatchObject({ caseId: first.caseId, duplicate: false });
    expect((await history(first.caseId)).slice(first.version)).toEqual(['StagingRecorded', 'AssessmentRevised']);
    expect(await here.execute(new ImportCaseCommand(file(head, histology), imported))).toMatchObject({
      duplicate: true,
      version: first.version,
    });
  });

  it('with more facts than one append holds is recorded whole, and again changes nothing', async () => {
    // The stage changes with each of them, so that every fact brings a revision along.
    const restaged = Array.from({ length: 600 }, (_none, index): Fact => ({ ...staging, m: index % 2 === 0 ? 'M1' : 'M0' }));
    const command = new ImportCaseCommand(file(newHead(), histology, ...restaged), imported);
    const { caseId, duplicate, version } = await here.execute(command);
    expect(duplicate).toBe(false);
    const types = await history(caseId);
    expect(types.filter((type) => type === 'StagingRecorded')).toHaveLength(600);
    expect(types.length).toBeGreaterThan(1000);
    expect(await there.execute(command)).toMatchObject({ caseId, duplicate: true, version });
  });

  it('that differs from the record is refused, naming the first fact that does', async () => {
    const head = newHead();
    const { caseId } = await here.execute(new ImportCaseCommand(file(head, histology, staging), imported));
    const before = await history(caseId);
    await expect(here.execute(new ImportCaseCommand(file(head, histology, ecog, staging), imported))).rejects.toMatchObject({
      code: 'case.reference-taken',
      data: { path: 'facts[1]' },
    });
    expect(await history(caseId)).toEqual(before);
  });
});

describe('re-assessing a case', () => {
  it('under another policy is recorded with its cause; under the same one nothing is', async () => {
    const { caseId, version } = await here.execute(new OpenCaseCommand(newHead(), [histology, staging], context('strict')));
    expect(await here.execute(new ReassessCaseCommand(caseId, context('strict')))).toMatchObject({ version, duplicate: true });
    const stricter = await there.execute(new ReassessCaseCommand(caseId, context('strict')));
    expect(stricter).toMatchObject({ version: version + 1, duplicate: false, assessment: { policy: { oligometastaticMax: 3 } } });
    const events = await store.read(caseStream(caseId));
    expect(events.at(-1)?.data).toMatchObject({ cause: { kind: 'new-policy', facts: [] } });
    expect(verifyAssessments(events).mismatches).toEqual([]);
  });

  it('afterwards, a repeated command still answers with the assessment of then', async () => {
    const { caseId } = await here.execute(new OpenCaseCommand(newHead(), [histology], context('strict')));
    const command = new RecordFactsCommand(caseId, [staging], context('strict'));
    const first = await here.execute(command);
    await there.execute(new ReassessCaseCommand(caseId, context('strict')));
    expect(await there.execute(command)).toEqual({ ...first, duplicate: true });
  });
});

describe('considering a command', () => {
  const scan: Fact = {
    type: 'EbvDnaMeasured',
    on: '2024-01-09',
    result: 'quantified',
    value: 900,
    unit: 'copies/mL',
    assay: 'A',
    specimen: 'plasma',
  };

  it('tells what recording would lead to, and records nothing', async () => {
    const { caseId, version } = await here.execute(new OpenCaseCommand(newHead(), [histology], context()));
    const before = await history(caseId);
    const considered = await here.execute(new ConsiderFactsCommand(caseId, [staging, scan], context()));
    expect(await history(caseId)).toEqual(before);
    expect(considered.version).toBe(version);
    const recorded = await here.execute(new RecordFactsCommand(caseId, [staging, scan], context()));
    expect((await history(caseId)).slice(before.length)).toEqual(considered.events.map(({ type }) => type));
    expect(recorded.assessment).toEqual(considered.assessment);
  });

  it('is refused as recording would be', async () => {
    const { caseId } = await here.execute(new OpenCaseCommand(newHead(), [histology], context()));
    const gone: Fact = { type: 'FactRetracted', on: '2024-01-09', retracts: 'nothing', reason: 'typing' };
    await expect(here.execute(new ConsiderFactsCommand(caseId, [gone], context()))).rejects.toMatchObject({ code: 'fact.invalid' });
    await expect(here.execute(new ConsiderFactsCommand(caseId, [ecog], context('north')))).rejects.toMatchObject({ code: 'case.unknown' });
  });

  it('of a file opens no case, and of a file that the record holds already leads to nothing', async () => {
    const file = parseCaseFile({ ...newHead(), facts: [histology, staging] });
    const considered = await here.execute(new ConsiderCaseFileCommand(file, context()));
    expect(considered).toMatchObject({ caseId: caseIdFor('default', file.reference), version: 0 });
    expect(considered.events[0]?.type).toBe('CaseOpened');
    expect(await history(considered.caseId)).toEqual([]);
    const { version } = await here.execute(new ImportCaseCommand(file, context()));
    expect(await here.execute(new ConsiderCaseFileCommand(file, context()))).toMatchObject({ version, events: [] });
  });
});
