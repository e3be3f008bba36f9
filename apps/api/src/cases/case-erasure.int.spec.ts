import { randomBytes } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { caseStream, PROTECTED_FIELDS } from '@tumor-board/board';
import { createEventStore, type EventStore, openProtection, type Protection } from '@tumor-board/event-store';
import { knowledgeRelease, sitePolicy } from '@tumor-board/knowledge';
import { createLogger, createMetrics } from '@tumor-board/observability';
import { caseReadModels, type RunningProjections, startProjections } from '@tumor-board/read-side';
import { createTestDatabase, type SignedInPerson, signedIn, type TestDatabase } from '@tumor-board/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApi } from '../api.js';

const title = 'Quibble Farnsworth';
const logged: string[] = [];
let database: TestDatabase;
let eventStore: EventStore;
let protection: Protection;
let projections: RunningProjections;
let app: NestFastifyApplication;
let administrator: SignedInPerson;
let clinician: SignedInPerson;

beforeAll(async () => {
  database = await createTestDatabase();
  const { pool } = database;
  administrator = await signedIn(pool, { roles: ['administrator'] });
  clinician = await signedIn(pool, { roles: ['clinician'] });
  protection = await openProtection({ pool, masterKey: randomBytes(32), fields: PROTECTED_FIELDS });
  eventStore = createEventStore({ pool, protection });
  const knowledge = { release: knowledgeRelease(), policy: sitePolicy() };
  projections = startProjections({ pool, readModels: caseReadModels({ eventStore, protection, knowledge }) });
  app = await createApi({
    pool,
    eventStore,
    protection,
    knowledge,
    settings: { HOST: '127.0.0.1', PORT: 0, SITE: 'default', PROJECTION_WAIT_MS: 10_000 },
    logger: createLogger({ service: 'api', level: 'debug', to: { write: (line: string) => logged.push(line) } }),
    metrics: createMetrics(),
  });
});
afterAll(async () => {
  await app.close();
  await projections.stop();
  await eventStore.close();
  await database.drop();
});

const call = (method: 'GET' | 'POST', url: string, body?: object, by: SignedInPerson = clinician) =>
  app.inject({
    method,
    url,
    headers: { host: 'localhost:3000', ...by.headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
  });
const fact = { type: 'PatientPreferenceRecorded', on: '2025-01-06', declines: ['cisplatin'], note: 'the zither festival' };
const file = (reference: string) => ({
  format: 'tumor-board-case/1',
  reference,
  title,
  patient: { ageYears: 50, sex: 'female' },
  facts: [fact],
});
const because = { because: 'person-asked' };

describe('erasing a case', () => {
  it('takes its texts away for good, and leaves what is coded', async () => {
    const opened = await call('POST', '/api/case-files', file('E-1'));
    const { id, position } = opened.json<{ id: string; position: string }>();
    const before = await call('GET', `/api/cases/${id}?atLeast=${position}`);
    expect(before.json()).toMatchObject({ title });

    const erased = await call('POST', `/api/cases/${id}/erasure`, because, administrator);
    expect([erased.statusCode, Object.keys(erased.json<object>())]).toEqual([200, ['id', 'version', 'position']]);
    expect(await protection.keys.destroyed([caseStream(id)])).toEqual(new Set([caseStream(id)]));
    const after = await call('GET', `/api/cases/${id}?atLeast=${erased.json<{ position: string }>().position}`);
    const { title: gone, assessment } = after.json<{ title: string; assessment: unknown }>();
    expect([gone, assessment]).toEqual(['[erased]', before.json<{ assessment: unknown }>().assessment]);
    const board = await call('GET', `/api/cases/${id}/board`);
    expect(board.json<{ erased: unknown }>().erased).toMatchObject({
      because: 'person-asked',
      by: expect.not.stringContaining('account:'),
    });
    const again = await call('POST', `/api/cases/${id}/erasure`, because, administrator);
    expect([again.statusCode, again.json()]).toEqual([200, erased.json()]);
  });

  it('ends what can be recorded of it', async () => {
    const { id } = (await call('POST', '/api/case-files', file('E-2'))).json<{ id: string }>();
    await call('POST', `/api/cases/${id}/erasure`, because, administrator);
    for (const [url, body] of [
      ['/api/case-files', file('E-2')],
      ['/api/cases', file('E-2')],
      [`/api/cases/${id}/facts`, fact],
    ] as const) {
      const refused = await call('POST', url, body);
      expect([url, refused.statusCode, refused.json<{ code: string }>().code]).toEqual([url, 410, 'case.erased']);
    }
  });

  it('is for administrators, of cases that there are, with a code as the reason', async () => {
    const { id } = (await call('POST', '/api/case-files', file('E-3'))).json<{ id: string }>();
    expect((await call('POST', `/api/cases/${id}/erasure`, because)).statusCode).toBe(403);
    expect((await call('POST', `/api/cases/${id}/erasure`, { because: 'I want to' }, administrator)).statusCode).toBe(400);
    const unknown = '00000000-0000-4000-8000-000000000000';
    expect((await call('POST', `/api/cases/${unknown}/erasure`, because, administrator)).statusCode).toBe(404);
    expect(await protection.keys.destroyed([caseStream(id), caseStream(unknown)])).toEqual(new Set());
  });

  it('and what comes before it put no text into the logs of the service', () => {
    expect(logged.length).toBeGreaterThan(0);
    expect(logged.join('')).not.toMatch(/Farnsworth|zither/);
  });
});
