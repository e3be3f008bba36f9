import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createEventStore, type EventStore } from '@tumor-board/event-store';
import { knowledgeRelease, sitePolicy } from '@tumor-board/knowledge';
import { createLogger, createMetrics } from '@tumor-board/observability';
import { caseReadModels, type RunningProjections, startProjections } from '@tumor-board/read-side';
import { createTestDatabase, type SignedInPerson, signedIn, type TestDatabase, written } from '@tumor-board/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApi } from '../api.js';
import { decisionDraftAnswer } from '../board/board-answers.js';
import { recordedAnswer } from '../cases/case-answers.js';
import {
  filledAnswer,
  fillingAnswer,
  meetingAnswer,
  meetingListAnswer,
  meetingRecorded,
  plannedMeetings,
  seriesAnswer,
  seriesRecorded,
} from './meeting-answers.js';

let database: TestDatabase;
let eventStore: EventStore;
let projections: RunningProjections;
let app: NestFastifyApplication;
let coordinator: SignedInPerson;
let chair: SignedInPerson;
let clinician: SignedInPerson;

beforeAll(async () => {
  database = await createTestDatabase();
  coordinator = await signedIn(database.pool, { roles: ['coordinator'] });
  chair = await signedIn(database.pool, { roles: ['chair', 'clinician'], disciplines: ['radiation-oncology'] });
  clinician = await signedIn(database.pool, { roles: ['clinician'], disciplines: ['radiology'] });
  eventStore = createEventStore({ pool: database.pool });
  const knowledge = { release: knowledgeRelease(), policy: sitePolicy() };
  projections = startProjections({ pool: database.pool, readModels: caseReadModels({ eventStore, knowledge }) });
  app = await createApi({
    pool: database.pool,
    eventStore,
    knowledge,
    settings: { HOST: '127.0.0.1', PORT: 0, SITE: 'default', PROJECTION_WAIT_MS: 10_000 },
    logger: createLogger({ service: 'api', level: 'silent' }),
    metrics: createMetrics(),
  });
});
afterAll(async () => {
  await app.close();
  await projections.stop();
  await eventStore.close();
  await database.drop();
});

