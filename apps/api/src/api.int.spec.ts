import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createEventStore, type EventStore } from '@tumor-board/event-store';
import { knowledgeRelease, sitePolicy } from '@tumor-board/knowledge';
import { createLogger, createMetrics } from '@tumor-board/observability';
import { caseReadModels, type RunningProjections, startProjections } from '@tumor-board/read-side';
import { createTestDatabase, type SignedInPerson, signedIn, type TestDatabase } from '@tumor-board/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiOptions, createApi } from './api.js';
import { assessmentAnswer, caseAnswer, caseListAnswer, recordedAnswer } from './cases/case-answers.js';
import { problemDocument } from './http/problem-document.js';
import { queueAnswer } from './queue/queue-answer.js';

let database: TestDatabase;
let eventStore: EventStore;
let projections: RunningProjections;
let options: ApiOptions;
let app: NestFastifyApplication;
let person: SignedInPerson;
const logged: string[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  person = await signedIn(database.pool);
  eventStore = createEventStore({ pool: database.pool });
  const knowledge = { release: knowledgeRelease(), policy: sitePolicy() };
  projections = startProjections({ pool: database.pool, readModels: caseReadModels({ eventStore, knowledge }) });
  options = {
    pool: database.pool,
    eventStore,
    knowledge,
    settings: { HOST: '127.0.0.1', PORT: 0, SITE: 'default', PROJECTION_WAIT_MS: 10_000 },
    logger: createLogger({ service: 'api', level: 'info', to: { write: (line: string) => logged.push(line) } }),
    metrics: createMetrics(),
  };
  app = await createApi(options);
});
afterAll(async () => {
  await app.close();
  await projections.stop();
  await eventStore.close();
  await database.drop();
});

