import { randomUUID } from 'node:crypto';
import { CommandBus } from '@nestjs/cqrs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createEventStore, type EventStore } from '@tumor-board/event-store';
import { knowledgeRelease, sitePolicy } from '@tumor-board/knowledge';
import { createLogger, createMetrics } from '@tumor-board/observability';
import { caseReadModels, inputOfRun, type RunningProjections, readDeliberatedCase, startProjections } from '@tumor-board/read-side';
import { deliberate, PANEL } from '@tumor-board/specialists';
import { createTestDatabase, type SignedInPerson, signedIn, type TestDatabase, written } from '@tumor-board/testing';
import { ConcludeDeliberationCommand, RecordOpinionCommand } from '@tumor-board/write-side';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApi } from '../api.js';
import { boardWorkAnswer, decisionDraftAnswer, dossierAnswer } from '../board/board-answers.js';
import { claimedAnswer, deliberationAnswer, deliberationListAnswer, panelCountersAnswer, replayAnswer } from './deliberation-answers.js';

let database: TestDatabase;
let eventStore: EventStore;
let projections: RunningProjections;
let app: NestFastifyApplication;
let [coordinator, surgeon, colleague, auditor] = [] as unknown as [SignedInPerson, SignedInPerson, SignedInPerson, SignedInPerson];

