import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createEventStore, type EventStore } from '@tumor-board/event-store';
import { knowledgeRelease, PARTS, sitePolicy } from '@tumor-board/knowledge';
import { createLogger, createMetrics } from '@tumor-board/observability';
import { caseExplanationView, caseOutlookView } from '@tumor-board/read-side';
import { createTestDatabase, type SignedInPerson, signedIn, type TestDatabase } from '@tumor-board/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApi } from '../api.js';
import { problemDocument } from '../http/problem-document.js';
import { recordedAnswer } from './case-answers.js';

let database: TestDatabase;
let eventStore: EventStore;
let app: NestFastifyApplication;
let person: SignedInPerson;
let id: string;
let position: string;

const facts = [
  { type: 'HistologyReported', on: '2025-01-06', histology: 'non-keratinising-undifferentiated', eber: 'positive' },
  { type: 'StagingRecorded', on: '2025-01-06', edition: 'TNM-8', t: 'T3', n: 'N2', m: 'M1' },
  { type: 'PerformanceStatusRecorded', id: 'ecog', on: '2025-01-06', ecog: 1 },
  {
    type: 'MetastasesCharted',
    id: 'chart',
    on: '2025-01-07',
    knownOn: '2025-01-20',
    lesions: [{ id: 'L', organ: 'bone', count: 2, countIsExact: true, certainty: 'definite' }],
    organsImaged: { liver: true, lung: true, bone: true, distantNode: true },
  },
];

beforeAll(async () => {
  database = await createTestDatabase();
  person = await signedIn(database.pool);
  eventStore = createEventStore({ pool: database.pool });
  app = await createApi({
    pool: database.pool,
    eventStore,
    knowledge: { release: knowledgeRelease(), policy: sitePolicy() },
    settings: { HOST: '127.0.0.1', PORT: 0, SITE: 'default', PROJECTION_WAIT_MS: 10_000 },
    logger: createLogger({ service: 'api', level: 'fatal', to: { write: () => undefined } }),
    metrics: createMetrics(),
  });
  const file = { format: 'tumor-board-case/1', reference: 'WHY-1', patient: { ageYears: 50, sex: 'female' }, facts };
  const response = await app.inject({
    method: 'POST',
    url: '/api/cases',
    headers: { host: 'localhost', ...person.headers },
    payload: file,
  });
  ({ id, position } = recordedAnswer.parse(response.json()));
});
afterAll(async () => {
  await app.close();
  await eventStore.close();
  await database.drop();
});

const get = (path: string, of = id) =>
  app.inject({ method: 'GET', url: `/api/cases/${of}/${path}`, headers: { host: 'localhost:3000', ...person.headers } });

describe('the outlook of a case', () => {
  it('gives for each system its class with the figures of its paper, guidelines and trials', async () => {
    const response = await get(`outlook?atLeast=${position}`);
    expect(response.statusCode).toBe(200);
    const view = caseOutlookView.parse(response.json());
    expect(view).toMatchObject({ caseId: id, current: true, systems: { length: 13 }, guidelines: { length: 5 } });
    expect(view.systems.find(({ system }) => system === 'YAO23')).toMatchObject({
      status: 'classified',
      classes: [{ class: 'low', survival: [{ text: '3-year OS 80.4% (P<0.05)', verified: true }] }],
    });
    expect(view.locoregionalRadiotherapy).toMatchObject({ position: 'benefit', benefit: expect.arrayContaining(['YAO23']) });
    expect(view.trials.length).toBeGreaterThan(20);
  });

  it('is that of the horizon asked for', async () => {
    const view = caseOutlookView.parse((await get('outlook?knownOn=2025-01-19')).json());
    expect(view).toMatchObject({ knownOn: '2025-01-19', current: false });
    expect(view.systems.find(({ system }) => system === 'YAO23')?.status).toBe('indeterminate');
  });
});

describe('the explanation of a case', () => {
  it('is that of the next step when no part is named', async () => {
    const view = caseExplanationView.parse((await get(`explanation?atLeast=${position}`)).json());
    expect(view).toMatchObject({ current: true, trace: { part: 'nextStep', value: 'complete-baseline' } });
    expect(view.whatWouldChange.sets.length).toBeGreaterThan(0);
  });

  it.each(PARTS)('is given for %s', async (part) => {
    const response = await get(`explanation?part=${part}`);
    expect([response.statusCode, caseExplanationView.parse(response.json()).trace.part]).toEqual([200, part]);
  });

  it('is that of the horizon asked for', async () => {
    const view = caseExplanationView.parse((await get('explanation?part=oligometastatic&knownOn=2025-01-19')).json());
    expect(view).toMatchObject({ knownOn: '2025-01-19', current: false, trace: { settled: false }, whatWouldChange: { settled: false } });
    expect(caseExplanationView.parse((await get('explanation?part=oligometastatic')).json()).trace.value).toBe('true');
  });

  it('refuses a part that is not known with 400, naming those that are', async () => {
    const response = await get('explanation?part=mood');
    const found = problemDocument.parse(response.json());
    expect([response.statusCode, found.code]).toEqual([400, 'knowledge.unknown-part']);
    for (const part of PARTS) expect(found.detail).toContain(part);
    expect(found.data?.['known']).toEqual(expect.arrayContaining([...PARTS]));
  });
});

describe.each(['outlook', 'explanation'])('%s', (what) => {
  it.each([
    ['case.unknown', 404, what, randomUUID()],
    ['request.invalid', 400, what, 'WHY-1'],
    ['request.invalid', 400, `${what}?validOn=2025-02-30`, undefined],
    ['horizon.invalid', 400, `${what}?recordedBefore=yesterday`, undefined],
    ['knowledge.unknown-release', 400, `${what}?release=npc-1999.01`, undefined],
    ['position.invalid', 400, `${what}?atLeast=nonsense`, undefined],
  ])('answers %s with %i', async (code, status, path, of) => {
    const response = await get(path, of);
    expect([response.statusCode, problemDocument.parse(response.json()).code]).toEqual([status, code]);
  });
});
