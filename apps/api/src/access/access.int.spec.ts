import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { OperatorToken, ROLES, type Role, readLogView } from '@tumor-board/access';
import { createEventStore, type EventStore } from '@tumor-board/event-store';
import { knowledgeRelease, sitePolicy } from '@tumor-board/knowledge';
import { createLogger, createMetrics } from '@tumor-board/observability';
import { caseReadModels, type RunningProjections, startProjections } from '@tumor-board/read-side';
import { CHEAP_PASSWORDS, createTestDatabase, type SignedInPerson, signedIn, type TestDatabase } from '@tumor-board/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiOptions, createApi } from '../api.js';
import { CONTROLLERS } from '../api.module.js';
import { recordedAnswer } from '../cases/case-answers.js';
import { ACCESS_TABLE, expectedRefusal } from '../http/access-table.fixture.js';
import { problemDocument } from '../http/problem-document.js';
import { routesOfAll } from '../openapi/routes.js';
import { endedAnswer, newAccountAnswer, ownSessionsAnswer, sessionAnswer, sessionListAnswer, tokenAnswer } from './access-answers.js';

let database: TestDatabase;
let eventStore: EventStore;
let projections: RunningProjections;
let app: NestFastifyApplication;
let administrator: SignedInPerson;
const logged: string[] = [];
const operatorToken = new OperatorToken();
const apps: NestFastifyApplication[] = [];

const started = async (settings: Partial<ApiOptions['settings']> = {}): Promise<NestFastifyApplication> => {
  const one = await createApi({
    pool: database.pool,
    eventStore,
    knowledge: { release: knowledgeRelease(), policy: sitePolicy() },
    settings: { HOST: '127.0.0.1', PORT: 0, SITE: 'default', PROJECTION_WAIT_MS: 10_000, ...settings },
    access: { passwordCost: CHEAP_PASSWORDS, sessionCacheMs: 0, operatorToken },
    logger: createLogger({ service: 'api', level: 'trace', to: { write: (line: string) => logged.push(line) } }),
    metrics: createMetrics(),
  });
  apps.push(one);
  return one;
};