beforeAll(async () => {
  database = await createTestDatabase();
  coordinator = await signedIn(database.pool, { roles: ['coordinator'] });
  surgeon = await signedIn(database.pool, { roles: ['clinician'], disciplines: ['surgery', 'palliative-care'] });
  colleague = await signedIn(database.pool, { roles: ['chair'] });
  auditor = await signedIn(database.pool, { roles: ['auditor'] });
  eventStore = createEventStore({ pool: database.pool });
  const knowledge = { release: knowledgeRelease(), policy: sitePolicy() };
  projections = startProjections({ pool: database.pool, readModels: caseReadModels({ eventStore, knowledge }) });
  app = await createApi({
    pool: database.pool,
    eventStore,
    knowledge,
    settings: { HOST: '127.0.0.1', PORT: 0, SITE: 'default', PROJECTION_WAIT_MS: 20_000 },
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

type Who = Pick<SignedInPerson, 'headers'>;
const get = (who: Who, url: string) => app.inject({ method: 'GET', url, headers: { host: 'localhost:3000', ...who.headers } });
const post = (who: Who, url: string, body?: unknown, headers: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url,
    headers: { host: 'localhost:3000', ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...who.headers, ...headers },
    ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
  });
const codeOf = (response: { json<T>(): T; statusCode: number }) => [response.statusCode, response.json<{ code: string }>().code];
const histology = { type: 'HistologyReported', on: '2026-01-05', histology: 'non-keratinising-undifferentiated', eber: 'positive' };
const ecog = { type: 'PerformanceStatusRecorded', on: '2026-01-06', ecog: 1 };

const opened = async (): Promise<string> => {
  const patient = { ageYears: 50, sex: 'female' };
  const file = { format: 'tumor-board-case/1', reference: `D-${randomUUID()}`, patient, facts: [histology] };
  return (await post(coordinator, '/api/cases', file)).json<{ id: string }>().id;
};
const shown = async (id: string) => deliberationAnswer.parse((await get(auditor, `/api/cases/${id}/deliberation`)).json());
const asked = async (id: string, headers: Record<string, string> = {}) => {
  const response = await post(coordinator, `/api/cases/${id}/deliberations`, undefined, headers);
  expect(response.statusCode, response.body).toBe(202);
  return boardWorkAnswer.parse(response.json());
};
/** What a panel does for the run that was asked for. */
async function held(id: string): Promise<string> {
  const { events, talk } = await readDeliberatedCase(eventStore, 'default', id);
  const recorded = talk.runs.at(-1);
  if (recorded === undefined) throw new Error('no run was asked for');
  const run = deliberate(inputOfRun(events, recorded));
  const commands = app.get(CommandBus);
  const context = () => ({
    commandId: randomUUID(),
    metadata: { site: 'default', actor: 'workflow:deliberation' },
    receivedAt: new Date().toISOString(),
  });
  for (const opinion of run.opinions) await commands.execute(new RecordOpinionCommand(id, recorded.runId, opinion, context()));
  await commands.execute(new ConcludeDeliberationCommand(id, recorded.runId, run, context()));
  return recorded.runId;
}
const claim = { stance: 'against', option: 'case', text: 'Not before the wound has healed.', facts: ['#1'] };

describe('the panel', () => {
  it('is asked for what it says, and shown with opinions, ledger and synthesis', async () => {
    const id = await opened();
    expect((await shown(id)).run).toBeNull();
    await asked(id);
    expect((await shown(id)).run).toMatchObject({ because: 'request', state: 'running', isCurrent: true, outstanding: [...PANEL] });
    const runId = await held(id);
    const view = await shown(id);
    expect(view).toMatchObject({ id, run: { runId, state: 'concluded', isCurrent: true }, weighed: 'with-claims' });
    expect(view.opinions).toHaveLength(PANEL.length);
    const { runs } = deliberationListAnswer.parse((await get(auditor, `/api/cases/${id}/deliberations`)).json());
    expect(runs).toMatchObject([{ runId }]);
    expect(deliberationAnswer.parse((await get(auditor, `/api/cases/${id}/deliberations/${runId}`)).json())).toEqual(view);
    const replay = replayAnswer.parse((await get(auditor, `/api/cases/${id}/deliberations/${runId}/replay`)).json());
    expect(replay).toMatchObject({ outcome: 'same', differences: [] });
  });

  it('is asked once for one key, and says nothing new while its word stands', async () => {
    const id = await opened();
    const first = await asked(id, { 'idempotency-key': 'a' });
    expect((await asked(id, { 'idempotency-key': 'a' })).version).toBe(first.version);
    await held(id);
    const before = (await shown(id)).version;
    expect((await asked(id)).version).toBe(before);
  });

  it('is of the past after the next fact', async () => {
    const id = await opened();
    await asked(id);
    const runId = await held(id);
    expect((await post(surgeon, `/api/cases/${id}/facts`, [ecog])).statusCode).toBe(200);
    expect((await shown(id)).run).toMatchObject({ runId, state: 'superseded', isCurrent: false, supersededBecause: 'new-fact' });
  });

  it('is unknown where there is no such run, and no such case', async () => {
    const id = await opened();
    expect(codeOf(await get(auditor, `/api/cases/${id}/deliberations/${randomUUID()}`))).toEqual([404, 'deliberation.unknown']);
    expect(codeOf(await get(auditor, `/api/cases/${randomUUID()}/deliberation`))).toEqual([404, 'case.unknown']);
    expect(codeOf(await post(auditor, `/api/cases/${id}/deliberations`))).toEqual([403, 'access.denied']);
  });

  it('does not get into the way of who has the case on the screen', async () => {
    const id = await opened();
    const { version } = await shown(id);
    await asked(id);
    await held(id);
    expect((await post(surgeon, `/api/cases/${id}/facts`, [ecog], { 'if-match': `"${version}"` })).statusCode).toBe(200);
  });

  it('is counted', async () => {
    const id = await opened();
    await asked(id);
    await held(id);
    const { position } = await asked(id);
    const counters = panelCountersAnswer.parse((await get(auditor, `/api/panel/counters?atLeast=${position}`)).json());
    expect(counters.releases[0]?.concluded).toBeGreaterThan(0);
    expect(counters.disciplines.map(({ discipline }) => discipline)).toEqual(expect.arrayContaining(['radiology', 'pharmacy-safety']));
  });
});

describe('a decision', () => {
  it('is drafted beside what the panel proposes, and its dossier holds what had been said', async () => {
    const id = await opened();
    const draftOf = async () => decisionDraftAnswer.parse((await get(surgeon, `/api/cases/${id}/decision-draft`)).json());
    expect((await draftOf()).panel).toBeNull();
    await asked(id);
    const runId = await held(id);
    await post(surgeon, `/api/cases/${id}/claims`, claim);
    const { panel, content, basisHash } = await draftOf();
    expect(panel?.run).toMatchObject({ runId, isCurrent: true });
    const decision = {
      content: written(content, 'as proposed'),
      basisHash,
      signature: { meaning: 'chair', password: colleague.password },
    };
    const decided = await post(colleague, `/api/cases/${id}/decisions`, decision);
    expect(decided.statusCode, decided.body).toBe(201);
    await post(surgeon, `/api/cases/${id}/claims`, { ...claim, text: 'Too late.' });
    const dossier = dossierAnswer.parse(
      (await get(auditor, `/api/cases/${id}/decisions/${decided.json<{ decisionId: string }>().decisionId}`)).json(),
    );
    expect(dossier.said.panel).toMatchObject({ run: { runId, isCurrent: true }, claims: [{ text: claim.text }] });
    expect(dossier.said.panel.opinions).toHaveLength(PANEL.length);
    expect(dossier.said.panel.synthesis).toEqual(panel?.synthesis);
  });
});

describe('a claim', () => {
  it('is made in one’s own name and discipline, and taken back by nobody else', async () => {
    const id = await opened();
    await asked(id);
    await held(id);
    const made = await post(surgeon, `/api/cases/${id}/claims`, claim, { 'idempotency-key': 'one' });
    expect(made.statusCode, made.body).toBe(201);
    const { claimId } = claimedAnswer.parse(made.json());
    expect(claimedAnswer.parse((await post(surgeon, `/api/cases/${id}/claims`, claim, { 'idempotency-key': 'one' })).json()).claimId).toBe(
      claimId,
    );
    const view = await shown(id);
    expect(view.claims).toMatchObject([{ claimId, author: { discipline: 'surgery' }, text: claim.text, withdrawn: false }]);
    expect(view.ledger?.entries.at(-1)).toMatchObject({ author: { kind: 'person' }, claim: { text: claim.text } });
    const withdrawal = `/api/cases/${id}/claims/${claimId}/withdrawal`;
    expect(codeOf(await post(colleague, withdrawal))).toEqual([403, 'claim.of-another']);
    expect((await post(surgeon, withdrawal)).statusCode).toBe(200);
    expect((await shown(id)).claims).toMatchObject([{ claimId, withdrawn: true }]);
    expect(codeOf(await post(surgeon, `/api/cases/${id}/claims/${randomUUID()}/withdrawal`))).toEqual([404, 'claim.unknown']);
  });

  it('is refused for a discipline that is not one’s own, without an item, and from who may not speak', async () => {
    const id = await opened();
    const path = `/api/cases/${id}/claims`;
    expect(codeOf(await post(surgeon, path, { ...claim, discipline: 'pathology' }))).toEqual([400, 'claim.invalid']);
    expect(codeOf(await post(colleague, path, claim))).toEqual([400, 'claim.invalid']);
    expect(codeOf(await post(surgeon, path, { ...claim, stance: 'request' }))).toEqual([400, 'claim.invalid']);
    expect(codeOf(await post(surgeon, path, { ...claim, text: '' }))).toEqual([400, 'request.invalid']);
    expect(codeOf(await post(coordinator, path, claim))).toEqual([403, 'access.denied']);
    expect((await post(surgeon, path, { ...claim, discipline: 'palliative-care' })).statusCode).toBe(201);
  });
});