async function call(
  person: SignedInPerson,
  method: 'GET' | 'POST' | 'PUT',
  url: string,
  body?: unknown,
  headers: Record<string, string> = {},
) {
  const response = await app.inject({
    method,
    url,
    headers: {
      host: 'localhost:3000',
      ...person.headers,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
  });
  return { status: response.statusCode, json: response.json<Record<string, unknown>>() };
}
const single = {
  title: 'NPC board',
  on: '2026-11-30',
  startsAt: '14:30',
  timeZone: 'Europe/Berlin',
  durationMinutes: 60,
  place: 'Room 4',
  disciplines: ['radiation-oncology', 'medical-oncology', 'radiology', 'pathology'],
  capacity: 8,
};
const planned = async () => meetingRecorded.parse((await call(coordinator, 'POST', '/api/meetings', single)).json).meetingId;
const newCase = async () => {
  const body = { format: 'tumor-board-case/1', reference: `M-${randomUUID()}`, patient: { ageYears: 50, sex: 'female' } };
  return recordedAnswer.parse((await call(clinician, 'POST', '/api/cases', body)).json);
};
const meeting = async (id: string, atLeast: string) =>
  meetingAnswer.parse((await call(clinician, 'GET', `/api/meetings/${id}?atLeast=${encodeURIComponent(atLeast)}`)).json);
const recorded = async (person: SignedInPerson, url: string, body?: unknown, headers?: Record<string, string>) => {
  const response = await call(person, 'POST', url, body, headers);
  expect(response.json, JSON.stringify(response.json)).toMatchObject({ changed: expect.any(Boolean) });
  return meetingRecorded.parse(response.json);
};

describe('a meeting over HTTP', () => {
  it('goes from the plan over agenda and attendance to its end', async () => {
    const id = await planned();
    const [one, two, three] = [await newCase(), await newCase(), await newCase()];
    const items: string[] = [];
    for (const { id: caseId } of [one, two, three]) {
      const { recorded: events } = await recorded(coordinator, `/api/meetings/${id}/agenda`, { caseId });
      items.push(events[0]?.itemId ?? '');
    }
    const [first, second, third] = items as [string, string, string];
    await recorded(coordinator, `/api/meetings/${id}/agenda/${second}/removal`, { reason: 'no-longer-needed' });
    const moved = await recorded(coordinator, `/api/meetings/${id}/agenda/${first}/place`, { after: third });
    expect((await meeting(id, moved.position)).agenda.map(({ itemId }) => itemId)).toEqual([third, first]);
    const again = await recorded(coordinator, `/api/meetings/${id}/agenda/${third}/place`, { after: second });
    expect(again.recorded).toMatchObject([{ type: 'AgendaItemMoved', insteadOf: second }]);

    expect((await call(clinician, 'POST', `/api/meetings/${id}/attendance`, {})).json).toMatchObject({ code: 'meeting.not-open' });
    await recorded(chair, `/api/meetings/${id}/opening`);
    await recorded(chair, `/api/meetings/${id}/attendance`, { chairs: true });
    await recorded(clinician, `/api/meetings/${id}/attendance`, { presence: 'remote' });
    const guest = { account: 'guest', name: 'Dr Guest', disciplines: ['medical-oncology'] };
    const joined = await recorded(coordinator, `/api/meetings/${id}/attendance`, { attendee: guest });
    const asGuest = { account: clinician.name, name: clinician.name, disciplines: ['pathology', 'surgery'] };
    await recorded(coordinator, `/api/meetings/${id}/attendance`, { attendee: asGuest, presence: 'remote' });
    const open = await meeting(id, joined.position);
    expect(open).toMatchObject({
      status: 'open',
      attendance: [{ chairs: true }, { presence: 'remote', disciplines: ['radiology'] }, { name: 'Dr Guest' }],
    });
    expect(open.agenda[0]?.quorum?.any.state).toBe('met');

    await recorded(chair, `/api/meetings/${id}/agenda/${first}/call`);
    await recorded(chair, `/api/meetings/${id}/agenda/${first}/deferral`, { reason: 'result-awaited' });
    const end = await recorded(chair, `/api/meetings/${id}/closing`);
    expect(await meeting(id, end.position)).toMatchObject({ status: 'closed', counts: { deferred: 1, notReached: 1 } });
    expect((await call(coordinator, 'POST', `/api/meetings/${id}/agenda`, { caseId: two.id })).json).toMatchObject({
      code: 'meeting.over',
    });
  });

  it('repeats its answer to the same key', async () => {
    const [id, { id: caseId }] = [await planned(), await newCase()];
    const key = { 'idempotency-key': 'add-1' };
    const once = await recorded(coordinator, `/api/meetings/${id}/agenda`, { caseId }, key);
    const twice = await recorded(coordinator, `/api/meetings/${id}/agenda`, { caseId }, key);
    expect(twice).toEqual({ ...once, changed: false });
  });

  it('refuses a key for something else, and changes nothing', async () => {
    const [id, one, two] = [await planned(), await newCase(), await newCase()];
    const key = { 'idempotency-key': 'reused' };
    const agenda = `/api/meetings/${id}/agenda`;
    const reused = { status: 422, json: { code: 'idempotency.key-reused' } };
    const [first] = (await recorded(coordinator, agenda, { caseId: one.id }, key)).recorded;
    const [second] = (await recorded(coordinator, agenda, { caseId: two.id })).recorded;
    expect(await call(coordinator, 'POST', agenda, { caseId: two.id }, key)).toMatchObject(reused);
    const place = `${agenda}/${second?.itemId}/place`;
    await recorded(coordinator, place, { after: null }, key);
    expect(await call(coordinator, 'POST', place, { after: first?.itemId }, key)).toMatchObject(reused);
    const removal = `${agenda}/${first?.itemId}/removal`;
    await recorded(coordinator, removal, { reason: 'no-longer-needed' }, key);
    expect(await call(coordinator, 'POST', removal, { reason: 'listed-by-mistake' }, key)).toMatchObject(reused);
    const deferral = `${agenda}/${second?.itemId}/deferral`;
    await recorded(chair, deferral, { reason: 'no-time' }, key);
    expect(await call(chair, 'POST', deferral, { reason: 'result-awaited' }, key)).toMatchObject(reused);
    const { on, startsAt, timeZone, durationMinutes, place: room } = single;
    const time = { on, startsAt, timeZone, durationMinutes, place: room };
    expect((await call(coordinator, 'PUT', `/api/meetings/${id}/time`, { ...time, startsAt: '15:00' }, key)).status).toBe(200);
    expect(await call(coordinator, 'PUT', `/api/meetings/${id}/time`, { ...time, startsAt: '16:00' }, key)).toMatchObject(reused);
    expect((await call(coordinator, 'POST', '/api/meetings', single, key)).status).toBe(201);
    expect(await call(coordinator, 'POST', '/api/meetings', { ...single, place: 'Room 5' }, key)).toMatchObject(reused);
    const types = (await eventStore.read(`meeting-${id}`)).map(({ type }) => type);
    expect(types.slice(1)).toEqual([
      'AgendaItemAdded',
      'AgendaItemAdded',
      'AgendaItemMoved',
      'AgendaItemRemoved',
      'ItemDeferred',
      'MeetingMoved',
    ]);
  });

  it('lists no case without discussion that has to be discussed, and says why', async () => {
    const [id, { id: caseId }] = [await planned(), await newCase()];
    const answer = await call(coordinator, 'POST', `/api/meetings/${id}/agenda`, { caseId, mode: 'without-discussion' });
    expect(answer).toMatchObject({ status: 409, json: { code: 'meeting.needs-discussion' } });
    expect(answer.json['detail'] ?? answer.json['message']).toMatch(/has not decided/);
  });

  it('fills its agenda from the queue, after showing what it would take', async () => {
    const id = await planned();
    const { id: caseId } = await newCase();
    const referral = { question: 'What next?', urgency: 'urgent', disciplines: [] };
    expect((await call(clinician, 'POST', `/api/cases/${caseId}/referrals`, referral)).status).toBe(201);
    const proposal = async () => fillingAnswer.parse((await call(coordinator, 'GET', `/api/meetings/${id}/agenda/proposal`)).json);
    await expect.poll(async () => (await proposal()).proposals.map((one) => one.caseId), { timeout: 60_000 }).toContain(caseId);
    const shown = await proposal();
    const filled = filledAnswer.parse((await call(coordinator, 'POST', `/api/meetings/${id}/agenda/filling`)).json);
    expect(filled.proposals).toEqual(shown.proposals);
    const taken = shown.proposals.filter((one) => one.taken).length;
    expect(filled.recorded).toHaveLength(taken);
  });

  it('keeps what there is to say about a deferral in the case, and nothing of it in the meeting', async () => {
    const [id, { id: caseId }] = [await planned(), await newCase()];
    const referral = { question: 'What next?', urgency: 'routine', disciplines: [] };
    expect((await call(clinician, 'POST', `/api/cases/${caseId}/referrals`, referral)).status).toBe(201);
    const { recorded: events } = await recorded(coordinator, `/api/meetings/${id}/agenda`, { caseId });
    const itemId = events[0]?.itemId ?? '';
    const body = { reason: 'result-awaited', carryOver: 'queue', note: 'waits for the biopsy of the liver' };
    const key = { 'idempotency-key': 'defer-1' };
    const once = await recorded(coordinator, `/api/meetings/${id}/agenda/${itemId}/deferral`, body, key);
    expect(await recorded(coordinator, `/api/meetings/${id}/agenda/${itemId}/deferral`, body, key)).toEqual({ ...once, changed: false });
    const deferred = (await eventStore.read(`case-${caseId}`)).filter(({ type }) => type === 'CaseDeferred');
    expect(deferred).toMatchObject([{ data: { reason: 'result-awaited', meetingId: id, itemId } }]);
    expect(JSON.stringify(await eventStore.read(`meeting-${id}`))).not.toContain('biopsy');
  });

  it('has a case decided that was deferred and put on again as the item that is still open', async () => {
    const [id, { id: caseId }] = [await planned(), await newCase()];
    const referral = { question: 'What next?', urgency: 'routine', disciplines: [] };
    expect((await call(clinician, 'POST', `/api/cases/${caseId}/referrals`, referral)).status).toBe(201);
    await recorded(chair, `/api/meetings/${id}/opening`);
    const putOn = async () => (await recorded(coordinator, `/api/meetings/${id}/agenda`, { caseId })).recorded[0]?.itemId ?? '';
    const deferred = await putOn();
    await recorded(chair, `/api/meetings/${id}/agenda/${deferred}/deferral`, { reason: 'no-time', carryOver: 'queue' });
    const open = await putOn();
    const { content, basisHash } = decisionDraftAnswer.parse((await call(chair, 'GET', `/api/cases/${caseId}/decision-draft`)).json);
    const decision = { content: written(content), basisHash, meetingId: id, signature: { meaning: 'chair', password: chair.password } };
    const decided = await call(chair, 'POST', `/api/cases/${caseId}/decisions`, decision);
    expect(decided.status, JSON.stringify(decided.json)).toBe(201);
    const recordedItems = (await eventStore.read(`case-${caseId}`)).flatMap(({ type, data }) =>
      type === 'DecisionRecorded' ? [(data as { itemId?: string }).itemId] : [],
    );
    expect(recordedItems).toEqual([open]);
  });

  it('is managed by coordinators and chairs; others attend, read and pull back', async () => {
    const id = await planned();
    expect((await call(clinician, 'POST', '/api/meetings', single)).json).toMatchObject({ code: 'access.denied' });
    expect((await call(clinician, 'POST', `/api/meetings/${id}/opening`)).json).toMatchObject({ code: 'access.denied' });
    await recorded(coordinator, `/api/meetings/${id}/opening`);
    const guest = { account: 'guest', name: 'Dr Guest', disciplines: ['surgery'] };
    expect((await call(clinician, 'POST', `/api/meetings/${id}/attendance`, { attendee: guest })).json).toMatchObject({
      code: 'access.denied',
    });
    expect((await call(clinician, 'POST', `/api/meetings/${id}/attendance`, { chairs: true })).json).toMatchObject({
      code: 'access.denied',
    });
    await recorded(clinician, `/api/meetings/${id}/attendance`, {});
    await recorded(clinician, `/api/meetings/${id}/departure`, {});
  });

  it('names the field that is not as expected', async () => {
    const answer = await call(coordinator, 'POST', '/api/meetings', { ...single, startsAt: '25:00', timeZone: 'Mars/Olympus' });
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.json)).toMatch(/startsAt.*14:30/);
    expect(JSON.stringify(answer.json)).toMatch(/timeZone.*IANA/);
  });
});

