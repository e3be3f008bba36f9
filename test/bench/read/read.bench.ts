import path from 'node:path';
import type { Benchmark, Context } from '../harness/benchmark.ts';
import type { Pace } from '../harness/closed-loop.ts';
import { type Contender, startContender } from '../harness/contender.ts';
import { type Goal, ratioAtLeast } from '../harness/goal.ts';
import { pairedRounds, ratioOf, ratioText } from '../harness/rounds.ts';
import { figure, median } from '../harness/statistics.ts';
import { table } from '../harness/table.ts';

/** What a contender is asked to do. */
export interface ReadLoad {
  readonly readers: number;
  readonly milliseconds: number;
}

const STREAMS = 200;
const EVENTS = 50;
const READERS = [1, 16];

async function open(file: string, url: string): Promise<Contender> {
  const contender = startContender(path.join(import.meta.dirname, file));
  await contender.ask('open', { url, streams: STREAMS, events: EVENTS });
  await contender.ask('run', { readers: 4, milliseconds: 500 } satisfies ReadLoad);
  return contender;
}

async function run({ server, rounds, peersInstalled, print }: Context): Promise<Goal[]> {
  const ours = await open('ours.ts', await server.database('bench_read', { migrated: true }));
  const emmett = peersInstalled ? await open('emmett.mjs', await server.database('bench_read_emmett')) : undefined;
  try {
    const goals: Goal[] = [];
    for (const readers of READERS) {
      const load: ReadLoad = { readers, milliseconds: 1_000 };
      const contenders = new Map([['ours', () => ours.ask<Pace>('run', load)]]);
      if (emmett !== undefined) contenders.set('emmett', () => emmett.ask<Pace>('run', load));
      const results = await pairedRounds(rounds, contenders);
      const speeds = (name: string) => results.get(name)?.map((pace) => pace.perSecond);
      const ratio = ratioOf(speeds('ours'), speeds('emmett'));
      const at = `${readers} reader${readers === 1 ? '' : 's'}`;
      print(
        table(
          [at, 'streams/s', 'p50 ms', 'p99 ms', '÷ emmett'],
          [...results].map(([name, paces]) => [
            name,
            figure(median(paces.map((pace) => pace.perSecond))),
            figure(median(paces.map((pace) => pace.p50))),
            figure(median(paces.map((pace) => pace.p99))),
            name === 'ours' ? ratioText(ratio) : '',
          ]),
        ),
      );
      goals.push(ratioAtLeast(`read and fold ${EVENTS} events ÷ emmett, ${at}`, 2, ratio?.median));
    }
    return goals;
  } finally {
    await Promise.all([ours.stop(), emmett?.stop()]);
  }
}

/** Reading a stream whole and folding it. */
export const read: Benchmark = { name: 'read', title: `Read: a stream of ${EVENTS} events, read and folded`, run };
