import { randomBytes, randomUUID } from 'node:crypto';
import { NestFactory } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';
import { caseStream, PROTECTED_FIELDS, patientStream, verifyAssessments } from '@tumor-board/board';
import {
  createEventStore,
  currentHorizon,
  deadLetters,
  type EventStore,
  headPositions,
  openProtection,
  type Protection,
  type Subscription,
  scanStreams,
  verifyAll,
  waitForPosition,
} from '@tumor-board/event-store';
import { migrateJobs } from '@tumor-board/job-queue';
import { type CommandContext, derivedId, type RecordedEvent } from '@tumor-board/kernel';
import { DEFAULT_POLICY, knowledgeRelease } from '@tumor-board/knowledge';
import { createLogger } from '@tumor-board/observability';
import { parseCaseFile } from '@tumor-board/oncology';
import {
  caseReadModel,
  caseReadModels,
  PatientErasureHandler,
  PatientErasureQuery,
  PatientHandler,
  PatientQuery,
  PatientSearchHandler,
  PatientSearchQuery,
  PatientsOfCasesHandler,
  PatientsOfCasesQuery,
  READ_MODEL_NAMES,
  ReadModels,
  type RunningProjections,
  rebuildReadModel,
  startProjections,
} from '@tumor-board/read-side';
import { createTestDatabase, databaseDump, type TestDatabase, textsIn } from '@tumor-board/testing';
import {
  ErasePatientCommand,
  IdentifyPatientCommand,
  ImportCaseCommand,
  LinkPatientCommand,
  PatientCommands,
  RecordedCases,
  RegisterPatientCommand,
  UnlinkPatientCommand,
  WriteSideModule,
} from '@tumor-board/write-side';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startPanel } from '../index.js';
import { followPersonErasure } from './follow.js';
import { PersonErasure, type PersonErasureOptions } from './person-erasure.js';

const site = 'default';
const knowledge = { release: knowledgeRelease(), policy: DEFAULT_POLICY };
const logger = createLogger({ service: 'test', level: 'silent' });

let database: TestDatabase;
let protection: Protection;
let store: EventStore;
let app: Awaited<ReturnType<typeof NestFactory.createApplicationContext>>;
let readModels: ReadModels;
let projections: RunningProjections;
const running: Subscription[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  await migrateJobs(database.url);
  const { pool } = database;
  protection = await openProtection({ pool, masterKey: randomBytes(32), fields: PROTECTED_FIELDS });
  store = createEventStore({ pool, protection });
  const writeSide = { eventStore: store, keys: protection.keys, index: protection.index, ...knowledge };
  app = await NestFactory.createApplicationContext(WriteSideModule.forRoot(writeSide), { logger: false });
  await app.init();
  readModels = new ReadModels({ pool, eventStore: store, protection, knowledge, waitMs: 20_000 });
  projections = startProjections({ pool, readModels: caseReadModels({ eventStore: store, protection, knowledge }) });
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((subscription) => subscription.stop()));
});
afterAll(async () => {
  await projections.stop();
  await app.close();
  await store.close();
  await database.drop();
});

const context = (actor = 'account:c'): CommandContext => ({
  commandId: randomUUID(),
  metadata: { site, actor },
  receivedAt: '2026-11-23T09:00:00Z',
});
const note = (of: string) => `the zither of ${of}`;

async function register(name: string, recordNumber: string): Promise<string> {
  const identity = { name, recordNumber, birthDate: '1911-02-03', sex: 'female' } as const;
  return (await app.get(CommandBus).execute(new RegisterPatientCommand(identity, context()))).patientId;
}
async function openCase(reference: string, patientId?: string): Promise<string> {
  const file = parseCaseFile({
    format: 'tumor-board-case/1',
    reference,
    title: note(reference),
    patient: { ageYears: 61, sex: 'female' },
    facts: [{ type: 'PatientPreferenceRecorded', on: '2024-01-09', declines: ['cisplatin'], note: note(reference) }],
  });
  const { caseId } = await app.get(CommandBus).execute(new ImportCaseCommand(file, context()));
  if (patientId !== undefined) await identify(caseId, patientId);
  return caseId;
}
const identify = (caseId: string, patientId: string, replaces?: string) =>
  app.get(CommandBus).execute(new IdentifyPatientCommand(caseId, { patientId, replaces }, context()));
const link = (one: string, other: string) =>
  app.get(CommandBus).execute(new LinkPatientCommand(one, { with: other, because: 'same-person' }, context()));
const erase = (patientId: string) =>
  app.get(CommandBus).execute(new ErasePatientCommand(patientId, { because: 'person-asked' }, context('account:admin')));

