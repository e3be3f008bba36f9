import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createEventStore, type EventStore } from '@tumor-board/event-store';
import { knowledgeRelease, sitePolicy } from '@tumor-board/knowledge';
import { createLogger, createMetrics } from '@tumor-board/observability';
import { createTestDatabase, type SignedInPerson, signedIn, type TestDatabase } from '@tumor-board/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApi } from '../api.js';
import { problemDocument } from '../http/problem-document.js';
import { recordedAnswer } from './case-answers.js';
import { previewAnswer } from './case-preview-answers.js';

let database: TestDatabase;
let eventStore: EventStore;
let app: NestFastifyApplication;
let person: SignedInPerson;

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
});
afterAll(async () => {
  await app.close();
  await eventStore.close();
  await database.drop();
});

const post = (path: string, payload: object) =>
  app.inject({ method: 'POST', url: `/api/${path}`, headers: { host: 'localhost', ...person.headers }, payload });

const staging = { type: 'StagingRecorded', on: '2025-01-06', edition: 'TNM-8', t: 'T3', n: 'N2', m: 'M1' };
const ecog = { type: 'PerformanceStatusRecorded', on: '2025-01-07', ecog: 1 };
const file = (reference: string, facts: readonly object[]) => ({
  format: 'tumor-board-case/1',
  reference,
  patient: { ageYears: 50, sex: 'female' },
  facts,
});

describe('the preview of facts', () => {
  it('says of each fact what it would change, for what the case would be listed, and which version that is about', async () => {
    const opened = recordedAnswer.parse((await post('cases', file('PRE-1', []))).json());
    const response = await post(`cases/${opened.id}/facts/preview`, [staging, ecog]);
    expect(response.statusCode).toBe(200);
    const preview = previewAnswer.parse(response.json());
    expect(preview).toMatchObject({ id: opened.id, version: opened.version, opens: false, rules: null });
    expect(preview.facts.map(({ fact, type }) => [fact, type])).toEqual([
      ['#1', 'StagingRecorded'],
      ['#2', 'PerformanceStatusRecorded'],
    ]);
    expect(preview.facts[0]?.changed.map(({ part }) => part)).toContain('stage');
    expect(preview.listings.length).toBeGreaterThan(0);

    const recorded = recordedAnswer.parse((await post(`cases/${opened.id}/facts`, [staging, ecog])).json());
    expect(recorded.assessment).toEqual(preview.assessment);
  });

  it('names the field that is wrong, as recording would', async () => {
    const { id } = recordedAnswer.parse((await post('cases', file('PRE-2', []))).json());
    const response = await post(`cases/${id}/facts/preview`, [
      { type: 'FactRetracted', on: '2025-01-08', retracts: '#9', reason: 'typing' },
    ]);
    const refused = problemDocument.parse(response.json());
    expect(refused.code).toBe('fact.invalid');
    expect(refused.faults?.map(({ path }) => path)).toEqual(['facts[0].retracts']);
  });
});

describe('the preview of a case file', () => {
  it('of a new reference opens nothing yet', async () => {
    const content = file('PRE-3', [staging]);
    const first = previewAnswer.parse((await post('case-files/preview', content)).json());
    expect(first).toMatchObject({ version: 0, opens: true, facts: { length: 1 } });
    const again = previewAnswer.parse((await post('case-files/preview', content)).json());
    expect(again.opens).toBe(true);
  });

  it('of a recorded case tells only what is new', async () => {
    const { version } = recordedAnswer.parse((await post('case-files', file('PRE-4', [staging]))).json());
    const preview = previewAnswer.parse((await post('case-files/preview', file('PRE-4', [staging, ecog]))).json());
    expect(preview).toMatchObject({ version, opens: false });
    expect(preview.facts.map(({ type }) => type)).toEqual(['PerformanceStatusRecorded']);
  });
});
