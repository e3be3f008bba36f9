import { randomBytes, randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { PROTECTED_FIELDS } from '@tumor-board/board';
import { createEventStore, type EventStore, openProtection, type Protection } from '@tumor-board/event-store';
import { knowledgeRelease, sitePolicy } from '@tumor-board/knowledge';
import { createLogger, createMetrics } from '@tumor-board/observability';
import { caseReadModels, type RunningProjections, startProjections } from '@tumor-board/read-side';
import { createTestDatabase, type SignedInPerson, signedIn, type TestDatabase, written } from '@tumor-board/testing';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApi } from '../api.js';
import { decidedAnswer, decisionDraftAnswer } from '../board/board-answers.js';
import { meetingRecorded } from '../meetings/meeting-answers.js';

const people = {} as Record<'coordinator' | 'chair' | 'auditor' | 'administrator', SignedInPerson>;
type Who = keyof typeof people;
let database: TestDatabase;
let protection: Protection;
let eventStore: EventStore;
let projections: RunningProjections;
let app: NestFastifyApplication;
const logged: string[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  const { pool } = database;
  people.coordinator = await signedIn(pool, { roles: ['coordinator'] });
  people.chair = await signedIn(pool, { roles: ['chair', 'clinician'], disciplines: ['radiation-oncology'], name: '梁 Leung' });
  people.auditor = await signedIn(pool, { roles: ['auditor'] });
  people.administrator = await signedIn(pool, { roles: ['administrator'] });
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
    metrics: createMetrics(),
  });
});
afterAll(async () => {
  await app.close();
  await projections.stop();
  await eventStore.close();
  await database.drop();
});

const get = (who: Who | undefined, url: string, headers: Record<string, string> = {}) =>
  app.inject({ method: 'GET', url, headers: { host: 'localhost:3000', ...(who === undefined ? {} : people[who].headers), ...headers } });
async function send(who: Who, method: 'POST' | 'PUT', url: string, body: object) {
  const headers = { host: 'localhost:3000', 'content-type': 'application/json', ...people[who].headers };
  const response = await app.inject({ method, url, headers, payload: JSON.stringify(body) });
  expect(response.statusCode, response.body).toBeLessThan(300);
  return response.json<Record<string, unknown>>();
}

const day = (offset: number): string => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
const facts = [
  { type: 'HistologyReported', on: day(-100), histology: 'non-keratinising-undifferentiated', eber: 'positive' },
  { type: 'StagingRecorded', on: day(-100), edition: 'TNM-8', t: 'T3', n: 'N2', m: 'M1' },
  { type: 'PerformanceStatusRecorded', on: day(-99), ecog: 1 },
];
const NAME = '陳大文';

/** A registered patient with a referred case. */
async function referred(question = 'Ablation?'): Promise<string> {
  const reference = `NPC-${randomUUID().slice(0, 8)}`;
  const file = { format: 'tumor-board-case/1', reference, patient: { ageYears: 50, sex: 'female' }, facts };
  const { id } = await send('coordinator', 'POST', '/api/cases', file);
  const identity = { name: NAME, recordNumber: `H-${randomUUID().slice(0, 8)}`, birthDate: '1974-05-06', sex: 'female' };
  const patient = await send('coordinator', 'POST', '/api/patients', identity);
  await send('coordinator', 'PUT', `/api/cases/${String(id)}/patient`, { patientId: patient['id'] });
  await send('coordinator', 'POST', `/api/cases/${String(id)}/referrals`, { question, urgency: 'routine' });
  return String(id);
}

async function decided(id: string, more: object = {}, changes: object = {}): Promise<string> {
  const { content, basisHash, basis } = decisionDraftAnswer.parse((await get('chair', `/api/cases/${id}/decision-draft`)).json());
  const signature = { meaning: 'chair', password: people.chair.password };
  const body = {
    content: { ...written(content, 'As the board reads <the> evidence.'), ...changes },
    basisHash,
    basis,
    signature,
    ...more,
  };
  return decidedAnswer.parse(await send('chair', 'POST', `/api/cases/${id}/decisions`, body)).decisionId;
}

const pdfText = async (bytes: Buffer): Promise<string> =>
  (await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })).text.replaceAll(/\s+/g, ' ');

