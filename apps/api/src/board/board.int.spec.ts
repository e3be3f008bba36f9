import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createEventStore, type EventStore } from '@tumor-board/event-store';
import { knowledgeRelease, sitePolicy } from '@tumor-board/knowledge';
import { createLogger, createMetrics } from '@tumor-board/observability';
import { caseReadModels, type RunningProjections, startProjections } from '@tumor-board/read-side';
import { createTestDatabase, type SignedInPerson, signedIn, type TestDatabase, written } from '@tumor-board/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApi } from '../api.js';
import { queueAnswer } from '../queue/queue-answer.js';
import {
  actionListAnswer,
  boardWorkAnswer,
  caseBoardAnswer,
  decidedAnswer,
  decisionDiffAnswer,
  decisionDraftAnswer,
  decisionListAnswer,
  dossierAnswer,
  hindsightAnswer,
  overridesAnswer,
  referredAnswer,
} from './board-answers.js';

let database: TestDatabase;
let eventStore: EventStore;
let projections: RunningProjections;
let app: NestFastifyApplication;
let [coordinator, chair, clinician, auditor, radiologist] = [] as unknown as [
  SignedInPerson,
  SignedInPerson,
  SignedInPerson,
  SignedInPerson,
  SignedInPerson,
];
const logged: string[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  coordinator = await signedIn(database.pool, { roles: ['coordinator'] });
  chair = await signedIn(database.pool, { roles: ['chair', 'clinician'], disciplines: ['radiation-oncology'] });
  clinician = await signedIn(database.pool, { roles: ['clinician'], disciplines: ['medical-oncology'] });
  radiologist = await signedIn(database.pool, { roles: ['clinician'], disciplines: ['radiology'] });
  auditor = await signedIn(database.pool, { roles: ['auditor'] });
  eventStore = createEventStore({ pool: database.pool });
  const knowledge = { release: knowledgeRelease(), policy: sitePolicy() };
  projections = startProjections({ pool: database.pool, readModels: caseReadModels({ eventStore, knowledge }) });
  app = await createApi({
    pool: database.pool,
    eventStore,
    knowledge,
    settings: { HOST: '127.0.0.1', PORT: 0, SITE: 'default', PROJECTION_WAIT_MS: 20_000 },
    logger: createLogger({ service: 'api', level: 'info', to: { write: (line: string) => logged.push(line) } }),
    metrics: createMetrics(),
  });
});
afterAll(async () => {
  await app.close();
  await projections.stop();
  await eventStore.close();
  await database.drop();
});

type Who = Pick<SignedInPerson, 'headers'>;
const get = (who: Who, url: string) => app.inject({ method: 'GET', url, headers: { host: 'localhost:3000', ...who.headers } });
const post = (who: Who, url: string, body: unknown, headers: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url,
    headers: { host: 'localhost:3000', 'content-type': 'application/json', ...who.headers, ...headers },
    payload: JSON.stringify(body),
  });
const codeOf = (response: { json<T>(): T; statusCode: number }) => [response.statusCode, response.json<{ code: string }>().code];

const day = (offset: number): string => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
const today = day(0);

/** A complete baseline with three lesions in the liver, under systemic therapy. */
const baseline = [
  { type: 'HistologyReported', on: day(-100), histology: 'non-keratinising-undifferentiated', eber: 'positive' },
  { type: 'StagingRecorded', on: day(-100), edition: 'TNM-8', t: 'T3', n: 'N2', m: 'M1' },
  { type: 'PerformanceStatusRecorded', on: day(-99), ecog: 1 },
];
const opened = async (facts: unknown[] = baseline): Promise<{ id: string; position: string }> => {
  const file = { format: 'tumor-board-case/1', reference: `BOARD-${randomUUID()}`, patient: { ageYears: 50, sex: 'female' }, facts };
  const response = await post(coordinator, '/api/cases', file);
  expect(response.statusCode).toBe(201);
  return response.json();
};
const record = async (id: string, ...facts: unknown[]) => {
  const response = await post(clinician, `/api/cases/${id}/facts`, facts);
  expect(response.statusCode, response.body).toBe(200);
  return response.json<{ version: number; position: string }>();
};
const drafted = async (id: string) => decisionDraftAnswer.parse((await get(chair, `/api/cases/${id}/decision-draft`)).json());
const signature = (who: SignedInPerson, meaning = 'chair') => ({ meaning, password: who.password });

