// Another client: listens, and reads the queue for each case that it is told of.
import http from 'node:http';
import { clock } from '../follow/stamp.ts';
import { serve } from '../harness/contender.ts';
import type { OpenApi } from '../http/api.ts';
import { type Http, openHttp } from '../http/http.ts';
import type { Prepared, Seen } from './live.bench.ts';

interface Change {
  readonly id: string;
  readonly version: number;
  readonly position: string;
}

const CONNECTIONS = 8;
let requests: Http;
let stream: http.ClientRequest;
/** The references of the cases that are waited for, by id. */
let awaited = new Map<string, string>();
let seen: Record<string, Seen['cases'][string]> = {};
let failure: unknown;

async function look({ id, position }: Change): Promise<void> {
  const noticed = clock();
  const reference = awaited.get(id);
  if (reference === undefined) return;
  const { status, body } = await requests.send('GET', `/api/queue?search=${reference}&atLeast=${position}`);
  if (status !== 200) throw new Error(`the queue was answered ${status}: ${body}`);
  const { cases } = JSON.parse(body) as { cases: { id: string; reason: string }[] };
  if (cases.some((one) => one.id === id && one.reason === 'progression')) seen[id] ??= { noticed, shown: clock() };
}

/** Opens the stream; resolves when it is ready. */
const listen = ({ url, headers }: OpenApi): Promise<void> =>
  new Promise((resolve, reject) => {
    stream = http.get(`${url}/api/live?topics=queue`, { headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        const messages = (text + chunk).split('\n\n');
        text = messages.pop() ?? '';
        for (const message of messages) {
          if (message.includes('event: ready')) resolve();
          const data = message.includes('event: changed') ? /^data: (.*)$/m.exec(message)?.[1] : undefined;
          if (data !== undefined) look(JSON.parse(data) as Change).catch((error: unknown) => (failure = error));
        }
      });
    });
    stream.once('error', reject);
  });

serve(
  {
    async open(api: OpenApi) {
      requests = await openHttp(api.url, CONNECTIONS, api.headers);
      await listen(api);
    },
    async watch({ cases }: Prepared) {
      awaited = new Map(cases.map(({ id, reference }) => [id, reference]));
      seen = {};
    },
    /** Waits until every case has been seen, or the time is over. */
    async seen({ withinMs }: { withinMs: number }): Promise<Seen> {
      const end = clock() + withinMs;
      while (Object.keys(seen).length < awaited.size && clock() < end) await new Promise((resolve) => setTimeout(resolve, 10));
      if (failure !== undefined) throw failure;
      return { cases: seen };
    },
  },
  async () => {
    stream.destroy();
    await requests.close();
  },
);