const stop = async (subscription: Subscription) => {
  running.splice(running.indexOf(subscription), 1);
  await subscription.stop();
};
function follow(commands: PersonErasureOptions['commands'] = app.get(CommandBus)): Subscription {
  const { pool } = database;
  const erasure = new PersonErasure({
    pool,
    keys: protection.keys,
    patients: app.get(PatientCommands),
    cases: app.get(RecordedCases),
    commands,
  });
  const subscription = followPersonErasure({ pool, erasure });
  running.push(subscription);
  return subscription;
}
/** Until the workflow and the read models know everything that is recorded. */
async function settled(): Promise<void> {
  for (let before = ''; ; ) {
    const heads = [...(await headPositions(database.pool)).values()];
    if (heads.join(' ') === before) return;
    before = heads.join(' ');
    for (const position of heads)
      for (const name of [...READ_MODEL_NAMES, 'person-erasure']) await waitForPosition(database.pool, name, position, 60_000);
  }
}
const keysDestroyed = async (...streams: string[]) => [...(await protection.keys.destroyed(streams))].toSorted();
const reach = (patientId: string) => new PatientErasureHandler(readModels).execute(new PatientErasureQuery({ site, patientId }));
const search = async (name: string) =>
  (await new PatientSearchHandler(readModels).execute(new PatientSearchQuery({ site, name }))).patients;
const typesIn = async (streamId: string, type: string) => (await store.read(streamId)).filter((event) => event.type === type);

/** What `verify` does: the chain of every stream, and every recorded assessment. Needs no key. */
async function verified() {
  const streams = new Map<string, RecordedEvent[]>();
  for await (const page of scanStreams(database.pool, { category: 'case', upTo: await currentHorizon(database.pool) })) {
    for (const event of page) streams.set(event.streamId, [...(streams.get(event.streamId) ?? []), event]);
  }
  const mismatches = [...streams.values()].flatMap((events) => verifyAssessments(events).mismatches);
  return { brokenStreams: (await verifyAll(database.pool)).brokenStreams, mismatches };
}

