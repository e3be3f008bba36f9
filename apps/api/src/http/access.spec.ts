import 'reflect-metadata';
import { ROLES, type Role, type SignedIn } from '@tumor-board/access';
import { describe, expect, it } from 'vitest';
import { CONTROLLERS } from '../api.module.js';
import { routesOfAll } from '../openapi/routes.js';
import { refusal } from './access.js';
import { ACCESS_TABLE, expectedRefusal } from './access-table.fixture.js';
import { OwnHosts } from './own-hosts.js';

const routes = routesOfAll(CONTROLLERS).map((route) => ({ ...route, name: `${route.method} ${route.path}` }));

const somebody = (role?: Role, mustChangePassword = false): SignedIn => ({
  person: {
    accountId: 'a',
    actor: 'account:a',
    login: 'a',
    name: 'A',
    site: 'default',
    roles: role === undefined ? [] : [role],
    disciplines: [],
  },
  sessionId: 's',
  kind: 'browser',
  mustChangePassword,
  expiresAt: '2026-11-23T12:00:00Z',
});

describe('the table of routes and roles', () => {
  it('has a row for each route, and none besides', () => {
    expect(routes.map(({ name }) => name).toSorted()).toEqual(Object.keys(ACCESS_TABLE).toSorted());
  });

  it.each(routes)('is what $name says', ({ name, caller }) => {
    const row = ACCESS_TABLE[name] ?? [];
    for (const role of [undefined, ...ROLES]) expect(refusal(caller, somebody(role))?.code, role).toBe(expectedRefusal(row, role));
    expect(refusal(caller, undefined)?.code).toBe(row === 'anyone' ? undefined : 'access.signed-out');
    const before = row === 'anyone' || row === 'session' ? undefined : 'access.password-expired';
    for (const role of ROLES) expect(refusal(caller, somebody(role, true))?.code, `${role} with a one-time password`).toBe(before);
  });

  it('lets an auditor record nothing but what an audit found; a search only reads, and a verification is only computed', () => {
    const changing = routes.filter(({ method, caller }) => method !== 'get' && refusal(caller, somebody('auditor')) === undefined);
    expect(changing.map(({ name }) => name).toSorted()).toEqual([
      'delete /api/session',
      'delete /api/session/sessions/{sessionId}',
      'post /api/cases/search',
      'post /api/cases/{id}/decisions/{decisionId}/audit',
      'post /api/session',
      'post /api/session/password',
      'post /api/session/sessions/end-others',
      'post /api/verification',
    ]);
  });
});

describe('what a route shows', () => {
  const reading = routes.filter(({ method }) => method === 'get');

  it.each(reading.filter(({ path }) => /^\/api\/cases\/\{id\}|\{caseId\}/.test(path)))('of a case is recorded: $name', ({ shown }) => {
    expect(shown === 'case' || typeof shown === 'function').toBe(true);
  });

  it.each(reading.filter(({ operation }) => ['cases', 'patients', 'queue'].includes(operation?.tag ?? '')))(
    'of cases is recorded: $name',
    ({ shown }) => {
      expect([undefined, 'nothing']).not.toContain(shown);
    },
  );

  it.each(routes.filter(({ shown }) => shown === 'case'))('is the case of its path: $name', ({ path }) => {
    expect(path).toMatch(/\/cases\/\{id\}|\{caseId\}/);
  });
});

describe('a route that does not say who may call it', () => {
  it('is for nobody', () => {
    expect(refusal(undefined, somebody('administrator'))?.code).toBe('access.denied');
  });
});

describe('the names of the service', () => {
  it.each(['localhost:3000', '127.0.0.1', '[::1]:80', 'LOCALHOST', '10.0.0.7:3000', 'board.example', 'board.example:443'])(
    'are %s, among others',
    (authority) => {
      expect(new OwnHosts('10.0.0.7', 'https://Board.example').includes(authority)).toBe(true);
    },
  );

  it.each([undefined, '', 'evil.example', 'localhost.evil.example', 'board.example.evil.example'])('are not %s', (authority) => {
    expect(new OwnHosts('127.0.0.1', 'https://board.example').includes(authority)).toBe(false);
  });
});