/** Every event that a page names is in the log, and nothing with a digit stands outside of what names one. */
async function expectTraced(html: string): Promise<void> {
  const named = new Set([...html.matchAll(/data-event="([^"]+)"/g)].map(([, event = '']) => event));
  expect(named.size).toBeGreaterThan(3);
  for (const event of named) {
    const [streamId = '', version = ''] = event.split('@');
    expect(await eventStore.read(streamId, { after: Number(version) - 1, upTo: Number(version) }), event).toHaveLength(1);
  }
  const outside = html
    .replace(/<head>[\s\S]*<\/head>/, '')
    .replaceAll(/<span data-event="[^"]+">[^<]*<\/span>/g, '')
    .replaceAll(/<[^>]+>/g, '');
  expect(outside).not.toMatch(/\p{N}/u);
}

describe('an outcome letter over HTTP', () => {
  it('is a page that runs nothing, each number of which names an event of the log', async () => {
    const id = await referred();
    const decisionId = await decided(id);
    const response = await get('chair', `/api/cases/${id}/decisions/${decisionId}/letter`);
    expect(response.statusCode, response.body).toBe(200);
    expect(response.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': expect.stringMatching(/^default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'/),
    });
    for (const said of [NAME, '1974-05-06', 'Ablation?', 'As the board reads &lt;the&gt; evidence.', '梁 Leung', 'Yao 2023']) {
      expect(response.body).toContain(said);
    }
    await expectTraced(response.body);
  });

  it('is a PDF for who asks for one, with the decision and Chinese names, under a name that says nothing of a person', async () => {
    const id = await referred('化療後下一步？');
    const decisionId = await decided(id);
    const url = `/api/cases/${id}/decisions/${decisionId}/letter`;
    for (const response of [await get('chair', `${url}?format=pdf`), await get('chair', url, { accept: 'application/pdf' })]) {
      expect(response.headers).toMatchObject({
        'content-type': 'application/pdf',
        'content-disposition': `inline; filename="outcome-letter-${decisionId}.pdf"`,
      });
      const text = await pdfText(response.rawPayload);
      for (const said of [NAME, '梁 Leung', '化療後下一步', 'As the board reads <the> evidence.', 'Page 1 of'])
        expect(text).toContain(said);
    }
    const page = await get('chair', url, { accept: 'text/html,application/pdf;q=0.9' });
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    const odd = await get('chair', `${url}?format=docx`);
    expect([odd.statusCode, odd.json<{ faults: unknown }>().faults]).toMatchObject([400, [{ message: 'expected html or pdf' }]]);
  });

  it('shows an auditor everything but who it is, in both formats', async () => {
    const id = await referred();
    const decisionId = await decided(id);
    const url = `/api/cases/${id}/decisions/${decisionId}/letter`;
    const page = await get('auditor', url);
    const pdf = await pdfText((await get('auditor', `${url}?format=pdf`)).rawPayload);
    for (const text of [page.body, pdf]) {
      expect(text).toContain('not shown to this reader');
      expect(text).toContain('Ablation?');
      expect(text).not.toContain(NAME);
      expect(text).not.toContain('1974-05-06');
    }
  });

  it('is for who reads cases, and of a decision that there is', async () => {
    const id = await referred();
    const decisionId = await decided(id);
    const url = `/api/cases/${id}/decisions/${decisionId}/letter`;
    const codeOf = async (who: Who | undefined, at: string) => {
      const response = await get(who, at, { accept: 'application/pdf' });
      return [response.statusCode, response.json<{ code: string }>().code];
    };
    expect(await codeOf('administrator', url)).toEqual([403, 'access.denied']);
    expect(await codeOf(undefined, url)).toEqual([401, 'access.signed-out']);
    expect(await codeOf('chair', `/api/cases/${id}/decisions/${randomUUID()}/letter`)).toEqual([404, 'decision.unknown']);
    expect(await codeOf('chair', `/api/cases/${randomUUID()}/decisions/${decisionId}/letter`)).toEqual([404, 'case.unknown']);
  });

  it('is in the read log with the case and the person, and in no other log', async () => {
    const id = await referred();
    const decisionId = await decided(id);
    await get('chair', `/api/cases/${id}/decisions/${decisionId}/letter?format=pdf`);
    const { entries } = (await get('auditor', `/api/read-log?caseId=${id}`)).json<{ entries: { operation: string }[] }>();
    expect(entries.map(({ operation }) => operation)).toContain('getOutcomeLetter');
    expect(logged.join('')).not.toContain(NAME);
  });

  it('shows [erased] once the case was erased, and says so first', async () => {
    const id = await referred();
    const decisionId = await decided(id);
    await send('administrator', 'POST', `/api/cases/${id}/erasure`, { because: 'person-asked' });
    const letter = await get('chair', `/api/cases/${id}/decisions/${decisionId}/letter`);
    expect(letter.body).toMatch(/<p class="warning"><strong>.*What was written about the person was erased/);
    expect(letter.body).toContain('[erased]');
    expect(letter.body).not.toContain('As the board reads');
  });
});

describe('the sheet of a meeting over HTTP', () => {
  const plan = {
    title: 'NPC board',
    on: day(1),
    startsAt: '14:30',
    timeZone: 'Asia/Hong_Kong',
    durationMinutes: 60,
    place: 'Room 4',
    disciplines: ['radiation-oncology'],
    capacity: 8,
  };

  it('is the agenda before it and the minutes after it, in both formats', async () => {
    const { meetingId } = meetingRecorded.parse(await send('coordinator', 'POST', '/api/meetings', plan));
    const [one, two] = [await referred(), await referred('Second opinion?')];
    for (const caseId of [one, two]) await send('coordinator', 'POST', `/api/meetings/${meetingId}/agenda`, { caseId });
    const url = `/api/meetings/${meetingId}/sheet`;
    const agenda = await get('coordinator', url);
    for (const said of ['Agenda of the tumour board', NAME, 'Ablation?', 'Second opinion?', 'Room 4', 'Why listed'])
      expect(agenda.body).toContain(said);
    await expectTraced(agenda.body);

    await send('chair', 'POST', `/api/meetings/${meetingId}/opening`, {});
    await send('chair', 'POST', `/api/meetings/${meetingId}/attendance`, { chairs: true });
    await decided(one, { meetingId }, { dissent: [{ by: 'Dr B.', text: 'I would wait.' }] });
    const minutes = await get('chair', url);
    expect(minutes.body).toContain('these minutes are not final');
    await expectTraced(minutes.body);
    const pdf = await get('auditor', `${url}?format=pdf`);
    expect(pdf.headers['content-disposition']).toBe(`inline; filename="meeting-sheet-${meetingId}.pdf"`);
    const text = await pdfText(pdf.rawPayload);
    for (const said of ['Minutes of the tumour board', 'Second opinion?', '梁 Leung', 'chair, radiation oncology'])
      expect(text).toContain(said);
    expect(text).not.toContain(NAME);
  });

  it('is of a meeting that there is', async () => {
    const response = await get('chair', `/api/meetings/${randomUUID()}/sheet`);
    expect([response.statusCode, response.json<{ code: string }>().code]).toEqual([404, 'meeting.unknown']);
  });
});
