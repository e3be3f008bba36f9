import { randomUUID } from 'node:crypto';
import http from 'node:http';
import { createEventStore, type EventStore } from '@tumor-board/event-store';
import { knowledgeRelease, sitePolicy } from '@tumor-board/knowledge';
import { createLogger, createMetrics } from '@tumor-board/observability';
import { caseReadModels, startProjections } from '@tumor-board/read-side';
import { appendOf, createTestDatabase, newStream, type SignedInPerson, signedIn, type TestDatabase } from '@tumor-board/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RunningApi, startApi } from '../api.js';
import { caseAnswer, recordedAnswer } from '../cases/case-answers.js';
import { problemDocument } from '../http/problem-document.js';
import { liveBegin, liveChange } from './live-message.js';

let database: TestDatabase;
let person: SignedInPerson;
let eventStore: EventStore;
let api: RunningApi;
let closing: (() => Promise<unknown>)[];
const knowledge = { release: knowledgeRelease(), policy: sitePolicy() };

beforeEach(async () => {
  database = await createTestDatabase();
  person = await signedIn(database.pool);
  eventStore = createEventStore({ pool: database.pool });
  api = await startApi({
    pool: database.pool,
    eventStore,
    knowledge,
    settings: { HOST: '127.0.0.1', PORT: 0, SITE: 'default', PROJECTION_WAIT_MS: 10_000 },
    logger: createLogger({ service: 'api', level: 'fatal' }),
    metrics: createMetrics(),
  });
  closing = [() => api.close(), () => eventStore.close(), () => database.drop()];
});
afterEach(async () => {
  for (const close of closing) await close();
});

interface Message {
  readonly event: string;
  readonly id: string;
  readonly data: unknown;
}

/** A client that listens, as a browser does. */
class Client {
  readonly messages: Message[] = [];
  status = 0;
  headers: http.IncomingHttpHeaders = {};
  /** The cursor to go on from. */
  cursor = '';
  ended = false;
  readonly #request: http.ClientRequest;
  #text = '';

  constructor(query: string, lastEventId?: string) {
    const headers = {
      accept: 'text/event-stream',
      ...person.headers,
      ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
    };
    this.#request = http.get(`${api.url}/api/live?${query}`, { headers, agent: false }, (response) => {
      this.status = response.statusCode ?? 0;
      this.headers = response.headers;
      response.setEncoding('utf8').on('data', (chunk: string) => this.#read(chunk));
      response.on('close', () => (this.ended = true)).on('error', () => undefined);
    });
    this.#request.on('error', () => (this.ended = true));
    closing.unshift(async () => this.#request.destroy());
  }

  get changes() {
    return this.messages.flatMap(({ event, data }) => (event === 'changed' ? [liveChange.parse(data)] : []));
  }

  /** `case-<id>@<version>` of each change. */
  get told(): string[] {
    return this.changes.map(({ kind, id, version }) => `${kind}-${id}@${version}`);
  }

  drop(): void {
    this.#request.destroy();
  }

  #read(chunk: string): void {
    const parts = (this.#text + chunk).split('\n\n');
    this.#text = parts.pop() ?? '';
    for (const part of parts) {
      const fields = Object.fromEntries(
        part.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
      );
      if (fields['id'] !== undefined) this.cursor = fields['id'];
      if (fields['event'] !== undefined)
        this.messages.push({ event: fields['event'], id: fields['id'] ?? '', data: JSON.parse(fields['data'] ?? '') });
    }
  }
}

/** Everything is read from the log: no read model has a place yet. */
const listen = (topics: string, lastEventId?: string) => new Client(`topics=${topics}`, lastEventId);

const begun = async (client: Client, event = 'ready'): Promise<Client> => {
  await expect.poll(() => client.messages[0]?.event, { timeout: 60_000 }).toBe(event);
  expect(liveBegin.parse(client.messages[0]?.data).cursor).toBe(client.messages[0]?.id);
  return client;
};

const elsewhere = (streamId: string) => {
  const append = appendOf(streamId, 0);
  return { ...append, context: { ...append.context, metadata: { site: 'elsewhere', actor: 'tester' } } };
};

const ask = async (path: string, body?: unknown): Promise<unknown> => {
  const sent = { method: 'POST', headers: { 'content-type': 'application/json', ...person.headers }, body: JSON.stringify(body) };
  const response = await fetch(`${api.url}${path}`, body === undefined ? { headers: person.headers } : sent);
  expect(response.ok).toBe(true);
  return await response.json();
};

