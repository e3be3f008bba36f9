import { randomBytes } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Role } from '@tumor-board/access';
import { PROTECTED_FIELDS, patientStream } from '@tumor-board/board';
import { createEventStore, type EventStore, openProtection, type Protection } from '@tumor-board/event-store';
import { knowledgeRelease, sitePolicy } from '@tumor-board/knowledge';
import { createLogger, createMetrics } from '@tumor-board/observability';
import { caseReadModels, type PatientView, type RunningProjections, startProjections } from '@tumor-board/read-side';
import { createTestDatabase, databaseDump, type SignedInPerson, signedIn, type TestDatabase, textsIn } from '@tumor-board/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApi } from '../api.js';

const ROLES = ['coordinator', 'clinician', 'chair', 'auditor', 'administrator'] as const satisfies readonly Role[];
/** What nothing but an answer to somebody who may know may hold. */
const secrets = ['Quibble', 'Farnsworth', 'Zinnober', 'QF-77001', 'QF-77002', 'QF-77009', '1911-02-03'];
const quibble = { name: 'Quibble Farnsworth', recordNumber: 'QF-77001', birthDate: '1911-02-03', sex: 'male' };

const logged: string[] = [];
const metrics = createMetrics();
let database: TestDatabase;
let eventStore: EventStore;
let protection: Protection;
let projections: RunningProjections;
let app: NestFastifyApplication;
const people = new Map<Role, SignedInPerson>();

beforeAll(async () => {
  database = await createTestDatabase();
  const { pool } = database;
  for (const role of ROLES) people.set(role, await signedIn(pool, { roles: [role] }));
  protection = await openProtection({ pool, masterKey: randomBytes(32), fields: PROTECTED_FIELDS });
  eventStore = createEventStore({ pool, protection });
  const knowledge = { release: knowledgeRelease(), policy: sitePolicy() };
  projections = startProjections({ pool, readModels: caseReadModels({ eventStore, protection, knowledge }) });
  app = await createApi({
    pool,
    eventStore,
    protection,
    knowledge,
    settings: { HOST: '127.0.0.1', PORT: 0, SITE: 'default', PROJECTION_WAIT_MS: 20_000 },
    logger: createLogger({ service: 'api', level: 'debug', to: { write: (line: string) => logged.push(line) } }),
    metrics,
  });
});
afterAll(async () => {
  await app.close();
  await projections.stop();
  await eventStore.close();
  await database.drop();
});