/** Decides as drafted, or otherwise. */
async function decided(id: string, changes: Record<string, unknown> = {}) {
  const { content, basisHash, basis } = await drafted(id);
  const body = {
    content: { ...written(content, 'As the board reads the evidence.'), ...changes },
    basisHash,
    basis,
    signature: signature(chair),
  };
  const response = await post(chair, `/api/cases/${id}/decisions`, body);
  expect(response.statusCode, response.body).toBe(201);
  return decidedAnswer.parse(response.json());
}
const boardOf = async (id: string, query = '') => caseBoardAnswer.parse((await get(auditor, `/api/cases/${id}/board${query}`)).json());

describe('referring a case', () => {
  it('lists it with the question, answers a repeated key once, and refuses a key for another question', async () => {
    const { id } = await opened();
    const referral = { question: 'Is ablation possible?', urgency: 'urgent', disciplines: ['interventional-radiology'], dueBy: day(3) };
    const key = { 'idempotency-key': 'referral-1' };
    const first = await post(clinician, `/api/cases/${id}/referrals`, referral, key);
    expect(first.statusCode, first.body).toBe(201);
    const again = await post(clinician, `/api/cases/${id}/referrals`, referral, key);
    expect([again.json(), again.headers['idempotent-replay']]).toEqual([first.json(), 'true']);
    const other = await post(clinician, `/api/cases/${id}/referrals`, { ...referral, question: 'And radiotherapy?' }, key);
    expect(codeOf(other)).toEqual([422, 'idempotency.key-reused']);

    const { referralId, position } = referredAnswer.parse(first.json());
    const board = await boardOf(id);
    expect(board.referrals).toMatchObject([{ referralId, question: 'Is ablation possible?', dueBy: day(3) }]);
    expect(board.listing).toMatchObject({ trigger: { kind: 'referral' }, dueBy: day(3), waitingDays: 0, isOverdue: false });
    const queue = queueAnswer.parse(
      (await get(coordinator, `/api/queue?discipline=interventional-radiology&limit=200&atLeast=${position}`)).json(),
    );
    const entry = queue.cases.find((found) => found.id === id);
    expect(entry).toMatchObject({ urgency: 'urgent', hasQuestion: true, decision: { state: 'none' }, waitingDays: 0 });
    expect(JSON.stringify(queue)).not.toContain('ablation possible');
    expect(queue.counts?.total).toBeGreaterThan(0);
  });

  it('is refused when the case has moved on from the version of If-Match', async () => {
    const { id } = await opened();
    const referral = { question: 'Seen?', urgency: 'routine' };
    const { version } = await boardOf(id);
    expect((await post(coordinator, `/api/cases/${id}/referrals`, referral, { 'if-match': `"${version}"` })).statusCode).toBe(201);
    const late = await post(coordinator, `/api/cases/${id}/referrals`, referral, { 'if-match': `"${version}"` });
    expect(codeOf(late)).toEqual([409, 'case.version-conflict']);
  });

  it('takes it back, and refuses to take it back twice or one that was never made', async () => {
    const { id } = await opened();
    const { referralId } = referredAnswer.parse(
      (await post(coordinator, `/api/cases/${id}/referrals`, { question: 'Seen?', urgency: 'routine' })).json(),
    );
    const withdrawal = { reason: 'duplicate' };
    const taken = await post(coordinator, `/api/cases/${id}/referrals/${referralId}/withdrawal`, withdrawal);
    expect(taken.statusCode, taken.body).toBe(200);
    expect((await boardOf(id)).referrals).toEqual([]);
    expect(codeOf(await post(coordinator, `/api/cases/${id}/referrals/${referralId}/withdrawal`, withdrawal))).toEqual([
      409,
      'referral.closed',
    ]);
    expect(codeOf(await post(coordinator, `/api/cases/${id}/referrals/${randomUUID()}/withdrawal`, withdrawal))).toEqual([
      404,
      'referral.unknown',
    ]);
  });

  it('asks somebody for what is missing, and says until when the case waits for it', async () => {
    const { id } = await opened();
    const { missing } = await boardOf(id);
    for (const { item, owner } of missing.filter(({ blocking }) => blocking)) {
      const asked = await post(coordinator, `/api/cases/${id}/requests`, { item, owner: { discipline: owner }, dueOn: day(5) });
      expect(asked.statusCode, asked.body).toBe(200);
    }
    expect((await boardOf(id)).readiness).toBe('awaiting-result');
    const nothing = await post(coordinator, `/api/cases/${id}/requests`, {
      item: 'a second opinion',
      owner: { discipline: 'surgery' },
      dueOn: day(5),
    });
    expect(codeOf(nothing)).toEqual([400, 'case.item-not-missing']);
  });

  it('is put off until a day, and leaves the queue without a decision', async () => {
    const { id } = await opened();
    await post(coordinator, `/api/cases/${id}/referrals`, { question: 'Seen?', urgency: 'routine' });
    const deferred = await post(coordinator, `/api/cases/${id}/deferral`, { reason: 'no-time', until: day(7) });
    expect(boardWorkAnswer.parse(deferred.json()).board.listing).not.toBeNull();
    expect(await boardOf(id)).toMatchObject({ readiness: 'deferred', deferral: { until: day(7) }, listing: { deferrals: 1 } });
    expect((await post(coordinator, `/api/cases/${id}/delisting`, { reason: 'decided-elsewhere' })).statusCode).toBe(200);
    expect((await boardOf(id)).listing).toBeNull();
    expect(codeOf(await post(coordinator, `/api/cases/${id}/deferral`, { reason: 'no-time' }))).toEqual([409, 'case.not-listed']);
  });

  it.each([
    ['an auditor', () => auditor, 'referrals', { question: 'q', urgency: 'routine' }],
    ['a coordinator who decides', () => coordinator, 'decisions', {}],
    ['a clinician who puts off', () => clinician, 'deferral', { reason: 'no-time' }],
  ])('is not for %s', async (_who, person, what, body) => {
    const { id } = await opened();
    expect(codeOf(await post(person(), `/api/cases/${id}/${what}`, body))).toEqual([403, 'access.denied']);
  });
});

