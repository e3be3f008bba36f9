import path from 'node:path';
import type { Benchmark, Context } from '../harness/benchmark.ts';
import type { Pace } from '../harness/closed-loop.ts';
import { type Contender, startContender } from '../harness/contender.ts';
import { type Goal, ratioAtLeast } from '../harness/goal.ts';
import { pairedRounds, ratioOf, ratioText } from '../harness/rounds.ts';
import { figure, median } from '../harness/statistics.ts';
import { table } from '../harness/table.ts';
import type { OpenApi } from './api.ts';

/** The cases that the clients open first. */
export interface Setting {
  readonly api: OpenApi;
  readonly cases: number;
  /** Of each case; more are posted in the course of the run. */
  readonly facts: number;
}

const MILLISECONDS = 1_500;
const CASES = 500;
const FACTS = 34;

type Name = 'trivial query' | 'fact' | 'fact, with a projector';

async function run({ server, rounds, peersInstalled, print }: Context): Promise<Goal[]> {
  const text = `facts posted, each answered with its assessment ÷ trivial query`;
  if (!peersInstalled) return [ratioAtLeast(text, 0.4, undefined)];
  const started: Contender[] = [];
  const start = (file: string) => {
    const contender = startContender(path.join(import.meta.dirname, file), { quiet: true });
    started.push(contender);
    return contender;
  };
  try {
    const database = await server.database('bench_http', { migrated: true });
    const api = start('api.ts');
    const opened = await api.ask<OpenApi>('open', { url: database });
    const client = start('client.ts');
    await client.ask('open', { api: opened, cases: CASES, facts: FACTS } satisfies Setting);
    const load = { milliseconds: MILLISECONDS };
    for (const task of ['trivial', 'facts']) await client.ask(task, load);
    const alone = await pairedRounds<Name, Pace>(
      rounds,
      new Map([
        ['trivial query', () => client.ask<Pace>('trivial', load)],
        ['fact', () => client.ask<Pace>('facts', load)],
      ]),
    );
    const projector = start('projector.ts');
    await projector.ask('open', { url: database });
    await projector.ask('caughtUp');
    const followed: Pace[] = [];
    for (let turn = 0; turn < 3; turn++) {
      followed.push(await client.ask<Pace>('facts', load));
      await projector.ask('caughtUp');
    }
    const results = new Map<Name, readonly Pace[]>([...alone, ['fact, with a projector', followed]]);
    const speeds = (name: Name) => alone.get(name)?.map((pace) => pace.perSecond);
    const ratio = ratioOf(speeds('fact'), speeds('trivial query'));
    print(
      table(
        ['16 clients', 'answers/s', 'p50 ms', 'p99 ms', '÷ trivial query'],
        [...results].map(([name, paces]) => [
          name,
          figure(median(paces.map((pace) => pace.perSecond))),
          figure(median(paces.map((pace) => pace.p50))),
          figure(median(paces.map((pace) => pace.p99))),
          name === 'fact' ? ratioText(ratio) : '',
        ]),
      ),
    );
    return [ratioAtLeast(text, 0.4, ratio?.median)];
  } finally {
    await Promise.all(started.toReversed().map((contender) => contender.stop()));
  }
}

/** A fact posted over HTTP and answered with the assessment that stands after it. */
export const http: Benchmark = {
  name: 'http',
  title: `HTTP: a fact posted to a case of about 40, answered with its new assessment; beside GET /health/ready, which asks PostgreSQL`,
  run,
};
