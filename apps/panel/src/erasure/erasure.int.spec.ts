import { randomBytes, randomUUID } from 'node:crypto';
import { PROTECTED_FIELDS, verifyAssessments } from '@tumor-board/board';
import {
  createEventStore,
  currentHorizon,
  type EventStore,
  headPositions,
  openProtection,
  type Protection,
  scanStreams,
  verifyAll,
  waitForPosition,
} from '@tumor-board/event-store';
import { migrateJobs } from '@tumor-board/job-queue';
import { type CommandContext, ERASED, type RecordedEvent } from '@tumor-board/kernel';
import { DEFAULT_POLICY, knowledgeRelease } from '@tumor-board/knowledge';
import { createLogger } from '@tumor-board/observability';
import { type CaseFile, parseCaseFile } from '@tumor-board/oncology';
import {
  CaseHistoryHandler,
  CaseHistoryQuery,
  CaseListHandler,
  CaseListQuery,
  CaseOverviewHandler,
  CaseOverviewQuery,
  CaseRecordHandler,
  CaseRecordQuery,
  caseReadModel,
  caseReadModels,
  READ_MODEL_NAMES,
  ReadModels,
  type RunningProjections,
  rebuildReadModel,
  startProjections,
} from '@tumor-board/read-side';
import { createTestDatabase, type TestDatabase } from '@tumor-board/testing';
import { CaseCommands, ImportCaseCommand, ImportCaseHandler } from '@tumor-board/write-side';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPanel } from '../index.js';

const site = 'default';
const knowledge = { release: knowledgeRelease(), policy: DEFAULT_POLICY };
const masterKey = randomBytes(32);
/** What no table may hold. */
const texts = {
  title: 'Quibble Farnsworth of Brackenwater',
  note: 'wants to be at the zither festival',
  correction: 'mistook Ulrike for Ulrica',
  correctedNote: 'the dromedary must be fed',
  retraction: 'belongs to cousin Wendelin',
  cause: 'fell from a penny-farthing',
};
const words = Object.values(texts)
  .flatMap((text) => text.split(' ').filter((word) => word.length > 5))
  .map((word) => word.toLowerCase());

let database: TestDatabase;
let protection: Protection;
let store: EventStore;
let commands: CaseCommands;
let readModels: ReadModels;
let projections: RunningProjections;

beforeAll(async () => {
  database = await createTestDatabase();
  await migrateJobs(database.url);
  const { pool } = database;
  protection = await openProtection({ pool, masterKey, fields: PROTECTED_FIELDS });
  store = createEventStore({ pool, protection });
  commands = new CaseCommands({ eventStore: store, ...knowledge });
  readModels = new ReadModels({ pool, eventStore: store, protection, knowledge, waitMs: 20_000 });
  projections = startProjections({ pool, readModels: caseReadModels({ eventStore: store, protection, knowledge }) });
});
afterAll(async () => {
  await projections.stop();
  await store.close();
  await database.drop();
});

const file = (reference: string): CaseFile =>
  parseCaseFile({
    format: 'tumor-board-case/1',
    reference,
    title: texts.title,
    patient: { ageYears: 61, sex: 'female' },
    facts: [
      { id: 'h', type: 'HistologyReported', on: '2024-01-08', histology: 'non-keratinising-undifferentiated', eber: 'positive' },
      { id: 'p', type: 'PatientPreferenceRecorded', on: '2024-01-09', declines: ['cisplatin'], note: texts.note },
      { id: 'e', type: 'PerformanceStatusRecorded', on: '2024-01-09', ecog: 1 },
      {
        id: 'c',
        type: 'FactCorrected',
        on: '2024-01-10',
        corrects: 'p',
        reason: texts.correction,
        replacement: { type: 'PatientPreferenceRecorded', on: '2024-01-09', declines: [], note: texts.correctedNote },
      },
      { id: 'r', type: 'FactRetracted', on: '2024-01-11', retracts: 'e', reason: texts.retraction },
      { id: 'd', type: 'DeathRecorded', on: '2024-02-01', cause: texts.cause },
    ],
  });
const context = (): CommandContext => ({
  commandId: randomUUID(),
  metadata: { site, actor: 'dr-a' },
  receivedAt: '2026-01-05T09:00:00Z',
});
const imported = (of: CaseFile) => new ImportCaseHandler(commands).execute(new ImportCaseCommand(of, context()));
const erased = (caseId: string) => commands.erase(caseId, { type: 'EraseCase', because: 'person-asked', today: '2026-01-05' }, context());
const caughtUp = async () => {
  for (const position of (await headPositions(database.pool)).values()) {
    for (const name of READ_MODEL_NAMES) await waitForPosition(database.pool, name, position, 60_000);
  }
};
const found = async (search: string) =>
  (await new CaseListHandler(readModels).execute(new CaseListQuery({ site, search }))).cases.map(({ caseId }) => caseId);
const overview = (caseId: string) => new CaseOverviewHandler(readModels).execute(new CaseOverviewQuery(site, caseId));
const history = async (caseId: string) =>
  (await new CaseHistoryHandler(readModels).execute(new CaseHistoryQuery({ site, caseId }))).events.map(({ what }) => what).join('\n');
const record = (caseId: string) => new CaseRecordHandler(readModels).execute(new CaseRecordQuery(site, caseId));

/** Everything that the database holds, as text. */
async function dump(): Promise<string> {
  const { rows } = await database.owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  const parts: string[] = [];
  for (const { name } of rows) {
    const content = await database.owner.query<{ row: string }>(`select t::text as row from ${name} t`);
    parts.push(...content.rows.map(({ row }) => row));
  }
  return parts.join('\n').toLowerCase();
}