beforeAll(async () => {
  database = await createTestDatabase();
  eventStore = createEventStore({ pool: database.pool });
  const knowledge = { release: knowledgeRelease(), policy: sitePolicy() };
  projections = startProjections({ pool: database.pool, readModels: caseReadModels({ eventStore, knowledge }) });
  app = await started();
  administrator = await signedIn(database.pool, { roles: ['administrator'], login: 'administrator' });
});
afterAll(async () => {
  for (const one of apps) await one.close();
  await projections.stop();
  await eventStore.close();
  await database.drop();
});

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
const call = (method: Method, url: string, headers: Readonly<Record<string, string>> = {}, body?: unknown, to = app) =>
  to.inject({
    method,
    url,
    headers: { host: 'localhost:3000', ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
  });
const codeOf = (response: { json(): unknown; statusCode: number }): [number, string] => [
  response.statusCode,
  problemDocument.parse(response.json()).code,
];
const signIn = (person: { login: string; password: string }, headers = {}, to = app) =>
  call('POST', '/api/session', headers, { login: person.login, password: person.password }, to);
const cookieOf = (response: { headers: Record<string, unknown> }): Record<string, string> => ({
  cookie: String(response.headers['set-cookie']).split(';')[0] ?? '',
});
const head = () => ({ format: 'tumor-board-case/1', reference: `A-${randomUUID()}`, patient: { ageYears: 50, sex: 'female' } });

describe('every route', () => {
  const routes = routesOfAll(CONTROLLERS).map(({ method, path, operation }) => ({
    name: `${method} ${path}`,
    method: method.toUpperCase() as Method,
    url: path.replace('{id}', randomUUID()).replaceAll(/\{\w+\}/g, () => randomUUID()),
    endless: operation?.answers[200]?.mediaType === 'text/event-stream',
  }));

  it('answers those who have not signed in with 401, and says how, unless it is for anyone', async () => {
    for (const { name, method, url } of routes) {
      const open = ACCESS_TABLE[name] === 'anyone' || ACCESS_TABLE[name] === 'monitor';
      const response = await call(method, url);
      expect(response.statusCode === 401, name).toBe(!open);
      expect(response.headers['www-authenticate'], name).toBe(open ? undefined : 'Bearer');
    }
  });

  it.each([undefined, ...ROLES])('lets a %s do what the table says', async (role: Role | undefined) => {
    const signInAs = () => signedIn(database.pool, { roles: role === undefined ? [] : [role] });
    let { headers } = await signInAs();
    for (const { name, method, url, endless } of routes) {
      const refused = expectedRefusal(ACCESS_TABLE[name] ?? [], role);
      if (refused === undefined && (endless || name === 'post /api/session')) continue;
      const response = await call(method, url, headers);
      // Some routes end sessions.
      if (name.includes('session')) ({ headers } = await signInAs());
      const code = response.statusCode === 403 ? codeOf(response)[1] : undefined;
      expect(code, `${role} ${name}`).toBe(refused);
      expect(response.statusCode, `${role} ${name}`).not.toBe(401);
    }
  });
});

describe('signing in', () => {
  it('sets a cookie that scripts cannot read and other sites cannot send, and that signs in', async () => {
    const person = await signedIn(database.pool, { roles: ['clinician'], disciplines: ['pathology'] });
    const response = await signIn(person);
    expect(response.statusCode).toBe(201);
    expect(sessionAnswer.parse(response.json())).toMatchObject({
      account: person.accountId,
      roles: ['clinician'],
      disciplines: ['pathology'],
    });
    expect(response.headers['set-cookie']).toMatch(
      /^tumor_board_session_3000=[\w-]{43}; Path=\/; Max-Age=43(?:1\d\d|200); HttpOnly; SameSite=Strict$/,
    );
    const whoAmI = await call('GET', '/api/session', cookieOf(response));
    expect(whoAmI.json()).toEqual(response.json());
  });

  it('keeps the cookies of two services on one machine apart', async () => {
    const person = await signedIn(database.pool);
    const [one, other] = [{ host: 'localhost:3000' }, { host: 'localhost:3001' }];
    const { cookie = '' } = cookieOf(await signIn(person, one));
    expect((await call('GET', '/api/session', { ...one, cookie: `tumor_board_session_3001=of-the-other; ${cookie}` })).statusCode).toBe(
      200,
    );
    expect((await call('GET', '/api/session', { ...other, cookie })).statusCode).toBe(401);
  });

  it('keeps the cookie to TLS where people come by https', async () => {
    const person = await signedIn(database.pool);
    const behind = await started({ PUBLIC_URL: 'https://board.example', TRUST_PROXY: 1 });
    const host = 'board.example';
    const begun = await signIn(person, { host }, behind);
    expect(begun.headers['set-cookie']).toMatch(/^tumor_board_session=.*; Secure$/);
    const forwarded = await started({ TRUST_PROXY: 1 });
    expect((await signIn(person, { 'x-forwarded-proto': 'https' }, forwarded)).headers['set-cookie']).toContain('; Secure');
    expect((await signIn(person, { 'x-forwarded-proto': 'https' })).headers['set-cookie']).not.toContain('Secure');
    const session = await call('GET', '/api/session', { ...cookieOf(begun), host }, undefined, behind);
    expect(session.statusCode).toBe(200);
  });

  it('answers a wrong password and an unknown login with the same words', async () => {
    const person = await signedIn(database.pool);
    const [wrong, unknown] = [await signIn({ ...person, password: 'wrong' }), await signIn({ ...person, login: 'nobody' })];
    expect(codeOf(wrong)).toEqual([401, 'access.credentials-refused']);
    const words = ({ correlationId: _id, ...rest }: Record<string, unknown>) => rest;
    expect(words(unknown.json())).toEqual(words(wrong.json()));
    expect(wrong.headers['set-cookie']).toBeUndefined();
  });

  it('makes who fails too often wait, and says for how long', async () => {
    const person = await signedIn(database.pool);
    const from = (address: string) => ({ 'x-forwarded-for': address });
    const behind = await started({ TRUST_PROXY: 1 });
    for (let turn = 0; turn < 5; turn += 1) await signIn({ ...person, password: 'wrong' }, from('198.51.100.7'), behind);
    const throttled = await signIn(person, from('198.51.100.7'), behind);
    expect(codeOf(throttled)).toEqual([429, 'access.throttled']);
    expect(Number(throttled.headers['retry-after'])).toBeGreaterThan(0);
    expect((await signIn(person, from('198.51.100.8'), behind)).statusCode).toBe(201);
  });

  it('is not for a page of another site, and neither is anything else that changes', async () => {
    const person = await signedIn(database.pool);
    const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    expect(codeOf(await signIn(person, foreign))).toEqual([403, 'access.denied']);
    const cookie = cookieOf(await signIn(person));
    expect(codeOf(await call('DELETE', '/api/session', { ...cookie, ...foreign }))).toEqual([403, 'access.denied']);
    expect((await call('GET', '/api/session', cookie)).statusCode).toBe(200);
  });

  it('leaves no password and no token in the log', async () => {
    const person = await signedIn(database.pool);
    await signIn({ ...person, password: 'a wrong secret' });
    const cookie = cookieOf(await signIn(person));
    await call('GET', '/api/cases', cookie);
    await call('POST', '/api/session', {}, { login: person.login, password: person.password, more: true });
    await call('GET', '/api/session', { authorization: `Bearer ${person.token}` });
    await expect.poll(() => logged.some((line) => line.includes('"/api/session"'))).toBe(true);
    const token = cookie['cookie']?.split('=')[1] ?? '';
    for (const secret of [person.password, 'a wrong secret', token, person.token]) expect(logged.join('')).not.toContain(secret);
  });
});

describe('a session', () => {
  it('ends when its person signs out', async () => {
    const cookie = cookieOf(await signIn(await signedIn(database.pool)));
    const out = await call('DELETE', '/api/session', cookie);
    expect([out.statusCode, out.headers['set-cookie']]).toEqual([
      204,
      expect.stringContaining('tumor_board_session_3000=; Path=/; Max-Age=0;'),
    ]);
    expect(codeOf(await call('GET', '/api/session', cookie))).toEqual([401, 'access.signed-out']);
  });

  it('ends when an administrator disables the account', async () => {
    const person = await signedIn(database.pool, { roles: ['chair'] });
    const changed = await call('PATCH', `/api/accounts/${person.accountId}`, administrator.headers, { enabled: false });
    expect(changed.json()).toMatchObject({ id: person.accountId, enabled: false });
    expect(codeOf(await call('GET', '/api/cases', person.headers))).toEqual([401, 'access.signed-out']);
    expect(codeOf(await signIn(person))).toEqual([401, 'access.credentials-refused']);
  });

  it('with a one-time password is good for choosing another, and then for the rest', async () => {
    const wanted = { login: `one-time-${randomUUID().slice(0, 8)}`, name: 'Dr One', roles: [{ role: 'auditor' }] };
    const made = newAccountAnswer.parse((await call('POST', '/api/accounts', administrator.headers, wanted)).json());
    const begun = await signIn({ login: wanted.login, password: made.oneTimePassword });
    const cookie = cookieOf(begun);
    expect(sessionAnswer.parse(begun.json()).mustChangePassword).toBe(true);
    expect(codeOf(await call('GET', '/api/cases', cookie))).toEqual([403, 'access.password-expired']);
    expect((await call('GET', '/metrics', cookie)).statusCode).toBe(200);
    const change = (current: string, password: string) => call('POST', '/api/session/password', cookie, { current, password });
    expect(codeOf(await change('guessed', 'a password of my own'))).toEqual([403, 'access.reauthentication-refused']);
    expect(codeOf(await change(made.oneTimePassword, 'short'))).toEqual([400, 'access.password-weak']);
    const chosen = await change(made.oneTimePassword, 'a password of my own');
    expect(sessionAnswer.parse(chosen.json()).mustChangePassword).toBe(false);
    expect((await call('GET', '/api/cases', cookieOf(chosen))).statusCode).toBe(200);
    expect((await call('GET', '/api/cases', cookie)).statusCode).toBe(401);
  });

  it('is told of with where it was begun, and is ended from another one by its person, alone or with all others', async () => {
    const person = await signedIn(database.pool, { roles: ['clinician'] });
    const browser = async (agent: string) => cookieOf(await signIn(person, { 'user-agent': agent }));
    const [here, there, elsewhere] = [await browser('Here/1.0'), await browser('There/2.0'), await browser('Elsewhere/3.0')];
    const own = async () => ownSessionsAnswer.parse((await call('GET', '/api/session/sessions', here)).json()).sessions;
    const told = await own();
    expect(told.slice(0, 3)).toMatchObject([
      { kind: 'browser', agent: 'Elsewhere/3.0', address: '127.0.0.1', isThis: false },
      { agent: 'There/2.0', isThis: false },
      { agent: 'Here/1.0', isThis: true },
    ]);
    const ofOther = await signedIn(database.pool, { roles: ['clinician'] });
    const end = (id = '', headers = here) => call('DELETE', `/api/session/sessions/${id}`, headers);
    expect(codeOf(await end(told[1]?.id, cookieOf(await signIn(ofOther))))).toEqual([404, 'access.unknown-session']);
    expect((await call('GET', '/api/session', there)).statusCode).toBe(200);
    expect((await end(told[1]?.id)).statusCode).toBe(204);
    expect((await call('GET', '/api/session', there)).statusCode).toBe(401);
    const token = await call('POST', `/api/accounts/${person.accountId}/tokens`, administrator.headers, { label: 'laboratory', days: 1 });
    expect(token.statusCode).toBe(201);
    const ended = await call('POST', '/api/session/sessions/end-others', here);
    expect(endedAnswer.parse(ended.json()).sessions).toBeGreaterThanOrEqual(1);
    expect((await call('GET', '/api/session', elsewhere)).statusCode).toBe(401);
    expect((await own()).map(({ kind, label, isThis }) => [kind, label, isThis])).toEqual([
      ['program', 'laboratory', false],
      ['browser', null, true],
    ]);
  });

  it('belongs to its site', async () => {
    const elsewhere = await started({ SITE: 'elsewhere' });
    const { headers } = await signedIn(database.pool, { roles: ['chair'] });
    expect((await call('GET', '/api/session', headers, undefined, elsewhere)).json()).toMatchObject({ site: 'elsewhere', roles: [] });
    expect(codeOf(await call('GET', '/api/cases', headers, undefined, elsewhere))).toEqual([403, 'access.denied']);
  });
});

describe('a token for a program', () => {
  it('acts as its account until an administrator ends it, under whatever name the service is reached', async () => {
    const { accountId } = await signedIn(database.pool, { roles: ['coordinator'] });
    const wanted = { label: 'laboratory', days: 30 };
    const made = tokenAnswer.parse((await call('POST', `/api/accounts/${accountId}/tokens`, administrator.headers, wanted)).json());
    const headers = { authorization: `Bearer ${made.token}`, host: 'api.internal:3000' };
    const opened = recordedAnswer.parse((await call('POST', '/api/cases', headers, head())).json());
    const [event] = await eventStore.read(`case-${opened.id}`);
    expect(event?.metadata.actor).toBe(`account:${accountId}`);
    const listed = sessionListAnswer.parse((await call('GET', `/api/accounts/${accountId}/sessions`, administrator.headers)).json());
    expect(listed.sessions.find(({ id }) => id === made.id)).toMatchObject({ kind: 'program', label: 'laboratory' });
    expect((await call('DELETE', `/api/accounts/${accountId}/sessions/${made.id}`, administrator.headers)).statusCode).toBe(204);
    expect((await call('GET', '/api/cases', headers)).statusCode).toBe(401);
  });

  it('of the operator is known as such', async () => {
    const headers = { authorization: `Bearer ${operatorToken.token}` };
    const { id } = recordedAnswer.parse((await call('POST', '/api/cases', headers, head())).json());
    const [event] = await eventStore.read(`case-${id}`);
    expect(event?.metadata.actor).toBe('operator');
    expect(codeOf(await call('DELETE', '/api/session', headers))).toEqual([403, 'access.denied']);
  });
});

describe('metrics', () => {
  it('are for programs on this machine, and for others with a token', async () => {
    const behind = await started({ TRUST_PROXY: 1 });
    const far = { 'x-forwarded-for': '203.0.113.9' };
    expect((await call('GET', '/metrics')).statusCode).toBe(200);
    expect((await call('GET', '/metrics', far, undefined, behind)).statusCode).toBe(401);
    expect((await call('GET', '/metrics', { host: 'evil.example' })).statusCode).toBe(403);
    const { headers } = await signedIn(database.pool, { roles: [] });
    expect((await call('GET', '/metrics', { ...far, ...headers }, undefined, behind)).statusCode).toBe(200);
  });
});

describe('the read log', () => {
  const read = async (query: string) => readLogView.parse((await call('GET', `/api/read-log?${query}`, administrator.headers)).json());

  it('has who was shown a case before they are answered, with what they were then', async () => {
    const reader = await signedIn(database.pool, { roles: ['auditor'], name: 'Dr Reader' });
    const { id, position } = recordedAnswer.parse(
      (await call('POST', '/api/cases', (await signedIn(database.pool, { roles: ['chair'] })).headers, head())).json(),
    );
    for (const path of ['', '/record', '/history', '/assessment', '/explanation', '/outlook']) {
      const response = await call('GET', `/api/cases/${id}${path}?${path === '/record' ? '' : `atLeast=${position}`}`, {
        ...reader.headers,
        'x-correlation-id': `read${path}`.replace('/', '.'),
      });
      expect(response.statusCode, response.body).toBe(200);
    }
    const { entries } = await read(`account=${reader.accountId}`);
    expect(entries.map(({ operation }) => operation)).toEqual([
      'getOutlook',
      'getExplanation',
      'getAssessment',
      'getHistory',
      'getRecord',
      'getCase',
    ]);
    for (const entry of entries) {
      expect(entry).toMatchObject({ actor: `account:${reader.accountId}`, name: 'Dr Reader', roles: ['auditor'], caseIds: [id], count: 1 });
    }
    expect(entries.at(-1)?.correlationId).toBe('read');
    expect((await read(`caseId=${id}`)).entries.at(-1)?.operation).toBe('openCase');
  });

  it('has the cases of a list, and that a search found none, but not what was searched for', async () => {
    const reader = await signedIn(database.pool, { roles: ['coordinator'] });
    const { id, position } = recordedAnswer.parse((await call('POST', '/api/cases', reader.headers, head())).json());
    expect((await call('GET', `/api/cases?limit=200&atLeast=${position}`, reader.headers)).statusCode).toBe(200);
    expect((await call('POST', '/api/cases/search', reader.headers, { search: 'Jane-Doe-Of-Elm-Street' })).statusCode).toBe(200);
    const [none, some] = (await read(`account=${reader.accountId}`)).entries;
    expect([none?.operation, none?.count, some?.operation, some?.caseIds]).toEqual([
      'searchCases',
      0,
      'listCases',
      expect.arrayContaining([id]),
    ]);
    const { rows } = await database.owner.query<{ text: string }>(`select string_agg(l::text, '') as text from access.read_log l`);
    expect(rows[0]?.text).not.toContain('Jane');
  });

  it('has who read it, and does not have what was refused or not found', async () => {
    const reader = await signedIn(database.pool, { roles: ['chair'] });
    const unknown = randomUUID();
    await call('GET', `/api/cases/${unknown}/record`, reader.headers);
    await call('GET', '/api/read-log', reader.headers);
    expect((await read(`account=${reader.accountId}`)).entries).toEqual([]);
    await read(`caseId=${unknown}`);
    expect((await read(`caseId=${unknown}`)).entries).toMatchObject([
      { operation: 'listReadLog', actor: `account:${administrator.accountId}`, caseIds: [unknown] },
    ]);
  });

  it('shows nothing when it cannot be written', async () => {
    const reader = await signedIn(database.pool, { roles: ['chair'] });
    const { id } = recordedAnswer.parse((await call('POST', '/api/cases', reader.headers, head())).json());
    await database.owner.query('revoke insert on access.read_log from tumor_board_app');
    try {
      const response = await call('GET', `/api/cases/${id}/record`, reader.headers);
      expect([response.statusCode, response.body.includes('patient')]).toEqual([500, false]);
    } finally {
      await database.owner.query('grant insert on access.read_log to tumor_board_app');
    }
    expect((await call('GET', `/api/cases/${id}/record`, reader.headers)).statusCode).toBe(200);
  });
});