describe('a series of meetings over HTTP', () => {
  it('is planned, changed, planned ahead and ended', async () => {
    const { on: _on, ...same } = single;
    const series = { ...same, weekday: 'monday', everyWeeks: 1, firstOn: '2026-12-07' };
    expect((await call(coordinator, 'POST', '/api/meeting-series', { ...series, firstOn: '2026-12-08' })).json).toMatchObject({
      code: 'series.invalid',
    });
    const { seriesId } = seriesRecorded.parse((await call(coordinator, 'POST', '/api/meeting-series', series)).json);
    const ahead = plannedMeetings.parse(
      (await call(coordinator, 'POST', `/api/meeting-series/${seriesId}/meetings`, { count: 2, from: '2026-12-01' })).json,
    );
    expect(ahead.meetings.map(({ on }) => on)).toEqual(['2026-12-07', '2026-12-14']);
    const key = { 'idempotency-key': 'change-1' };
    await call(coordinator, 'PUT', `/api/meeting-series/${seriesId}`, { ...series, startsAt: '15:00' }, key);
    expect(await call(coordinator, 'PUT', `/api/meeting-series/${seriesId}`, { ...series, startsAt: '16:00' }, key)).toMatchObject({
      status: 422,
      json: { code: 'idempotency.key-reused' },
    });
    const ended = await call(coordinator, 'POST', `/api/meeting-series/${seriesId}/end`, { from: '2026-12-21' });
    const { position } = seriesRecorded.parse(ended.json);
    const found = await call(clinician, 'GET', `/api/meeting-series/${seriesId}?atLeast=${encodeURIComponent(position)}`);
    expect(seriesAnswer.parse(found.json)).toMatchObject({ startsAt: '15:00', endsFrom: '2026-12-21', meetings: ahead.meetings });
    const list = await call(clinician, 'GET', `/api/meetings?seriesId=${seriesId}&atLeast=${encodeURIComponent(ahead.position)}`);
    expect(meetingListAnswer.parse(list.json).meetings.map(({ on, startsAt }) => [on, startsAt])).toEqual([
      ['2026-12-07', '14:30'],
      ['2026-12-14', '14:30'],
    ]);
  });
});