async function call(as: Role, method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, body?: object, headers: Record<string, string> = {}) {
  const by = people.get(as)?.headers ?? {};
  const response = await app.inject({
    method,
    url,
    headers: { host: 'localhost:3000', ...by, ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
  });
  return { status: response.statusCode, headers: response.headers, json: <Json>() => response.json<Json>() };
}
const post = (as: Role, url: string, body: object) => call(as, 'POST', url, body);
const codeOf = ({ status, json }: Awaited<ReturnType<typeof call>>) => [status, json<{ code?: string }>().code];

interface Recorded {
  readonly id: string;
  readonly position: string;
}
const register = async (identity: object): Promise<Recorded> => (await post('coordinator', '/api/patients', identity)).json();
const openCase = async (reference: string): Promise<Recorded> =>
  (
    await post('coordinator', '/api/case-files', {
      format: 'tumor-board-case/1',
      reference,
      patient: { ageYears: 50, sex: 'male' },
      facts: [{ type: 'PatientPreferenceRecorded', on: '2025-01-06', declines: ['cisplatin'] }],
    })
  ).json();
const patientOf = async (id: string, position: string) =>
  (await call('clinician', 'GET', `/api/patients/${id}?atLeast=${position}`)).json<PatientView>();
const search = async (body: object) =>
  (await post('clinician', '/api/patients/search', body)).json<{ patients: { id: string }[] }>().patients.map(({ id }) => id);

describe('a person', () => {
  it('is registered, found, read and corrected by those who may', async () => {
    const { id, position } = await register(quibble);
    for (const found of [
      { recordNumber: 'qf-77001' },
      { name: 'farns' },
      { name: 'FARNSWORTH quib' },
      { name: 'quibble', recordNumber: 'QF-77001' },
    ]) {
      expect(await search({ ...found, atLeast: position }), JSON.stringify(found)).toEqual([id]);
    }
    for (const missed of [{ recordNumber: 'QF-7700' }, { name: 'fa' }, { name: 'arnsworth' }, { name: 'quibble', recordNumber: 'QF-1' }]) {
      expect(await search({ ...missed, atLeast: position }), JSON.stringify(missed)).toEqual([]);
    }
    expect(await patientOf(id, position)).toMatchObject({
      id,
      status: 'registered',
      identity: quibble,
      erased: null,
      linked: [],
      cases: [],
    });

    const corrected = { ...quibble, name: 'Quibble Zinnober', because: 'changed-name' };
    const stale = await call('coordinator', 'PUT', `/api/patients/${id}/identity`, corrected, { 'if-match': '"2"' });
    expect(codeOf(stale)).toEqual([409, 'patient.version-conflict']);
    const done = await call('coordinator', 'PUT', `/api/patients/${id}/identity`, corrected, { 'if-match': '"1"' });
    expect(done.status).toBe(200);
    const after = done.json<Recorded>().position;
    expect([await search({ name: 'farnsworth', atLeast: after }), await search({ name: 'zinn' })]).toEqual([[], [id]]);
    expect((await patientOf(id, after)).identity.name).toBe('Quibble Zinnober');
  });

  it('has one record for a number, also after the number was corrected', async () => {
    const { id } = await register({ ...quibble, recordNumber: 'QF-77008' });
    const twice = await post('coordinator', '/api/patients', { ...quibble, recordNumber: 'qf-77008', name: 'Zinnober' });
    expect([...codeOf(twice), twice.json<{ data?: { patientId?: string } }>().data?.patientId]).toEqual([
      409,
      'patient.record-number-taken',
      id,
    ]);
    const to = await call('coordinator', 'PUT', `/api/patients/${id}/identity`, {
      ...quibble,
      recordNumber: 'QF-77009',
      because: 'typing-error',
    });
    await patientOf(id, to.json<Recorded>().position);
    expect((await register({ ...quibble, recordNumber: 'QF-77009' })).id).toBe(id);
    const other = await register({ ...quibble, recordNumber: 'QF-77008', name: 'Zinnober' });
    expect(other.id).not.toBe(id);
    const taken = await call('coordinator', 'PUT', `/api/patients/${other.id}/identity`, {
      ...quibble,
      recordNumber: 'QF-77009',
      because: 'other',
    });
    expect(codeOf(taken)).toEqual([409, 'patient.record-number-taken']);
  });

  it('with two records is told with both once they are linked, and before as a candidate', async () => {
    const chan = { name: 'Zinnober Quibble Farnsworth', birthDate: '1911-02-03', sex: 'female' };
    const one = await register({ ...chan, recordNumber: 'QF-77002' });
    const two = await register({ ...chan, name: 'Farnsworth Quibble Zinnober', recordNumber: 'QF-77003' });
    expect((await patientOf(one.id, two.position)).candidates).toMatchObject([{ id: two.id, because: 'name-and-birth-date' }]);
    const linked = await post('coordinator', `/api/patients/${two.id}/links`, { with: one.id, because: 'same-person' });
    const { position } = linked.json<Recorded>();
    for (const [here, there] of [
      [one, two],
      [two, one],
    ] as const) {
      const found = await patientOf(here.id, position);
      expect([found.linked, found.candidates]).toMatchObject([[{ id: there.id, isDirect: true, status: 'registered' }], []]);
    }
    const third = await register({ ...chan, name: 'Somebody', recordNumber: 'QF-77004' });
    const more = (
      await post('coordinator', `/api/patients/${third.id}/links`, { with: two.id, because: 'registered-twice' })
    ).json<Recorded>();
    const seen = (await patientOf(third.id, more.position)).linked.map(({ id, isDirect }) => [id, isDirect]);
    expect(new Map(seen as [string, boolean][])).toEqual(
      new Map([
        [two.id, true],
        [one.id, false],
      ]),
    );
    const gone = await call('coordinator', 'DELETE', `/api/patients/${one.id}/links/${two.id}?because=not-the-same-person`);
    expect((await patientOf(one.id, gone.json<Recorded>().position)).linked).toEqual([]);
  });

  it('is named in the case and in the queue to those who may know, and to nobody else', async () => {
    const { id } = await register({ ...quibble, recordNumber: 'QF-77005' });
    const opened = await openCase('N-1');
    await openCase('N-2');
    const referral = { question: 'What next?', urgency: 'routine' };
    await post('coordinator', `/api/cases/${opened.id}/referrals`, referral);
    const identified = await call('coordinator', 'PUT', `/api/cases/${opened.id}/patient`, { patientId: id });
    expect(identified.status).toBe(200);
    const { position } = identified.json<Recorded>();
    const identity = { id, name: quibble.name, recordNumber: 'QF-77005' };
    for (const [role, told] of [
      ['coordinator', identity],
      ['clinician', identity],
      ['chair', identity],
      ['auditor', null],
    ] as const) {
      const shown = await call(role, 'GET', `/api/cases/${opened.id}?atLeast=${position}`);
      expect([role, shown.json<{ identity: unknown }>().identity]).toEqual([role, told]);
      const queue = await call(role, 'GET', `/api/queue?atLeast=${position}&limit=200`);
      const { cases } = queue.json<{ cases: { id: string; identity: unknown }[] }>();
      expect([role, cases.find((one) => one.id === opened.id)?.identity]).toEqual([role, told]);
      expect(cases.filter((one) => one.id !== opened.id).map((one) => one.identity)).toEqual(cases.slice(1).map(() => null));
    }
    expect((await patientOf(id, position)).cases).toEqual([{ id: opened.id, patientId: id, reference: 'N-1', erased: false }]);

    const other = await register({ ...quibble, recordNumber: 'QF-77006' });
    const refusedOnce = await call('coordinator', 'PUT', `/api/cases/${opened.id}/patient`, { patientId: other.id });
    expect(codeOf(refusedOnce)).toEqual([409, 'case.other-patient']);
    const moved = await call('coordinator', 'PUT', `/api/cases/${opened.id}/patient`, { patientId: other.id, replaces: id });
    expect((await patientOf(id, moved.json<Recorded>().position)).cases).toEqual([]);
    const nobody = '00000000-0000-4000-8000-000000000000';
    const unknown = await call('coordinator', 'PUT', `/api/cases/${opened.id}/patient`, { patientId: nobody, replaces: other.id });
    expect(codeOf(unknown)).toEqual([404, 'patient.unknown']);
  });

  it('who was shown is in the read log', async () => {
    const { id, position } = await register({ ...quibble, recordNumber: 'QF-77007' });
    await patientOf(id, position);
    await search({ recordNumber: 'QF-77007' });
    const entries = (await call('auditor', 'GET', `/api/read-log?patientId=${id}`)).json<{
      entries: { operation: string; patientIds: string[] }[];
    }>().entries;
    expect(entries.map(({ operation, patientIds }) => [operation, patientIds.includes(id)])).toEqual([
      ['searchPatients', true],
      ['getPatient', true],
    ]);
  });
});

describe('erasing a person', () => {
  it('is confirmed by the number of the record, and leaves a tombstone', async () => {
    const { id, position } = await register({ ...quibble, recordNumber: 'QF-77010' });
    const before = await call('administrator', 'GET', `/api/patients/${id}/erasure?atLeast=${position}`);
    expect(before.json()).toEqual({ id, status: 'registered', erased: null, linked: [], cases: [], isComplete: false });
    const wrong = await post('administrator', `/api/patients/${id}/erasure`, { because: 'person-asked', confirm: 'QF-77011' });
    expect(codeOf(wrong)).toEqual([409, 'patient.not-confirmed']);
    const erased = await post('administrator', `/api/patients/${id}/erasure`, { because: 'person-asked', confirm: 'QF-77010' });
    expect(erased.status).toBe(200);
    expect(await protection.keys.destroyed([patientStream(id)])).toEqual(new Set([patientStream(id)]));
    const after = erased.json<Recorded>().position;
    const told = await call('auditor', 'GET', `/api/patients/${id}/erasure?atLeast=${after}`);
    const accountId = people.get('administrator')?.accountId;
    const named = await database.pool.query<{ name: string }>('select name from access.accounts where account_id = $1', [accountId]);
    const by = named.rows[0]?.name;
    expect(told.json()).toMatchObject({ status: 'erased', erased: { because: 'person-asked', by }, isComplete: true });
    const gone = '[erased]';
    expect(await patientOf(id, after)).toMatchObject({
      status: 'erased',
      identity: { name: gone, recordNumber: gone, birthDate: gone, sex: gone },
      candidates: [],
    });
    expect(await search({ recordNumber: 'QF-77010' })).toEqual([]);
    const again = await call('coordinator', 'PUT', `/api/patients/${id}/identity`, {
      ...quibble,
      recordNumber: 'QF-77010',
      because: 'other',
    });
    expect(codeOf(again)).toEqual([410, 'patient.erased']);
    const opened = await openCase('N-3');
    expect(codeOf(await call('coordinator', 'PUT', `/api/cases/${opened.id}/patient`, { patientId: id }))).toEqual([410, 'patient.erased']);
  });
});

describe('what is not for a role', () => {
  it.each([
    ['POST', '/api/patients', quibble, ['coordinator']],
    ['POST', '/api/patients/search', { name: 'nobody' }, ['coordinator', 'clinician', 'chair']],
    ['GET', '/api/patients/ID', undefined, ['coordinator', 'clinician', 'chair']],
    ['PUT', '/api/patients/ID/identity', { ...quibble, because: 'other' }, ['coordinator']],
    ['POST', '/api/patients/ID/links', { with: 'ID', because: 'same-person' }, ['coordinator']],
    ['DELETE', '/api/patients/ID/links/ID?because=linked-by-mistake', undefined, ['coordinator']],
    ['POST', '/api/patients/ID/erasure', { because: 'person-asked', confirm: 'x' }, ['administrator']],
    ['GET', '/api/patients/ID/erasure', undefined, ['auditor', 'administrator']],
    ['PUT', '/api/cases/ID/patient', { patientId: 'ID' }, ['coordinator']],
  ] as const)('%s %s is refused', async (method, url, body, allowed) => {
    const id = '00000000-0000-4000-8000-000000000001';
    const filled = body === undefined ? undefined : (JSON.parse(JSON.stringify(body).replaceAll('"ID"', `"${id}"`)) as object);
    for (const role of ROLES) {
      const answer = await call(role, method, url.replaceAll('ID', id), filled);
      const may = (allowed as readonly Role[]).includes(role);
      expect([role, answer.status === 403], JSON.stringify(answer.json())).toEqual([role, !may]);
    }
  });

  it.each([
    [{}, 'name'],
    [{ name: 'Quibble', birthDate: 'x' }, 'birthDate'],
    [{ name: '...' }, 'name'],
  ])('nor is a search that is not one: %o', async (body, path) => {
    const answer = await post('clinician', '/api/patients/search', body);
    expect([answer.status, answer.json<{ faults: { path: string }[] }>().faults.map((fault) => fault.path)]).toEqual([400, [path]]);
    expect(JSON.stringify(answer.json())).not.toContain('Quibble');
  });
});

describe('who a person is', () => {
  it('stands in no table, no log line and no metric in clear', async () => {
    expect(textsIn(await databaseDump(database.owner), secrets)).toEqual([]);
    expect(textsIn(logged.join('\n'), secrets)).toEqual([]);
    expect(textsIn(await metrics.page(), secrets)).toEqual([]);
    expect(logged.length).toBeGreaterThan(50);
  });
});
