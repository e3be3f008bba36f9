import { randomBytes, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { caseStream, PROTECTED_FIELDS, patientStream } from '@tumor-board/board';
import {
  createEventStore,
  deadLetters,
  type EventStore,
  headPositions,
  openProtection,
  type Protection,
  verifyAll,
  waitForPosition,
} from '@tumor-board/event-store';
import { ERASED, type EventBody, replaceAt, stepsOf } from '@tumor-board/kernel';
import { DEFAULT_POLICY, knowledgeRelease } from '@tumor-board/knowledge';
import { caseReadModels, READ_MODEL_NAMES, type RunningProjections, startProjections } from '@tumor-board/read-side';
import { createTestDatabase, type TestDatabase } from '@tumor-board/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const SECRET = 'Zwetschgenknödel';
const TOMBSTONES = ['CaseErased', 'PatientErased'];
const knowledge = { release: knowledgeRelease(), policy: DEFAULT_POLICY };

let database: TestDatabase;
let protection: Protection;
let store: EventStore;
let projections: RunningProjections;

beforeAll(async () => {
  database = await createTestDatabase();
  protection = await openProtection({ pool: database.pool, masterKey: randomBytes(32), fields: PROTECTED_FIELDS });
  store = createEventStore({ pool: database.pool, protection });
  projections = startProjections({ pool: database.pool, readModels: caseReadModels({ eventStore: store, protection, knowledge }) });
});
afterAll(async () => {
  await projections.stop();
  await store.close();
  await database.drop();
});

/** An example of every event of a stream, with the secret in every text that is protected; the tombstone apart. */
async function examples(file: string): Promise<{ readonly events: readonly EventBody[]; readonly tombstone: EventBody }> {
  const golden = JSON.parse(await readFile(path.resolve(import.meta.dirname, '../../libs/board/golden', file), 'utf8')) as EventBody[];
  const events = golden.map(({ type, data }): EventBody => {
    let filled: unknown = data;
    for (const at of PROTECTED_FIELDS[type] ?? []) filled = replaceAt(filled, stepsOf(at), () => `${SECRET} ${at}`);
    return { type, data: filled as EventBody['data'] };
  });
  const tombstone = events.find(({ type }) => TOMBSTONES.includes(type));
  if (tombstone === undefined) throw new Error(`${file} has no tombstone`);
  return { events: events.filter((event) => event !== tombstone), tombstone };
}

const append = (streamId: string, expectedVersion: number, events: readonly EventBody[]) =>
  store.append({
    streamId,
    expectedVersion,
    events,
    context: { commandId: randomUUID(), metadata: { site: 'default', actor: 'test' }, receivedAt: '2026-01-05T09:00:00Z' },
  });

async function caughtUp(): Promise<void> {
  for (const position of (await headPositions(database.pool)).values()) {
    for (const name of READ_MODEL_NAMES) await waitForPosition(database.pool, name, position, 60_000);
  }
}

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
  return parts.join('\n');
}

describe.each([
  { file: 'case-events.v1.json', stream: caseStream },
  { file: 'patient-events.v1.json', stream: patientStream },
])('every protected text of $file', ({ file, stream }) => {
  const streamId = stream(randomUUID());

  it('is in no table of the database, and is read as it was written', async () => {
    const { events } = await examples(file);
    expect(JSON.stringify(events)).toContain(SECRET);
    await append(streamId, 0, events);
    await caughtUp();
    expect(await deadLetters(database.pool)).toEqual([]);
    const all = await dump();
    expect(all).toContain(streamId);
    expect(all).not.toContain(SECRET);
    expect(all).not.toContain(Buffer.from(SECRET).toString('hex'));
    expect((await store.read(streamId)).map(({ type, data }) => ({ type, data }))).toEqual(events);
  });

  it('reads as erased, and nothing else does, once the key is destroyed', async () => {
    const { events, tombstone } = await examples(file);
    await append(streamId, events.length, [tombstone]);
    await protection.keys.destroy(streamId);
    const read = (await store.read(streamId)).map(({ type, data }) => ({ type, data }));
    const expected = JSON.stringify([...events, tombstone]).replaceAll(new RegExp(`"${SECRET} [^"]*"`, 'g'), JSON.stringify(ERASED));
    expect(read).toEqual(JSON.parse(expected));
    await caughtUp();
    expect(await deadLetters(database.pool)).toEqual([]);
    expect((await verifyAll(database.pool)).brokenStreams).toBe(0);
    await expect(append(streamId, events.length + 1, events.slice(0, 1))).rejects.toMatchObject({ code: 'protection.destroyed' });
  });
});
