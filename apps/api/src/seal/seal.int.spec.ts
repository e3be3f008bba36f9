import { generateKeyPairSync } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { anchorKeyOf, createEventStore, type EventStore, makeAnchors } from '@tumor-board/event-store';
import { knowledgeRelease, sitePolicy } from '@tumor-board/knowledge';
import { createLogger, createMetrics } from '@tumor-board/observability';
import { appendOf, createTestDatabase, newStream, type SignedInPerson, signedIn, type TestDatabase } from '@tumor-board/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApi } from '../api.js';
import { anchorsAnswer, verificationAnswer } from './seal-answers.js';

const key = anchorKeyOf(generateKeyPairSync('ed25519').privateKey);

let database: TestDatabase;
let eventStore: EventStore;
let app: NestFastifyApplication;
let auditor: SignedInPerson;

beforeEach(async () => {
  database = await createTestDatabase();
  auditor = await signedIn(database.pool, { roles: ['auditor'] });
  eventStore = createEventStore({ pool: database.pool });
  app = await createApi({
    pool: database.pool,
    eventStore,
    knowledge: { release: knowledgeRelease(), policy: sitePolicy() },
    settings: { HOST: '127.0.0.1', PORT: 0, SITE: 'default', PROJECTION_WAIT_MS: 10_000 },
    anchorKeys: [key.fingerprint],
    logger: createLogger({ service: 'api', level: 'fatal', to: { write: () => undefined } }),
    metrics: createMetrics(),
  });
});
afterEach(async () => {
  await app.close();
  await eventStore.close();
  await database.drop();
});

const ask = async (method: 'GET' | 'POST', url: string, by: SignedInPerson = auditor) =>
  await app.inject({ method, url, headers: { host: 'localhost:3000', ...by.headers } });
const verification = async () => verificationAnswer.parse((await ask('GET', '/api/verification')).json());
const verified = async () => {
  expect((await ask('POST', '/api/verification')).statusCode).toBe(202);
  await expect.poll(async () => (await verification()).running, { timeout: 60_000 }).toBeNull();
  return await verification();
};
const record = async (): Promise<string> => {
  const stream = newStream('meeting');
  await eventStore.append(appendOf(stream, 0, 3));
  await makeAnchors(database.pool, { key, patienceMs: 10_000 });
  return stream;
};

describe('the anchors', () => {
  it('are given to be noted elsewhere, the newest first, a page at a time', async () => {
    for (let n = 0; n < 3; n += 1) await record();
    const listed = async (query: string) => anchorsAnswer.parse((await ask('GET', `/api/anchors${query}`)).json());
    const { anchors, trusted } = await listed('');
    expect([anchors.map(({ number }) => number), trusted]).toEqual([[3, 2, 1], [key.fingerprint]]);
    expect(anchors[0]).toMatchObject({ fingerprint: key.fingerprint, heads: 1 });
    expect((await listed('?limit=1&before=3')).anchors).toEqual([anchors[1]]);
    expect((await ask('GET', '/api/anchors?limit=0')).statusCode).toBe(400);
  });
});

describe('a verification', () => {
  it('has not been made at first', async () => {
    expect(await verification()).toEqual({ running: null, last: null, failure: null });
  });

  it('is made in the background, and tells what it found, when and for whom', async () => {
    await record();
    const { last, failure } = await verified();
    expect(failure).toBeNull();
    expect(last).toMatchObject({
      holds: true,
      streams: 1,
      events: 3,
      anchors: 1,
      eventsSinceAnchor: 0,
      keys: [key.fingerprint],
      faults: [],
    });
    expect(last?.actor).toMatch(/^account:/);
    expect(Date.parse(last?.finishedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(last?.startedAt ?? ''));
  });

  it('names what is not as it was recorded', async () => {
    const stream = await record();
    await database.owner.query('alter table log.events disable trigger events_stay');
    await database.owner.query('delete from log.events where stream_id = $1 and stream_version = 3', [stream]);
    const { last } = await verified();
    expect(last).toMatchObject({ holds: false, anchorFaults: 1 });
    expect(last?.faults).toMatchObject([{ found: 'anchor', fault: 'head', anchor: 1, streamId: stream, streamVersion: 3 }]);
  });

  it('is one at a time: who asks for another is told of it', async () => {
    await record();
    const client = await database.owner.connect();
    await client.query('begin; lock table log.events in access exclusive mode');
    const answers = await Promise.all(Array.from({ length: 4 }, () => ask('POST', '/api/verification')));
    await client.query('commit');
    client.release();
    const ids = answers.map((answer) => verificationAnswer.parse(answer.json()).running?.id);
    expect([new Set(ids).size, ids[0]]).toEqual([1, expect.any(String)]);
    await expect.poll(async () => (await verification()).running, { timeout: 60_000 }).toBeNull();
    expect((await database.pool.query('select from log.verifications')).rowCount).toBe(1);
  });

  it('is for auditors and administrators', async () => {
    const clinician = await signedIn(database.pool, { roles: ['clinician'] });
    for (const url of ['/api/anchors', '/api/verification']) expect((await ask('GET', url, clinician)).statusCode).toBe(403);
    expect((await ask('POST', '/api/verification', clinician)).statusCode).toBe(403);
  });
});
