import path from 'node:path';
import type { Benchmark, Context } from '../harness/benchmark.ts';
import { startContender } from '../harness/contender.ts';
import type { Goal } from '../harness/goal.ts';
import { figure, median } from '../harness/statistics.ts';
import { table } from '../harness/table.ts';
import type { Arrivals, Commits } from './stamp.ts';

const RATES = [100, 1_000];
const MILLISECONDS = 2_500;

interface Round extends Arrivals {
  readonly commits: Commits;
}

async function run({ server, rounds, print }: Context): Promise<Goal[]> {
  const url = await server.database('bench_follow', { migrated: true });
  const writer = startContender(path.join(import.meta.dirname, 'writer.ts'));
  const subscriber = startContender(path.join(import.meta.dirname, 'subscriber.ts'));
  try {
    await Promise.all([writer.ask('open', { url }), subscriber.ask('open', { url })]);
    await writer.ask('write', { run: 0, perSecond: 500, milliseconds: 1_000 });
    let run = 0;
    const results = new Map<number, Round[]>(RATES.map((perSecond) => [perSecond, []]));
    for (let round = 0; round < rounds; round++) {
      for (const [perSecond, done] of results) {
        run += 1;
        await subscriber.ask('start', { run });
        const commits = await writer.ask<Commits>('write', { run, perSecond, milliseconds: MILLISECONDS });
        const arrivals = await subscriber.ask<Arrivals>('arrivals', { expected: commits.sent });
        for (const failure of arrivals.failures) print(`tried again after: ${failure}`);
        done.push({ ...arrivals, commits });
        await subscriber.ask('stop');
      }
    }
    const of = (done: readonly Round[], part: (round: Round) => number) => median(done.map(part));
    const sum = (done: readonly Round[], part: (round: Round) => number) => done.reduce((total, round) => total + part(round), 0);
    print(
      table(
        ['events/s', 'sent', 'missed', 'twice', 'commit p50 ms', 'commit p99', 'seen p50 ms', 'seen p99'],
        [...results].map(([perSecond, done]) => [
          figure(perSecond),
          figure(sum(done, (round) => round.commits.sent)),
          String(sum(done, (round) => round.missed)),
          String(sum(done, (round) => round.twice)),
          ...[of(done, (round) => round.commits.p50), of(done, (round) => round.commits.p99)].map(figure),
          ...[of(done, (round) => round.p50), of(done, (round) => round.p99)].map(figure),
        ]),
      ),
    );
    return [...results].flatMap(([perSecond, done]): Goal[] => {
      const at = `at ${perSecond} events/s`;
      return [
        { text: `append → seen, p50 ${at}`, target: 5, atLeast: false, unit: 'ms', measured: of(done, (round) => round.p50) },
        { text: `append → seen, p99 ${at}`, target: 30, atLeast: false, unit: 'ms', measured: of(done, (round) => round.p99) },
        {
          text: `events missed or seen twice ${at}`,
          target: 0,
          atLeast: false,
          unit: '',
          measured: sum(done, (round) => round.missed + round.twice),
        },
      ];
    });
  } finally {
    await Promise.all([writer.stop(), subscriber.stop()]);
  }
}

/** How soon a subscriber in another process sees what was appended, at fixed rates. */
export const follow: Benchmark = {
  name: 'follow',
  title: 'Follow: from when an append was due until a subscriber in another process has the event',
  run,
};