describe('a decision', () => {
  it('is drafted, signed with the password, and stands until its inputs change', async () => {
    const { id } = await opened();
    const { decisionId, board } = await decided(id, {
      actions: [{ actionId: 'a1', what: 'Book the scan', owner: { discipline: 'radiology' }, dueOn: day(2) }],
    });
    expect(board.decision).toMatchObject({ decisionId, review: 'current', provisional: false });
    const second = await post(clinician, `/api/cases/${id}/decisions/${decisionId}/signatures`, {
      contentHash: board.decision?.contentHash,
      signature: signature(clinician, 'reviewer'),
    });
    expect(second.statusCode, second.body).toBe(200);
    const shown = await boardOf(id);
    expect(shown.decisions[0]?.signatures.map(({ meaning, method, name }) => [meaning, method, name])).toEqual([
      ['chair', 'password', chair.name],
      ['reviewer', 'password', clinician.name],
    ]);
    expect(shown.decisions[0]?.quorum.state).toBe('not-in-a-meeting');
    expect(JSON.stringify(shown)).not.toContain(chair.password);
    expect(logged.join('')).not.toContain(chair.password);
  });

  it('holds the signature of everybody who signs, also of two under one key, and each in one sense', async () => {
    const { id } = await opened();
    const { decisionId, board } = await decided(id);
    const key = { 'idempotency-key': 'sign-1' };
    const signed = (who: SignedInPerson, meaning: string) => {
      const body = { contentHash: board.decision?.contentHash, signature: signature(who, meaning) };
      return post(who, `/api/cases/${id}/decisions/${decisionId}/signatures`, body, key);
    };
    expect((await signed(clinician, 'reviewer')).statusCode).toBe(200);
    const second = await signed(radiologist, 'reviewer');
    expect([second.statusCode, second.headers['idempotent-replay']]).toEqual([200, undefined]);
    expect((await signed(clinician, 'reviewer')).headers['idempotent-replay']).toBe('true');
    expect(codeOf(await signed(clinician, 'dissent'))).toEqual([422, 'idempotency.key-reused']);
    const names = (await boardOf(id)).decisions[0]?.signatures.map(({ name }) => name);
    expect(names).toEqual([chair.name, clinician.name, radiologist.name]);
  });

  it('is refused with the wrong password, with what was not shown, and without what the board itself writes, and nothing is recorded', async () => {
    const { id } = await opened();
    const { content, basisHash } = await drafted(id);
    const full = { content: written(content), basisHash, signature: signature(chair) };
    const wrong = await post(chair, `/api/cases/${id}/decisions`, { ...full, signature: { meaning: 'chair', password: 'guess' } });
    expect(codeOf(wrong)).toEqual([403, 'access.reauthentication-refused']);
    const { rationale, alternatives } = content;
    expect(alternatives.length).toBeGreaterThan(0);
    for (const unwritten of [{ rationale }, { alternatives }]) {
      const refused = await post(chair, `/api/cases/${id}/decisions`, { ...full, content: { ...full.content, ...unwritten } });
      expect(codeOf(refused)).toEqual([400, 'request.invalid']);
    }
    expect(codeOf(await post(chair, `/api/cases/${id}/decisions`, { ...full, basisHash: 'f'.repeat(64) }))).toEqual([
      409,
      'decision.stale',
    ]);
    expect(codeOf(await post(clinician, `/api/cases/${id}/decisions`, { ...full, signature: signature(clinician) }))).toEqual([
      400,
      'decision.signature-invalid',
    ]);
    const other = { ...full, content: { ...full.content, step: 'supportive-care', intent: 'supportive' } };
    expect(codeOf(await post(chair, `/api/cases/${id}/decisions`, other))).toEqual([400, 'decision.invalid']);
    expect(codeOf(await post(chair, `/api/cases/${id}/decisions`, { ...full, meetingId: randomUUID() }))).toEqual([404, 'meeting.unknown']);
    expect((await boardOf(id)).decisions).toEqual([]);
  });

  it('cannot be signed on what was shown before a fact came, and says what has changed', async () => {
    const { id } = await opened();
    const { content, basisHash, basis } = await drafted(id);
    await record(id, { type: 'StagingRecorded', on: day(-1), edition: 'TNM-8', t: 'T4', n: 'N3', m: 'M1' });
    const response = await post(chair, `/api/cases/${id}/decisions`, {
      content: written(content),
      basisHash,
      basis,
      signature: signature(chair),
    });
    expect(codeOf(response)).toEqual([409, 'decision.stale']);
    expect(response.json<{ data: { other: string[] } }>().data.other).toContain('version');
  });

  it('is recorded once when two chairs sign the same screen', async () => {
    const { id } = await opened();
    const { content, basisHash } = await drafted(id);
    const body = { content: written(content), basisHash, signature: signature(chair) };
    const answers = await Promise.all([1, 2].map(() => post(chair, `/api/cases/${id}/decisions`, body)));
    expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([201, 409]);
    expect((await boardOf(id)).decisions).toHaveLength(1);
  });

  it('answers a repeated key with the decision of then', async () => {
    const { id } = await opened();
    const { content, basisHash } = await drafted(id);
    const body = { content: written(content), basisHash, signature: signature(chair) };
    const key = { 'idempotency-key': 'decide-1' };
    const first = await post(chair, `/api/cases/${id}/decisions`, body, key);
    const again = await post(chair, `/api/cases/${id}/decisions`, body, key);
    expect([again.statusCode, again.json(), again.headers['idempotent-replay']]).toEqual([201, first.json(), 'true']);
    const other = { ...body, content: { ...body.content, rationale: 'something else' } };
    const otherwise = { ...body, signature: signature(chair, 'author') };
    for (const reused of [other, otherwise])
      expect(codeOf(await post(chair, `/api/cases/${id}/decisions`, reused, key))).toEqual([422, 'idempotency.key-reused']);
  });

  it('is made in a meeting with the quorum of its attendance: without one it is provisional and listed again', async () => {
    const { id } = await opened();
    const plan = {
      title: 'NPC board',
      on: today,
      startsAt: '14:30',
      timeZone: 'UTC',
      durationMinutes: 60,
      place: 'Room 4',
      disciplines: ['radiation-oncology'],
      capacity: 8,
    };
    const { meetingId } = (await post(coordinator, '/api/meetings', plan)).json<{ meetingId: string }>();
    const { content, basisHash } = await drafted(id);
    const body = { content: written(content), basisHash, meetingId, signature: signature(chair) };
    expect(codeOf(await post(chair, `/api/cases/${id}/decisions`, body))).toEqual([409, 'meeting.not-open']);
    await post(chair, `/api/meetings/${meetingId}/opening`, {});
    await post(chair, `/api/meetings/${meetingId}/attendance`, { chairs: true });
    expect(codeOf(await post(chair, `/api/cases/${id}/decisions`, body))).toEqual([404, 'meeting.item-unknown']);
    await post(coordinator, `/api/meetings/${meetingId}/agenda`, { caseId: id });

    const key = { 'idempotency-key': 'in-a-meeting' };
    const claimed = await post(chair, `/api/cases/${id}/decisions`, { ...body, quorum: { state: 'met' } }, key);
    expect(codeOf(claimed)).toEqual([400, 'request.invalid']);
    const first = await post(chair, `/api/cases/${id}/decisions`, body, key);
    expect(first.statusCode, first.body).toBe(201);
    expect(decidedAnswer.parse(first.json()).board.decision).toMatchObject({ provisional: true });
    const { decisions, listing } = await boardOf(id);
    expect(decisions[0]).toMatchObject({ meetingId, quorum: { state: 'not-met', present: ['chair', 'radiation-oncology'] } });
    expect(decisions[0]?.quorum.missing).toContain('medical-oncology');
    expect(listing?.trigger.kind).toBe('no-quorum');

    await post(chair, `/api/meetings/${meetingId}/closing`, {});
    const again = await post(chair, `/api/cases/${id}/decisions`, body, key);
    expect([again.statusCode, again.json(), again.headers['idempotent-replay']]).toEqual([201, first.json(), 'true']);
  });

  it('is followed up: a report on an action, the overdue list, and a deviation that brings the case back', async () => {
    const { id } = await opened();
    const actions = [
      { actionId: 'a1', what: 'Book the scan', owner: { discipline: 'radiology' }, dueOn: today },
      { actionId: 'a2', what: 'Tell the family doctor', owner: { account: 'account:x' }, dueOn: today },
    ];
    const { decisionId } = await decided(id, { actions });
    const done = await post(coordinator, `/api/cases/${id}/decisions/${decisionId}/actions/a2`, { state: 'done' });
    expect(done.statusCode, done.body).toBe(200);
    expect(codeOf(await post(coordinator, `/api/cases/${id}/decisions/${decisionId}/actions/a1`, { state: 'not-done' }))).toEqual([
      400,
      'decision.report-invalid',
    ]);
    const missed = await post(clinician, `/api/cases/${id}/decisions/${decisionId}/actions/a1`, { state: 'not-done', reason: 'toxicity' });
    const { board, position } = boardWorkAnswer.parse(missed.json());
    expect(board.listing).not.toBeNull();
    const list = actionListAnswer.parse((await get(coordinator, `/api/actions?limit=200&atLeast=${position}`)).json());
    const own = list.actions.filter(({ caseId }) => caseId === id);
    expect(own.map(({ actionId, state, reason, isOverdue }) => [actionId, state, reason, isOverdue])).toEqual([
      ['a1', 'not-done', 'toxicity', false],
      ['a2', 'done', null, false],
    ]);
    const overdue = actionListAnswer.parse(
      (await get(coordinator, `/api/actions?overdue=true&owner=radiology&atLeast=${position}`)).json(),
    );
    expect(overdue.actions.filter(({ caseId }) => caseId === id)).toEqual([]);
    expect(JSON.stringify(list)).not.toContain('Book the scan');
  });
});