describe('two clients', () => {
  it('are told of a fact that a third records, and read it by its position', async () => {
    const projections = startProjections({ pool: database.pool, readModels: caseReadModels({ eventStore, knowledge }) });
    closing.unshift(() => projections.stop());
    const head = { format: 'tumor-board-case/1', reference: 'L1', title: 'Jane Doe', patient: { ageYears: 50, sex: 'female' } };
    const opened = recordedAnswer.parse(await ask('/api/cases', head));
    await ask(`/api/cases/${opened.id}?atLeast=${opened.position}`);
    const [queue, one] = await Promise.all([begun(listen('queue')), begun(listen(`case:${opened.id},meetings`))]);
    const fact = { type: 'PerformanceStatusRecorded', on: '2025-01-06', ecog: 1 };
    const recorded = recordedAnswer.parse(await ask(`/api/cases/${opened.id}/facts`, fact));
    for (const client of [queue, one]) {
      await expect.poll(() => client.changes.at(-1)?.version, { timeout: 60_000 }).toBe(recorded.version);
      const change = client.changes.at(-1);
      expect(change?.position).toBe(recorded.position);
      expect(JSON.stringify(client.messages)).not.toContain('Jane');
      const found = caseAnswer.parse(await ask(`/api/cases/${change?.id}?atLeast=${change?.position}`));
      expect(found.version).toBe(recorded.version);
    }
    expect([queue.changes.at(-1)?.topics, one.changes.at(-1)?.topics]).toEqual([['queue'], [`case:${opened.id}`]]);
  });

  it('are told of meetings and of cases apart', async () => {
    const [cases, meetings] = await Promise.all([begun(listen('cases')), begun(listen('meetings'))]);
    const [oneCase, meeting, series] = [newStream(), newStream('meeting'), newStream('series')];
    const one = await begun(listen(`meeting:${meeting.slice('meeting-'.length)}`));
    for (const stream of [oneCase, meeting, series]) await eventStore.append(appendOf(stream, 0));
    await expect.poll(() => meetings.told).toEqual([`${meeting}@1`, `${series}@1`]);
    await expect.poll(() => cases.told).toEqual([`${oneCase}@1`]);
    await expect.poll(() => one.told).toEqual([`${meeting}@1`]);
  });

  it('are told nothing of another site', async () => {
    const other = newStream();
    const client = await begun(listen(`cases,case:${other.slice('case-'.length)}`));
    await eventStore.append(elsewhere(other));
    const own = newStream();
    await eventStore.append(appendOf(own, 0));
    await expect.poll(() => client.told).toEqual([`${own}@1`]);
    const again = await begun(listen('cases', client.messages[0]?.id));
    await expect.poll(() => again.told).toEqual([`${own}@1`]);
  });

  it('are told of each stream in its order', async () => {
    const client = await begun(listen('cases'));
    const streams = Array.from({ length: 6 }, () => newStream());
    await Promise.all(
      streams.map(async (stream) => {
        for (let version = 0; version < 30; version++) await eventStore.append(appendOf(stream, version));
      }),
    );
    for (const stream of streams) {
      const versions = () => client.told.flatMap((told) => (told.startsWith(`${stream}@`) ? [Number(told.split('@')[1])] : []));
      await expect.poll(() => versions().at(-1), { timeout: 60_000 }).toBe(30);
      expect(versions()).toEqual(versions().toSorted((a, b) => a - b));
    }
  });
});

