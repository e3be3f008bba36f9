import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createEventStore, type EventStore } from '@tumor-board/event-store';
import { knowledgeRelease, sitePolicy } from '@tumor-board/knowledge';
import { createLogger, createMetrics } from '@tumor-board/observability';
import { M1_SYSTEMS } from '@tumor-board/oncology';
import { createTestDatabase, type SignedInPerson, signedIn, type TestDatabase } from '@tumor-board/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApi } from '../api.js';
import { problemDocument } from '../http/problem-document.js';
import { m1SystemsAnswer } from '../m1-systems/m1-system-answers.js';
import { evidenceAnswer, evidenceListAnswer } from './evidence-answers.js';

let database: TestDatabase;
let eventStore: EventStore;
let app: NestFastifyApplication;
let person: SignedInPerson;

beforeAll(async () => {
  database = await createTestDatabase();
  person = await signedIn(database.pool, { roles: [] });
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

const get = (url: string) => app.inject({ method: 'GET', url, headers: { host: 'localhost:3000', ...person.headers } });
const listed = async (query = '') => {
  const response = await get(`/api/evidence${query}`);
  expect(response.statusCode).toBe(200);
  return evidenceListAnswer.parse(response.json());
};
const ids = async (query: string): Promise<string[]> => (await listed(query)).entries.map(({ id }) => id);

describe('the evidence register', () => {
  it('is given whole, with its digest and what its endpoints mean', async () => {
    const { entries, endpoints, digest } = await listed();
    expect(entries.length).toBeGreaterThan(80);
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(endpoints['OS']).toBe('overall survival');
  });

  it('is searched by words, table, system and id, and by several at once', async () => {
    expect(await ids('?search=toripalimab%20progression-free')).toContain('table-3/jupiter-02');
    expect(await ids('?system=YAO23')).toEqual(['table-2/yao-2023', 'radiotherapy/yao-2023']);
    expect(await ids('?system=YAO23&table=2')).toEqual(['table-2/yao-2023']);
    expect(await ids('?id=yao-2023&id=table-3%2Fjupiter-02')).toEqual(['table-2/yao-2023', 'table-3/jupiter-02', 'radiotherapy/yao-2023']);
    expect(await ids('?search=nobody&table=2')).toEqual([]);
    for (const { place } of (await listed('?table=6')).entries) expect(place).toMatchObject({ in: 'table', table: 6 });
  });

  it.each([
    ['?table=1', 'table'],
    ['?system=YAO24', 'system'],
    ['?colour=red', 'colour'],
    ['?id=', 'id'],
  ])('refuses %s, naming the parameter', async (query, path) => {
    const response = await get(`/api/evidence${query}`);
    expect(response.statusCode).toBe(400);
    expect(problemDocument.parse(response.json()).faults.map((fault) => fault.path)).toContain(path);
  });

  it.each(['table-3/jupiter-02', 'table-3%2Fjupiter-02'])('gives the entry %s', async (id) => {
    const answer = evidenceAnswer.parse((await get(`/api/evidence/${id}`)).json());
    expect(answer).toMatchObject({ id: 'table-3/jupiter-02', entries: [{ id: 'table-3/jupiter-02', place: { in: 'table', table: 3 } }] });
    expect(answer.sources.length).toBeGreaterThan(0);
  });

  it('gives a source that reasons cite, with every entry that reports it', async () => {
    const answer = evidenceAnswer.parse((await get('/api/evidence/yao-2023')).json());
    expect(answer).toMatchObject({ sources: [{ id: 'yao-2023', verified: true }] });
    expect(answer.entries.map(({ id }) => id)).toEqual(['table-2/yao-2023', 'radiotherapy/yao-2023']);
  });

  it.each(['yao-2024', 'table-3/nothing', 'table-3%2Fnothing', '__proto__'])('answers 404 for %s', async (id) => {
    const response = await get(`/api/evidence/${id}`);
    expect([response.statusCode, problemDocument.parse(response.json()).code]).toEqual([404, 'knowledge.unknown-evidence']);
  });
});

describe('the published systems', () => {
  it('are the 13 rule sets, each with its rule in words and an entry in the register', async () => {
    const { systems } = m1SystemsAnswer.parse((await get('/api/m1-systems')).json());
    expect(systems.map(({ id }) => id)).toEqual(M1_SYSTEMS);
    for (const { id, rules, classes, entries, survival, locoregionalRadiotherapy } of systems) {
      expect(rules.length).toBeGreaterThan(1);
      for (const { rule, when, gives } of rules) {
        expect([rule.startsWith(`${id}/`), when.length > 0]).toEqual([true, true]);
        expect(classes).toEqual(expect.arrayContaining(gives));
      }
      for (const one of [...survival, ...locoregionalRadiotherapy]) expect(classes).toContain(one.class);
      for (const entry of entries) expect((await get(`/api/evidence/${entry}`)).statusCode).toBe(200);
    }
  });

  it('say what is verified, and what is not', async () => {
    const { systems } = m1SystemsAnswer.parse((await get('/api/m1-systems')).json());
    expect(systems.find(({ id }) => id === 'YAO23')).toMatchObject({
      cohort: { timing: expect.any(String), patients: { verified: true } },
      ebvDnaCutOff: 62_000,
      survival: expect.arrayContaining([{ class: 'low', figures: { text: '3-year OS 80.4% (P<0.05)', status: 'S', verified: true } }]),
      locoregionalRadiotherapy: expect.arrayContaining([
        { class: 'high', claim: 'no-benefit', figures: { text: 'P=0.6', status: 'V', verified: true } },
      ]),
    });
    expect(systems.find(({ id }) => id === 'ZOU17')?.caveats).toContainEqual(expect.objectContaining({ status: '?', verified: false }));
  });
});