describe('looking a decision up', () => {
  it('tells what was known, advised, said, decided and done, and checks it', async () => {
    const { id } = await opened();
    const { decisionId } = await decided(id, {
      dissent: [{ by: 'Dr B', discipline: 'surgery', text: 'I would operate first.' }],
    });
    const { version } = await record(id, { type: 'PerformanceStatusRecorded', on: today, ecog: 2 });
    const response = await get(auditor, `/api/cases/${id}/decisions/${decisionId}`);
    const dossier = dossierAnswer.parse(response.json());
    expect(dossier).toMatchObject({ version, signedOnEarlierVersion: true, said: { dissent: [{ text: 'I would operate first.' }] } });
    expect(dossier.known.facts.map(({ type }) => type)).toEqual(['HistologyReported', 'StagingRecorded', 'PerformanceStatusRecorded']);
    for (const check of [dossier.advised.digest, dossier.advised.fingerprint, dossier.decided.basis, dossier.decided.content])
      expect(check).toMatchObject({ matches: true });
    expect(dossier.done.after.map(({ type }) => type)).toContain('PerformanceStatusRecorded');
    expect(codeOf(await get(auditor, `/api/cases/${id}/decisions/${randomUUID()}`))).toEqual([404, 'decision.unknown']);
  });

  it('compares two, labels the look back, and lists overrides by reason', async () => {
    const { id } = await opened();
    const first = await decided(id, {
      step: 'supportive-care',
      intent: 'supportive',
      override: { reason: 'patient-preference', comment: 'She wants no treatment.' },
    });
    const correction = {
      type: 'FactCorrected',
      on: today,
      corrects: '#2',
      reason: 'read again',
      replacement: { type: 'StagingRecorded', on: day(-100), edition: 'TNM-8', t: 'T3', n: 'N2', m: 'M0' },
    };
    await record(id, correction);
    const second = await decided(id, { plan: 'Another plan.' });

    const diff = decisionDiffAnswer.parse(
      (await get(auditor, `/api/cases/${id}/decisions/diff?from=${first.decisionId}&to=${second.decisionId}`)).json(),
    );
    expect(diff.content.map(({ field }) => field)).toEqual(expect.arrayContaining(['step', 'plan', 'override']));
    expect(diff.step.causes).toContain('board-override');
    expect(diff.headline.find(({ part }) => part === 'stage')).toMatchObject({ cause: 'corrected-data', facts: ['#4'] });
    expect(diff.facts).toMatchObject({ added: [], corrections: [{ id: '#4' }] });
    const backwards = await get(auditor, `/api/cases/${id}/decisions/diff?from=${second.decisionId}&to=${first.decisionId}`);
    expect(codeOf(backwards)).toEqual([400, 'decision.order-invalid']);

    const seen = hindsightAnswer.parse(
      (await get(auditor, `/api/decisions/${first.decisionId}/hindsight?atLeast=${second.position}`)).json(),
    );
    expect(seen).toMatchObject({ isSuperseded: true, asDecided: { decided: 'supportive-care' }, stillProposed: false });
    expect(seen.differences.filter(({ part }) => part === 'nextStep').map(({ cause }) => cause)).toContain('board-override');

    const query = `overrideReason=patient-preference&limit=200&atLeast=${second.position}`;
    const list = decisionListAnswer.parse((await get(auditor, `/api/decisions?${query}`)).json());
    expect(list.decisions.find(({ decisionId }) => decisionId === first.decisionId)).toMatchObject({
      state: 'superseded',
      supersededBy: second.decisionId,
      overrideReason: 'patient-preference',
    });
    expect(JSON.stringify(list)).not.toContain('no treatment');
    const { overrides } = overridesAnswer.parse((await get(auditor, '/api/overrides')).json());
    expect(overrides.find(({ reason }) => reason === 'patient-preference')?.decisions).toBeGreaterThan(0);
  });

  it('gives the work of the board as it was recorded before a moment', async () => {
    const { id } = await opened();
    const { decisionId } = await decided(id);
    const moment = new Date().toISOString();
    const later = await decided(id, { plan: 'Another plan.' });
    const then = await boardOf(id, `?recordedBefore=${moment}`);
    expect(then.decisions.map((decision) => decision.decisionId)).toEqual([decisionId]);
    expect((await boardOf(id)).standing?.decisionId).toBe(later.decisionId);
  });
});