describe('a client whose connection is lost', () => {
  it('is told exactly what it missed, wherever it was when it was lost', async () => {
    const client = await begun(listen('cases'));
    const [before, missed, after] = [0, 1, 2].map(() => Array.from({ length: 5 }, () => newStream())) as [string[], string[], string[]];
    for (const stream of before) await eventStore.append(appendOf(stream, 0));
    await expect.poll(() => client.told).toEqual(before.map((stream) => `${stream}@1`));
    client.drop();
    for (const stream of missed) await eventStore.append(appendOf(stream, 0));
    const cursors = client.messages.map(({ id }) => id);
    const back = await Promise.all(cursors.map(async (cursor) => await begun(listen('cases', cursor))));
    for (const stream of after) await eventStore.append(appendOf(stream, 0));
    const all = [...before, ...missed, ...after].map((stream) => `${stream}@1`);
    for (const [told, again] of back.entries()) await expect.poll(() => again.told).toEqual(all.slice(told));
  });

  it('goes on in a service that was started since', async () => {
    const client = await begun(listen('cases'));
    await eventStore.append(appendOf(newStream(), 0));
    await expect.poll(() => client.told).toHaveLength(1);
    await api.close();
    await expect.poll(() => client.ended).toBe(true);
    const missed = newStream();
    await eventStore.append(appendOf(missed, 0));
    const { pool } = database;
    api = await startApi({
      pool,
      eventStore,
      knowledge,
      settings: { HOST: '127.0.0.1', PORT: 0, SITE: 'default', PROJECTION_WAIT_MS: 10_000 },
      logger: createLogger({ service: 'api', level: 'fatal' }),
      metrics: createMetrics(),
    });
    const again = await begun(listen('cases', client.cursor));
    await expect.poll(() => again.told).toEqual([`${missed}@1`]);
  });

  it('can give its cursor in the address too, and the header goes before it', async () => {
    const client = await begun(listen('cases'));
    const [first, second] = [newStream(), newStream()];
    await eventStore.append(appendOf(first, 0));
    await expect.poll(() => client.told).toHaveLength(1);
    await eventStore.append(appendOf(second, 0));
    await expect.poll(() => client.told).toHaveLength(2);
    const [start, behindFirst] = client.messages.map(({ id }) => id);
    const inAddress = await begun(new Client(`topics=cases&after=${start}`));
    await expect.poll(() => inAddress.told).toEqual([`${first}@1`, `${second}@1`]);
    const both = await begun(new Client(`topics=cases&after=${start}`, behindFirst));
    await expect.poll(() => both.told).toEqual([`${second}@1`]);
  });

  it('is told to read anew when its cursor is of another log', async () => {
    for (const cursor of [Array.from({ length: 8 }, () => 'zzzzzzzz.1').join('_'), 'what an older version called a cursor']) {
      const client = await begun(listen('cases', cursor), 'reset');
      expect(client.cursor).not.toBe(cursor);
    }
  });
});

describe('the service', () => {
  it('ends every stream at once when it stops, of a client too that does not read', async () => {
    const clients = await Promise.all(Array.from({ length: 10 }, async () => await begun(listen('cases'))));
    const deaf = http.get(`${api.url}/api/live?topics=cases`, { headers: person.headers, agent: false }, (response) => response.pause());
    deaf.on('error', () => undefined);
    await new Promise((resolve) => deaf.once('response', resolve));
    const since = performance.now();
    await api.close();
    expect(performance.now() - since).toBeLessThan(5_000);
    for (const client of clients) await expect.poll(() => client.ended).toBe(true);
    deaf.destroy();
  });

  it('counts the open streams, and forgets a client that is gone', async () => {
    const [gone] = await Promise.all([begun(listen('cases')), begun(listen('queue'))]);
    const page = async () => await (await fetch(`${api.url}/metrics`)).text();
    expect(await page()).toContain('tumor_board_live_streams 2');
    gone.drop();
    await expect.poll(page).toContain('tumor_board_live_streams 1');
  });

  it('says that nothing on the way may keep or gather the stream', async () => {
    const client = await begun(listen('cases'));
    expect(client.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
      'x-correlation-id': expect.any(String),
    });
    expect(client.headers['content-encoding']).toBeUndefined();
  });

  it('opens nothing for who asks for the head only', async () => {
    const response = await fetch(`${api.url}/api/live?topics=cases`, { method: 'HEAD', headers: person.headers });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
    expect(await (await fetch(`${api.url}/metrics`)).text()).toContain('tumor_board_live_streams 0');
  });

  it.each([
    ['topics=everything', 'topics'],
    ['', 'topics'],
    [`topics=case:${randomUUID()}1`, 'topics'],
    ['topics=cases&after=yesterday', 'after'],
    ['topics=cases&since=yesterday', 'since'],
  ])('refuses %j, naming the parameter', async (query, path) => {
    const response = await fetch(`${api.url}/api/live?${query}`, { headers: person.headers });
    expect(response.status).toBe(400);
    expect(problemDocument.parse(await response.json()).faults.map((fault) => fault.path)).toContain(path);
  });
});
