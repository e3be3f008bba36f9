import path from 'node:path';
import type { Benchmark, Context } from '../harness/benchmark.ts';
import type { Pace } from '../harness/closed-loop.ts';
import { type Contender, startContender } from '../harness/contender.ts';
import { type Goal, ratioAtLeast } from '../harness/goal.ts';
import { pairedRounds, type Ratio, ratioOf, ratioText } from '../harness/rounds.ts';
import { figure, median } from '../harness/statistics.ts';
import { table } from '../harness/table.ts';
import type { OpenApi } from '../http/api.ts';

const CASES = 100_000;
const MILLISECONDS = 1_000;

/** The pages that are asked for. */
export const PAGES = ['first page', 'filtered page', 'page after 50 000 cases', 'searched page'] as const;
type Name = 'trivial query' | (typeof PAGES)[number];

async function run({ server, rounds, peersInstalled, print }: Context): Promise<Goal[]> {
  const goals = (ratios: ReadonlyMap<Name, Ratio | undefined>): Goal[] =>
    PAGES.map((page) => ratioAtLeast(`queue of ${figure(CASES)}: ${page} ÷ trivial query`, 0.1, ratios.get(page)?.median));
  if (!peersInstalled) return goals(new Map());
  const started: Contender[] = [];
  const start = (file: string) => {
    const contender = startContender(path.join(import.meta.dirname, file), { quiet: true });
    started.push(contender);
    return contender;
  };
  try {
    const database = await server.database('bench_queue', { migrated: true });
    const client = start('client.ts');
    await client.ask('fill', { url: database, cases: CASES });
    const opened = await start('../http/api.ts').ask<OpenApi>('open', { url: database });
    // As in service: whoever keeps the queue says where it stands.
    const projector = start('../http/projector.ts');
    await projector.ask('open', { url: database });
    await projector.ask('caughtUp');
    await client.ask('open', opened);
    const names: readonly Name[] = ['trivial query', ...PAGES];
    const pace = (name: Name) => client.ask<Pace>('ask', { name, milliseconds: MILLISECONDS });
    for (const name of names) await pace(name);
    const results = await pairedRounds<Name, Pace>(rounds, new Map(names.map((name) => [name, () => pace(name)])));
    const speeds = (name: Name) => results.get(name)?.map(({ perSecond }) => perSecond);
    const ratios = new Map(PAGES.map((page): [Name, Ratio | undefined] => [page, ratioOf(speeds(page), speeds('trivial query'))]));
    print(
      table(
        ['50 cases a page, 4 clients', 'answers/s', 'p50 ms', 'p99 ms', '÷ trivial query'],
        [...results].map(([name, paces]) => [
          name,
          ...[median(paces.map((one) => one.perSecond)), median(paces.map((one) => one.p50)), median(paces.map((one) => one.p99))].map(
            figure,
          ),
          name === 'trivial query' ? '' : ratioText(ratios.get(name)),
        ]),
      ),
    );
    return goals(ratios);
  } finally {
    await Promise.all(started.toReversed().map((contender) => contender.stop()));
  }
}

/** The pages of a long queue. */
export const queue: Benchmark = {
  name: 'queue',
  title: `Queue: pages of ${figure(CASES)} cases that wait; beside GET /health/ready, which asks PostgreSQL`,
  run,
};