describe('a person who is erased', () => {
  it('goes with every case and every record, through links too, and no other person does', async () => {
    const [one, two, three, other] = [
      await register('Quibble Farnsworth', 'QF-77001'),
      await register('Quibble Farnsworthy', 'QF-77002'),
      await register('Zinnober Farnsworth', 'QF-77003'),
      await register('Wendelin Ulrichson', 'WU-77001'),
    ];
    await link(two, one);
    await link(two, three);
    const apart = await register('Nobody Ofherskind', 'NO-77001');
    await link(apart, one);
    await app.get(CommandBus).execute(new UnlinkPatientCommand(one, { with: apart, because: 'linked-by-mistake' }, context()));
    const cases = [await openCase('C-1', one), await openCase('C-2', one), await openCase('C-3', two), await openCase('C-4', three)];
    const kept = [await openCase('K-1', other), await openCase('K-2', apart), await openCase('K-3'), await openCase('K-4', one)];
    await identify(kept[3] ?? '', other, one);
    follow();
    await settled();
    expect(await search('farnsworth')).toHaveLength(3);

    await erase(one);
    await settled();
    const gone = [...[one, two, three].map(patientStream), ...cases.map(caseStream)].toSorted();
    expect(await keysDestroyed(...gone, ...[other, apart].map(patientStream), ...kept.map(caseStream))).toEqual(gone);
    expect([await search('farnsworth'), (await search('wendelin')).length, (await search('ofherskind')).length]).toEqual([[], 1, 1]);
    const names = await new PatientsOfCasesHandler(readModels).execute(new PatientsOfCasesQuery(site, [...cases, ...kept]));
    expect(cases.map((caseId) => names.get(caseId)?.name)).toEqual(cases.map(() => '[erased]'));
    expect(kept.map((caseId) => names.get(caseId)?.name)).toEqual([
      'Wendelin Ulrichson',
      'Nobody Ofherskind',
      undefined,
      'Wendelin Ulrichson',
    ]);

    const told = await reach(three);
    expect(told).toMatchObject({ status: 'erased', erased: { because: 'person-asked', by: 'workflow:erasure' }, isComplete: true });
    expect(told.linked.find(({ id }) => id === one)?.erased?.by).toBe('account:admin');
    expect(told.cases.map(({ id, erased }) => [id, erased]).toSorted((a, b) => String(a[0]).localeCompare(String(b[0])))).toEqual(
      cases.map((id) => [id, true]).toSorted((a, b) => String(a[0]).localeCompare(String(b[0]))),
    );
    const seen = await new PatientHandler(readModels).execute(new PatientQuery({ site, patientId: one }));
    expect(JSON.stringify(seen)).not.toMatch(/quibble|farns|zinnober|QF-7|1911/i);
    expect(await verified()).toEqual({ brokenStreams: 0, mismatches: [] });
    expect(await deadLetters(database.pool)).toEqual([]);
  });

  it('goes to the end when whoever erases is killed at any step, and each step is done once', async () => {
    const [one, two] = [await register('Quibble Halfway', 'QH-77001'), await register('Quibble Halfway', 'QH-77002')];
    await link(one, two);
    const cases = [await openCase('H-1', one), await openCase('H-2', one), await openCase('H-3', two)];
    const streams = [...[one, two].map(patientStream), ...cases.map(caseStream)].toSorted();
    // Nobody here has the keys: as if the process had ended between the tombstone and their destruction.
    const withoutKeys = new PatientCommands({ eventStore: store, index: protection.index });
    await withoutKeys.erase(one, { because: 'person-asked' }, context('account:admin'));
    expect(await keysDestroyed(...streams)).toEqual([]);
    for (let allowed = 0; allowed < 4; allowed += 1) {
      let done = 0;
      let killed = () => undefined as unknown;
      const death = new Promise<void>((resolve) => {
        killed = () => resolve();
      });
      const bus = app.get(CommandBus);
      // After some commands nothing more of this process reaches the log, nor does its checkpoint move.
      const dying = {
        execute: async (command: never) => {
          if (done >= allowed) {
            killed();
            throw Object.assign(new Error('killed'), { code: 'ECONNRESET' });
          }
          done += 1;
          return (await bus.execute(command)) as never;
        },
      };
      const subscription = follow(dying as unknown as PersonErasureOptions['commands']);
      await Promise.race([death, settled()]);
      await stop(subscription);
    }
    follow();
    await settled();
    expect(await keysDestroyed(...streams)).toEqual(streams);
    for (const caseId of cases) expect(await typesIn(caseStream(caseId), 'CaseErased')).toHaveLength(1);
    for (const patientId of [one, two]) expect(await typesIn(patientStream(patientId), 'PatientErased')).toHaveLength(1);
    expect(await reach(one)).toMatchObject({ isComplete: true });
    expect(await deadLetters(database.pool)).toEqual([]);
    expect(await verified()).toEqual({ brokenStreams: 0, mismatches: [] });
  });

  it('does not come back with a link or a case that somebody recorded at the same moment', async () => {
    // The link of two records stands in the stream of the smaller id: the other one is erased.
    const [two = '', one = ''] = [
      await register('Quibble Latecomer', 'QL-77001'),
      await register('Quibble Latecomer', 'QL-77002'),
    ].toSorted((a, b) => (a < b ? -1 : 1));
    const [late, otherCase] = [await openCase('L-1'), await openCase('L-2', two)];
    follow();
    await erase(one);
    await settled();
    await expect(identify(late, one)).rejects.toMatchObject({ code: 'patient.erased' });
    await expect(link(one, two)).rejects.toMatchObject({ code: 'patient.erased' });
    expect(await keysDestroyed(...[one, two].map(patientStream))).toEqual([patientStream(one)]);
    // As if they had looked before the erasure and recorded after it.
    const append = async (streamId: string, type: string, data: Record<string, string>) =>
      await store.append({ streamId, expectedVersion: (await store.read(streamId)).length, events: [{ type, data }], context: context() });
    await append(caseStream(late), 'PatientIdentified', { patientId: one });
    await append(patientStream(two), 'PatientLinked', { with: one, because: 'same-person' });
    await settled();
    const streams = [caseStream(late), caseStream(otherCase), patientStream(one), patientStream(two)].toSorted();
    expect(await keysDestroyed(...streams)).toEqual(streams);
  });

  it('is erased by the panel that runs, and named after what caused it', async () => {
    const patientId = await register('Quibble Panel', 'QP-77001');
    const caseId = await openCase('P-1', patientId);
    const { pool } = database;
    const panel = await startPanel({ pool, eventStore: store, protection, knowledge, logger, databaseUrl: database.url });
    try {
      await settled();
      await erase(patientId);
      await expect.poll(() => keysDestroyed(caseStream(caseId)), { timeout: 60_000 }).toEqual([caseStream(caseId)]);
    } finally {
      await panel.close();
    }
    const [cause] = await typesIn(patientStream(patientId), 'PatientErased');
    const [erased] = await typesIn(caseStream(caseId), 'CaseErased');
    expect(erased).toMatchObject({
      commandId: derivedId('person-erasure', cause?.eventId ?? '', caseStream(caseId)),
      metadata: { actor: 'workflow:erasure', causationId: cause?.eventId },
      data: { because: 'person-asked' },
    });
  });

  it('leaves no text behind in any table, nor do those who are not', async () => {
    const kept = ['Wendelin', 'Ulrichson', 'Ofherskind', 'WU-77001'];
    const gone = [
      'Quibble',
      'Farnsworth',
      'Zinnober',
      'Halfway',
      'Latecomer',
      'QF-77001',
      'QH-77001',
      'QL-77001',
      '1911-02-03',
      'the zither',
    ];
    expect(textsIn(await databaseDump(database.owner), [...kept, ...gone])).toEqual([]);
  });

  it.each(['patient', 'case-patient'])('stays erased when %s is rebuilt', async (name) => {
    const model = caseReadModel(name, { eventStore: store, protection, knowledge });
    const { differences } = await rebuildReadModel(model, { pool: database.owner });
    expect(differences).toMatchObject({ onlyLive: 0, onlyRebuilt: 0, different: 0, atOtherVersion: 0 });
    expect(await search('farnsworth')).toEqual([]);
  });
});