/** Neither as text nor as the bytes of one. */
function expectNoneIn(all: string): void {
  expect(words.length).toBeGreaterThan(10);
  for (const word of words) {
    expect(all).not.toContain(word);
    expect(all).not.toContain(Buffer.from(word).toString('hex'));
  }
}

/** What `verify` does: the chain of every stream, and every recorded assessment. Needs no key. */
async function verified() {
  const streams = new Map<string, RecordedEvent[]>();
  for await (const page of scanStreams(database.pool, { category: 'case', upTo: await currentHorizon(database.pool) })) {
    for (const event of page) streams.set(event.streamId, [...(streams.get(event.streamId) ?? []), event]);
  }
  const assessments = [...streams.values()].map((events) => verifyAssessments(events));
  return {
    brokenStreams: (await verifyAll(database.pool)).brokenStreams,
    checked: assessments.reduce((sum, { checked }) => sum + checked, 0),
    mismatches: assessments.flatMap(({ mismatches }) => mismatches),
  };
}

describe('what is written about a person', () => {
  it('stands in no table in clear, and is read and found all the same', async () => {
    const { caseId } = await imported(file('P-1'));
    await caughtUp();
    const all = await dump();
    expect(all).toContain('p-1');
    expectNoneIn(all);

    expect(await record(caseId)).toEqual(file('P-1'));
    expect((await overview(caseId)).title).toBe(texts.title);
    expect(await history(caseId)).toContain(`(${texts.correction})`);
    expect((await new CaseListHandler(readModels).execute(new CaseListQuery({ site }))).cases[0]?.title).toBe(texts.title);
    for (const search of ['farns', 'QUIBBLE brack', 'p-1 farnsworth']) expect(await found(search)).toEqual([caseId]);
    for (const search of ['fa', 'arnsworth', 'farnsworthy', texts.note]) expect(await found(search)).toEqual([]);
    expect(await verified()).toMatchObject({ brokenStreams: 0, mismatches: [] });
  });

  it('is gone once it was erased: reads say so, searches find nothing, and the log still verifies', async () => {
    const { caseId } = await imported(file('P-2'));
    await caughtUp();
    const before = await overview(caseId);
    expect(await found('p-2 farnsworth')).toEqual([caseId]);

    // Nobody here has the keys: as if the process had ended between the tombstone and their destruction.
    await erased(caseId);
    await caughtUp();
    expect(await found('p-2 farnsworth')).toEqual([]);
    expect(await found('p-2')).toEqual([caseId]);
    expect(await protection.keys.destroyed([`case-${caseId}`])).toEqual(new Set());
    const panel = await startPanel({
      pool: database.pool,
      eventStore: store,
      protection,
      knowledge,
      logger: createLogger({ service: 'test', level: 'silent' }),
      databaseUrl: database.url,
    });
    try {
      await expect.poll(() => protection.keys.destroyed([`case-${caseId}`]), { timeout: 60_000 }).toEqual(new Set([`case-${caseId}`]));
    } finally {
      await panel.close();
    }

    const { facts, title } = await record(caseId);
    expect(title).toBe(ERASED);
    expect(facts.map((fact) => Object.values(fact).filter((value) => value === ERASED).length)).toEqual([0, 1, 0, 1, 1, 1]);
    const after = await overview(caseId);
    expect(after).toMatchObject({ title: ERASED, fingerprint: before.fingerprint, assessment: before.assessment });
    expect(await history(caseId)).toContain(`Corrected p (${ERASED})`);
    expect(await history(caseId)).toContain('was erased: person asked');
    const [entry] = (await new CaseListHandler(readModels).execute(new CaseListQuery({ site, search: 'p-2' }))).cases;
    expect(entry?.title).toBe(ERASED);
    expect(await verified()).toMatchObject({ brokenStreams: 0, mismatches: [] });
    await expect(protection.keys.keyFor(`case-${caseId}`)).rejects.toMatchObject({ code: 'protection.destroyed' });
  });

  it('does not come back with the file that it came with, nor with another one or a fact', async () => {
    const { caseId } = await imported(file('P-3'));
    await erased(caseId);
    await protection.keys.destroy(`case-${caseId}`);
    const more = parseCaseFile({ ...file('P-3'), facts: [...file('P-3').facts, { type: 'DeathRecorded', on: '2024-03-01' }] });
    for (const again of [file('P-3'), more]) await expect(imported(again)).rejects.toMatchObject({ code: 'case.erased' });
    const fact = { type: 'PerformanceStatusRecorded', on: '2024-03-01', ecog: 1 } as const;
    await expect(commands.carryOut(caseId, { type: 'RecordFacts', facts: [fact] }, context())).rejects.toMatchObject({
      code: 'case.erased',
    });
    expect((await erased(caseId)).duplicate).toBe(true);
    expect((await record(caseId)).title).toBe(ERASED);
  });

  it('is erased at once by whoever has the keys', async () => {
    const { caseId } = await imported(file('P-4'));
    const withKeys = new CaseCommands({ eventStore: store, keys: protection.keys, ...knowledge });
    await withKeys.erase(caseId, { type: 'EraseCase', because: 'retention-ended', today: '2026-01-05' }, context());
    expect(await protection.keys.destroyed([`case-${caseId}`])).toEqual(new Set([`case-${caseId}`]));
  });

  it.each(READ_MODEL_NAMES)('stays as sealed, and as gone, when %s is rebuilt', async (name) => {
    await caughtUp();
    const model = caseReadModel(name, { eventStore: store, protection, knowledge });
    const { differences } = await rebuildReadModel(model, { pool: database.owner });
    expect(differences).toMatchObject({ onlyLive: 0, onlyRebuilt: 0, different: 0, atOtherVersion: 0 });
    expectNoneIn(await dump());
  });
});