type Method = 'GET' | 'POST' | 'DELETE';
const call = (method: Method, url: string, body?: unknown, headers: Record<string, string> = {}) =>
  app.inject({
    method,
    url,
    headers: {
      host: 'localhost:3000',
      ...person.headers,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
  });

const head = () => ({ format: 'tumor-board-case/1', reference: `API-${randomUUID()}`, patient: { ageYears: 50, sex: 'female' } });
const ecog = (value: number, on = '2025-01-06') => ({ type: 'PerformanceStatusRecorded', on, ecog: value });
const opened = async (facts: unknown[] = []) => {
  const response = await call('POST', '/api/cases', { ...head(), facts });
  expect(response.statusCode).toBe(201);
  return recordedAnswer.parse(response.json());
};
const recordedFacts = async (id: string): Promise<unknown[]> => {
  const response = await call('GET', `/api/cases/${id}/record`);
  return response.json<{ facts: unknown[] }>().facts;
};

describe('opening a case', () => {
  it('answers 201 with where the case is, its version and its assessment', async () => {
    const file = head();
    const response = await call('POST', '/api/cases', file);
    expect(response.statusCode).toBe(201);
    const answer = recordedAnswer.parse(response.json());
    expect(response.headers).toMatchObject({
      location: `/api/cases/${answer.id}`,
      etag: `"${answer.version}"`,
      'cache-control': 'no-store',
    });
    expect(answer.assessment).toMatchObject({ reference: file.reference, nextStep: { code: 'complete-baseline' } });
  });

  it('takes a whole case file', async () => {
    const { id, assessment } = await opened([ecog(1), ecog(2, '2025-02-01')]);
    expect(assessment.asOf).toBe('2025-02-01');
    expect(await recordedFacts(id)).toHaveLength(2);
  });

  it('names a text that nothing can keep, wherever it stands in a request', async () => {
    const nul = 'a\0b';
    const requests = [
      await call('POST', '/api/cases', { ...head(), title: nul }),
      await call('POST', '/api/cases', { ...head(), facts: [{ ...ecog(1), note: nul }] }),
      await call('POST', '/api/cases/search', { search: nul }),
      await call('GET', `/api/queue?search=${encodeURIComponent(nul)}`),
      await call('GET', `/api/cases?reference=${encodeURIComponent(nul)}`),
      await call('POST', '/api/session', { login: nul, password: 'x' }),
    ];
    const answers = requests.map((response) => {
      const { code, faults } = problemDocument.parse(response.json());
      return [response.statusCode, code, faults.map(({ path }) => path)];
    });
    expect(answers).toEqual(
      ['title', 'facts[0].note', 'search', 'search', 'reference', 'login'].map((path) => [400, 'request.invalid', [path]]),
    );
  });

  it('refuses a second case with the same reference, but repeats the answer to the same key', async () => {
    const file = head();
    const key = { 'idempotency-key': 'open-1' };
    const first = await call('POST', '/api/cases', file, key);
    const again = await call('POST', '/api/cases', file, key);
    expect([again.statusCode, again.json(), again.headers['idempotent-replay']]).toEqual([201, first.json(), 'true']);
    const other = await call('POST', '/api/cases', file);
    expect([other.statusCode, other.json<{ code: string }>().code]).toEqual([409, 'case.already-open']);
  });

  it('names every fault by its path and records nothing', async () => {
    const file = { ...head(), facts: [ecog(1), { ...ecog(7), on: '2025-02-30' }, { type: 'Guessed', on: '2025-01-01' }] };
    const response = await call('POST', '/api/cases', file);
    expect(response.statusCode).toBe(400);
    expect(response.headers['content-type']).toContain('application/problem+json');
    const found = problemDocument.parse(response.json());
    expect(found.faults.map((fault) => fault.path)).toEqual(expect.arrayContaining(['facts[1].on', 'facts[1].ecog']));
    expect(found.faults.some((fault) => fault.path.startsWith('facts[2]'))).toBe(true);
    const list = await call('GET', `/api/cases?reference=${file.reference}`);
    expect(caseListAnswer.parse(list.json()).cases).toEqual([]);
  });
});

describe('recording facts', () => {
  it('takes one fact or several, and answers with the version, the position and the assessment', async () => {
    const { id, version } = await opened();
    const one = recordedAnswer.parse((await call('POST', `/api/cases/${id}/facts`, ecog(0))).json());
    expect(one.version).toBeGreaterThan(version);
    const two = recordedAnswer.parse((await call('POST', `/api/cases/${id}/facts`, [ecog(1, '2025-02-01'), ecog(2, '2025-03-01')])).json());
    expect(two.assessment.asOf).toBe('2025-03-01');
    expect(await recordedFacts(id)).toHaveLength(3);
  });

  it('answers a repeated key as the first time, and records once', async () => {
    const { id } = await opened();
    const key = { 'idempotency-key': 'lab-4711' };
    const first = await call('POST', `/api/cases/${id}/facts`, ecog(1), key);
    await call('POST', `/api/cases/${id}/facts`, ecog(2, '2025-02-01'));
    const again = await call('POST', `/api/cases/${id}/facts`, ecog(1), key);
    expect(first.headers['idempotent-replay']).toBeUndefined();
    expect([again.statusCode, again.json(), again.headers['idempotent-replay']]).toEqual([200, first.json(), 'true']);
    expect(await recordedFacts(id)).toHaveLength(2);
  });

  it('refuses a key that comes back with other facts', async () => {
    const { id } = await opened();
    const key = { 'idempotency-key': 'k' };
    await call('POST', `/api/cases/${id}/facts`, ecog(1), key);
    const other = await call('POST', `/api/cases/${id}/facts`, ecog(3), key);
    expect([other.statusCode, other.json<{ code: string }>().code]).toEqual([422, 'idempotency.key-reused']);
    expect(await recordedFacts(id)).toHaveLength(1);
  });

  it('refuses the key of an opened case that comes back with another patient', async () => {
    const file = head();
    const key = { 'idempotency-key': 'open-2' };
    await call('POST', '/api/cases', file, key);
    const other = await call('POST', '/api/cases', { ...file, patient: { ageYears: 51, sex: 'female' } }, key);
    expect([other.statusCode, other.json<{ code: string }>().code]).toEqual([422, 'idempotency.key-reused']);
  });

  it('lets the same key be used in two cases', async () => {
    const [one, two] = [await opened(), await opened()];
    for (const { id } of [one, two]) {
      const response = await call('POST', `/api/cases/${id}/facts`, ecog(1), { 'idempotency-key': 'shared' });
      expect(response.headers['idempotent-replay']).toBeUndefined();
    }
  });

  it.each(['"%"', '%', ' "%" '])('records when the case is at the version of If-Match, written as %s', async (form) => {
    const { id, version } = await opened();
    const response = await call('POST', `/api/cases/${id}/facts`, ecog(1), { 'if-match': form.replace('%', String(version)) });
    expect(response.statusCode).toBe(200);
  });

  it('answers 409 with both versions when the case has moved on, and records nothing', async () => {
    const { id, version } = await opened();
    const { version: actual } = recordedAnswer.parse((await call('POST', `/api/cases/${id}/facts`, ecog(0))).json());
    const response = await call('POST', `/api/cases/${id}/facts`, ecog(1), { 'if-match': `"${version}"` });
    expect(response.statusCode).toBe(409);
    expect(response.json()).toMatchObject({ code: 'case.version-conflict', data: { expected: version, actual } });
    expect(await recordedFacts(id)).toHaveLength(1);
  });

  it.each([
    ['a header that is no version', ecog(1), { 'if-match': 'latest' }, 'if-match'],
    ['an unknown field', { ...ecog(1), mood: 'good' }, {}, 'mood'],
    ['a fault in one of several', [ecog(1), { ...ecog(2), ecog: 9 }], {}, '[1].ecog'],
    ['no facts', [], {}, '(whole)'],
  ])('refuses %s, naming where', async (_what, body, headers, path) => {
    const { id } = await opened();
    const response = await call('POST', `/api/cases/${id}/facts`, body, headers);
    expect(response.statusCode).toBe(400);
    expect(problemDocument.parse(response.json()).faults.map((fault) => fault.path)).toContain(path);
    expect(await recordedFacts(id)).toEqual([]);
  });

  it('refuses a correction of a fact that is not there', async () => {
    const { id } = await opened();
    const retraction = { type: 'FactRetracted', on: '2025-01-07', retracts: '#9', reason: 'wrong patient' };
    const response = await call('POST', `/api/cases/${id}/facts`, retraction);
    expect([response.statusCode, response.json<{ code: string }>().code]).toEqual([400, 'fact.invalid']);
  });

  it('answers 404 for a case that is not there, and 400 for what cannot be the id of one', async () => {
    const nowhere = await call('POST', `/api/cases/${randomUUID()}/facts`, ecog(1));
    expect([nowhere.statusCode, nowhere.json<{ code: string }>().code]).toEqual([404, 'case.unknown']);
    expect((await call('POST', '/api/cases/7/facts', ecog(1))).statusCode).toBe(400);
  });
});

describe('importing a case file', () => {
  it('changes nothing when it is repeated, and adds what follows', async () => {
    const file = { ...head(), facts: [ecog(1)] };
    const first = await call('POST', '/api/case-files', file);
    const again = await call('POST', '/api/case-files', file);
    expect([first.headers['content-unchanged'], again.headers['content-unchanged']]).toEqual([undefined, 'true']);
    expect(again.json<{ version: number }>().version).toBe(first.json<{ version: number }>().version);
    const longer = await call('POST', '/api/case-files', { ...file, facts: [ecog(1), ecog(2, '2025-02-01')] });
    expect(await recordedFacts(recordedAnswer.parse(longer.json()).id)).toHaveLength(2);
  });

  it('refuses a file that tells another story of the same reference', async () => {
    const file = { ...head(), facts: [ecog(1)] };
    await call('POST', '/api/case-files', file);
    const response = await call('POST', '/api/case-files', { ...file, facts: [ecog(3)] });
    expect([response.statusCode, response.json<{ code: string }>().code]).toEqual([409, 'case.reference-taken']);
  });
});

describe('asking', () => {
  it('reads its own write when it asks for its position', async () => {
    const { id, position, version } = await opened([ecog(1)]);
    const response = await call('GET', `/api/cases/${id}?atLeast=${position}`);
    expect(response.headers['etag']).toBe(`"${version}"`);
    expect(caseAnswer.parse(response.json())).toMatchObject({ id, version, site: 'default', assessment: { asOf: '2025-01-06' } });
  });

  it('gives the assessment valid on one day as known on another', async () => {
    const late = { ...ecog(3, '2025-01-10'), knownOn: '2025-02-01' };
    const { id, position } = await opened([ecog(1), late]);
    const now = assessmentAnswer.parse((await call('GET', `/api/cases/${id}/assessment?atLeast=${position}`)).json());
    const before = assessmentAnswer.parse((await call('GET', `/api/cases/${id}/assessment?validOn=2025-01-20&knownOn=2025-01-20`)).json());
    expect(now).toMatchObject({ current: true, validOn: null });
    expect(before).toMatchObject({ current: false, validOn: '2025-01-20', knownOn: '2025-01-20', assessment: { asOf: '2025-01-20' } });
  });

  it('pages through the list and through a history', async () => {
    const positions = await Promise.all([opened([ecog(0)]), opened([ecog(1)]), opened([ecog(2)])]);
    for (const { position } of positions) await call('GET', `/api/cases?atLeast=${position}`);
    const first = caseListAnswer.parse((await call('GET', '/api/cases?limit=2&order=reference')).json());
    const second = caseListAnswer.parse((await call('GET', `/api/cases?limit=2&order=reference&after=${first.next}`)).json());
    expect([...first.cases, ...second.cases].map((one) => one.reference)).toEqual(
      [...first.cases, ...second.cases].map((one) => one.reference).toSorted(),
    );
    const [{ id, position }] = positions;
    const history = await call('GET', `/api/cases/${id}/history?limit=2&atLeast=${position}`);
    expect(history.json()).toMatchObject({ caseId: id, next: 2, events: [{ version: 1, type: 'CaseOpened' }, { version: 2 }] });
  });

  it('finds cases by words in a body, and takes no words of a title in an address', async () => {
    const file = head();
    const { id, position } = recordedAnswer.parse((await call('POST', '/api/cases', { ...file, title: 'Lung and liver' })).json());
    const found = await call('POST', '/api/cases/search', { search: ` ${file.reference.toLowerCase()} `, atLeast: position, limit: 5 });
    expect([found.statusCode, caseListAnswer.parse(found.json()).cases.map((one) => one.id)]).toEqual([200, [id]]);
    const none = await call('POST', '/api/cases/search', { search: `${file.reference} nobody` });
    expect(caseListAnswer.parse(none.json())).toEqual({ cases: [], next: null });
    const empty = await call('POST', '/api/cases/search', { search: ' ' });
    expect([empty.statusCode, problemDocument.parse(empty.json()).faults[0]?.path]).toEqual([400, 'search']);
    expect(caseListAnswer.parse((await call('GET', '/api/cases?reference=Lung')).json()).cases).toEqual([]);
    expect((await call('GET', '/api/queue?search=Lung')).json()).toMatchObject({ cases: [] });
  });

  it.each([
    ['/api/cases?limit=0', 'limit'],
    ['/api/cases?search=Lung', 'search'],
    ['/api/cases?limit=many', 'limit'],
    ['/api/cases?colour=red', 'colour'],
    ['/api/cases?after=nonsense', 'after'],
    ['/api/cases/{id}/assessment?validOn=2025-02-30', 'validOn'],
  ])('refuses %s, naming the parameter', async (address, path) => {
    const { id } = await opened();
    const response = await call('GET', address.replace('{id}', id));
    expect(response.statusCode).toBe(400);
    expect(problemDocument.parse(response.json()).faults.map((fault) => fault.path)).toContain(path);
  });

  it.each([
    ['position.invalid', 400, '/api/cases?atLeast=nonsense'],
    ['knowledge.unknown-release', 400, '/api/cases/{id}/assessment?release=npc-1999.01'],
    ['horizon.invalid', 400, '/api/cases/{id}/assessment?recordedBefore=yesterday'],
    ['case.unknown', 404, `/api/cases/${randomUUID()}/record`],
    ['request.not-found', 404, '/api/patients'],
  ])('answers %s with %i', async (code, status, address) => {
    const { id } = await opened();
    const response = await call('GET', address.replace('{id}', id));
    expect([response.statusCode, problemDocument.parse(response.json()).code]).toEqual([status, code]);
  });
});

describe('what is not a request of ours', () => {
  it.each([
    ['malformed JSON', 400, 'request.malformed', '{"format":', 'application/json'],
    ['a form', 415, 'request.unacceptable', 'a=b', 'text/csv'],
    ['a body that is too large', 413, 'request.too-large', JSON.stringify({ title: 'x'.repeat(2_100_000) }), 'application/json'],
  ])('answers %s with %i', async (_what, status, code, body, type) => {
    const response = await call('POST', '/api/cases', body, { 'content-type': type });
    expect([response.statusCode, problemDocument.parse(response.json()).code]).toEqual([status, code]);
  });

  it('answers a method that an address does not have with 404', async () => {
    const { id } = await opened();
    const response = await call('DELETE', `/api/cases/${id}`);
    expect([response.statusCode, problemDocument.parse(response.json()).detail]).toEqual([404, `There is no DELETE /api/cases/${id}.`]);
  });

  it('refuses a request under a name that is not this machine, but lets monitors ask for health', async () => {
    const names = ['tumor_board_session', 'tumor_board_session_3000'];
    const cookie = { host: 'evil.example', authorization: '', cookie: names.map((name) => `${name}=${person.token}`).join('; ') };
    const rebound = await call('GET', '/api/cases', undefined, cookie);
    expect([rebound.statusCode, rebound.json<{ code: string }>().code]).toEqual([403, 'access.denied']);
    expect((await call('GET', '/api/cases', undefined, { ...cookie, host: 'localhost:3000' })).statusCode).toBe(200);
    expect((await call('GET', '/health/ready', undefined, { host: 'api:3000' })).statusCode).toBe(200);
  });

  it('shows metrics to a program on this machine, and to nobody who comes through a proxy on it', async () => {
    const asked = async (headers: Record<string, string>) =>
      (await app.inject({ method: 'GET', url: '/metrics', headers: { host: 'localhost:3000', ...headers } })).statusCode;
    const behind = await createApi({ ...options, settings: { ...options.settings, PUBLIC_URL: 'https://board.example' } });
    const through = await behind.inject({ method: 'GET', url: '/metrics', headers: { host: 'board.example' } });
    await behind.close();
    expect([await asked({}), await asked({ host: '[::1]:3000' }), through.statusCode]).toEqual([200, 200, 401]);
    expect(await asked({ 'x-forwarded-for': '198.51.100.7' })).toBe(401);
    expect(await asked({ via: '1.1 proxy' })).toBe(401);
    expect(await asked({ authorization: `Bearer ${person.token}`, via: '1.1 proxy' })).toBe(200);
  });

  it('ends a connection whose request does not come in', () => {
    expect(app.getHttpServer().requestTimeout).toBe(120_000);
  });

  it('refuses to record for a page of another site', async () => {
    const response = await call('POST', '/api/cases', head(), { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' });
    expect([response.statusCode, response.json<{ code: string }>().code]).toEqual([403, 'access.denied']);
  });
});

describe('every answer', () => {
  it('carries the correlation id of the request, or one made for it, in the log and the problem too', async () => {
    const response = await call('GET', '/api/patients', undefined, { 'x-correlation-id': 'trace-42' });
    expect(response.headers['x-correlation-id']).toBe('trace-42');
    expect(problemDocument.parse(response.json()).correlationId).toBe('trace-42');
    await expect.poll(() => logged.some((line) => line.includes('"correlationId":"trace-42"'))).toBe(true);
    expect((await call('GET', '/health/live')).headers['x-correlation-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('records the correlation id of the request that caused an event', async () => {
    const response = await call('POST', '/api/cases', head(), { 'x-correlation-id': 'trace-43' });
    const [event] = await eventStore.read(`case-${recordedAnswer.parse(response.json()).id}`);
    expect(event?.metadata).toMatchObject({ correlationId: 'trace-43', site: 'default', actor: `account:${person.accountId}` });
  });

  it('has security headers', async () => {
    const { headers } = await call('GET', '/');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("default-src 'self'"),
    });
  });

  it('leaves no patient text in the log', async () => {
    await call('POST', '/api/cases', { ...head(), title: 'Jane Doe of Elm Street' });
    await call('POST', '/api/cases', { ...head(), title: 'Jane Doe of Elm Street', facts: [{ type: 'Jane Doe' }] });
    expect(logged.join('')).not.toContain('Jane Doe');
  });
});

describe('operations', () => {
  it('tells whether the read models are followed', async () => {
    await expect
      .poll(async () => (await call('GET', '/health/ready')).json<unknown>())
      .toEqual({ status: 'ready', readModels: 'followed' });
  });

  it('measures answers by route pattern', async () => {
    const { id } = await opened();
    await call('GET', `/api/cases/${id}/record`);
    await expect
      .poll(async () => (await call('GET', '/metrics')).body)
      .toContain('tumor_board_http_request_duration_seconds_count{method="GET",route="/api/cases/:id/record",status="200"}');
    expect((await call('GET', '/metrics')).body).not.toContain(id);
    expect((await call('GET', '/metrics')).body).toMatch(/tumor_board_decide_duration_seconds_count [1-9]/);
  });

  it('says what it is at the root', async () => {
    const response = await call('GET', '/');
    expect(response.headers['content-type']).toContain('text/html');
    expect(response.body).toContain('<title>Tumor board</title>');
  });
});

describe('the queue', () => {
  const staging = { type: 'StagingRecorded', on: '2025-01-06', edition: 'TNM-8', t: 'T3', n: 'N2', m: 'M1' };
  const started = { type: 'SystemicTherapyStarted', on: '2025-01-13', line: 1, regimen: 'GP', agents: ['gemcitabine', 'cisplatin'] };
  const target = { lesion: 'NP', organ: 'nasopharynx', kind: 'non-nodal', state: 'measured' };
  const measured = {
    type: 'BaselineLesionsMeasured',
    on: '2025-01-07',
    modality: 'mri',
    nonTarget: 'none',
    targets: [{ ...target, mm: 40 }],
  };
  const progressed = {
    type: 'ResponseAssessed',
    on: '2025-03-10',
    modality: 'mri',
    nonTarget: 'none',
    newLesions: [],
    targets: [{ ...target, mm: 60 }],
  };

  it('lists the cases that wait for the board by urgency, each once, over pages', async () => {
    const waiting = await opened([staging]);
    const treated = await opened([staging, measured, started]);
    const progressive = await opened([staging, measured, started, progressed]);
    for (const { position } of [waiting, treated]) await call('GET', `/api/queue?limit=1&atLeast=${position}`);
    const seen: { id: string; reason: string }[] = [];
    let after: string | null = null;
    do {
      const more: string = after === null ? '' : `&after=${after}`;
      const page = queueAnswer.parse((await call('GET', `/api/queue?limit=2&atLeast=${progressive.position}${more}`)).json());
      seen.push(...page.cases);
      after = page.next;
    } while (after !== null);
    const ids = seen.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.indexOf(progressive.id)).toBeLessThan(ids.indexOf(waiting.id));
    expect(ids).not.toContain(treated.id);
    expect(seen.find(({ id }) => id === progressive.id)?.reason).toBe('progression');
  });

  it('refuses a reason that is none, naming it', async () => {
    const response = await call('GET', '/api/queue?reason=boredom');
    expect(response.statusCode).toBe(400);
    expect(problemDocument.parse(response.json()).faults[0]?.path).toBe('reason');
  });
});
