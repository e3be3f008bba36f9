// The clients: sixteen connections of one process, each with one request at a time.
import { randomUUID } from 'node:crypto';
import type { Fact } from '@tumor-board/oncology';
import { caseOf } from '../harness/cases.ts';
import { closedLoop } from '../harness/closed-loop.ts';
import { serve } from '../harness/contender.ts';
import type { Setting } from './http.bench.ts';
import { type Http, openHttp } from './http.ts';

interface OpenCase {
  readonly path: string;
  /** Facts that have not been posted yet, the next one last. */
  readonly coming: Fact[];
  etag: string;
}

const clients = 16;
let http: Http;
const free: OpenCase[] = [];

async function openCase(seed: number, facts: number): Promise<void> {
  const { facts: all, ...head } = caseOf(seed, facts * 3);
  const anonymous = all.map(({ id: _id, ...fact }) => fact as Fact);
  const answer = await http.send('POST', '/api/cases', JSON.stringify({ ...head, facts: anonymous.slice(0, facts) }));
  if (answer.status !== 201) throw new Error(`opening a case answered ${answer.status}: ${answer.body}`);
  free.push({ path: `${answer.location}/facts`, coming: anonymous.slice(facts).toReversed(), etag: answer.etag });
}

async function postFact(): Promise<void> {
  const index = Math.floor(Math.random() * free.length);
  const [one] = free.splice(index, 1);
  const fact = one?.coming.pop();
  if (one === undefined || fact === undefined) throw new Error('there are no more facts to post');
  const answer = await http.send('POST', one.path, JSON.stringify(fact), { 'idempotency-key': randomUUID(), 'if-match': one.etag });
  if (answer.status !== 200 || !answer.body.includes('"nextStep"')) throw new Error(`a fact was answered ${answer.status}: ${answer.body}`);
  one.etag = answer.etag;
  free.push(one);
}

async function askTrivial(): Promise<void> {
  const { status, body } = await http.send('GET', '/health/ready');
  if (status !== 200) throw new Error(`readiness was answered ${status}: ${body}`);
}

serve(
  {
    async open({ api, cases, facts }: Setting) {
      http = await openHttp(api.url, clients, api.headers);
      let seed = 0;
      const opening = async () => {
        while (seed < cases) {
          seed += 1;
          await openCase(seed, facts);
        }
      };
      await Promise.all(Array.from({ length: clients }, opening));
    },
    facts: ({ milliseconds }: { milliseconds: number }) => closedLoop(clients, milliseconds, postFact),
    trivial: ({ milliseconds }: { milliseconds: number }) => closedLoop(clients, milliseconds, askTrivial),
  },
  () => http.close(),
);
