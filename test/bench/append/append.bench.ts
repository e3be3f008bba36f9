import path from 'node:path';
import type { Benchmark, Context } from '../harness/benchmark.ts';
import type { Pace } from '../harness/closed-loop.ts';
import { type Contender, startContender } from '../harness/contender.ts';
import { metadata, scanData } from '../harness/events.ts';
import { type Goal, ratioAtLeast } from '../harness/goal.ts';
import { findPgbench, pgbench } from '../harness/pgbench.ts';
import { pairedRounds, type Ratio, ratioOf, ratioText } from '../harness/rounds.ts';
import { figure, median } from '../harness/statistics.ts';
import { table } from '../harness/table.ts';

/** What a contender is asked to do. */
export interface AppendLoad {
  readonly writers: number;
  readonly milliseconds: number;
}

const SECONDS = 1;
const STREAMS = 5_000;
const WRITERS = [1, 16, 64];
const here = (file: string) => path.join(import.meta.dirname, file);

type Name = 'insert' | 'ours' | 'ours with a subscriber' | 'emmett';

async function open(file: string, url: string): Promise<Contender> {
  const contender = startContender(here(file));
  await contender.ask('open', { url, streams: STREAMS });
  await contender.ask('run', { writers: 4, milliseconds: 500 } satisfies AppendLoad);
  return contender;
}

const rate = async (perSecond: Promise<number>): Promise<Pace> => ({ perSecond: await perSecond, p50: Number.NaN, p99: Number.NaN });

async function run(context: Context): Promise<Goal[]> {
  const { server, rounds, peersInstalled, print } = context;
  const program = findPgbench();
  const insertName = program === undefined ? 'prepared insert (no pgbench here)' : 'pgbench insert';
  const insertUrl = await server.database('bench_insert', { migrated: true });
  const oursUrl = await server.database('bench_append', { migrated: true });
  const opened: Contender[] = [];
  const start = async (file: string, url: string) => {
    const contender = await open(file, url);
    opened.push(contender);
    return contender;
  };
  try {
    const ours = await start('ours.ts', oursUrl);
    const emmett = peersInstalled ? await start('emmett.mjs', await server.database('bench_emmett')) : undefined;
    const standIn = program === undefined ? await start('insert.ts', insertUrl) : undefined;
    const subscriber = startContender(path.join(import.meta.dirname, '../follow/subscriber.ts'));
    opened.push(subscriber);
    await subscriber.ask('open', { url: oursUrl });

    let runs = 0;
    const insert = (load: AppendLoad): Promise<Pace> => {
      if (program === undefined) return standIn?.ask<Pace>('run', load) ?? rate(Promise.resolve(Number.NaN));
      runs += 1;
      const variables = { v: '0', run: String(runs), data: JSON.stringify(scanData(runs)), metadata: JSON.stringify(metadata) };
      return rate(
        pgbench(program, insertUrl, {
          script: here('insert.sql'),
          clients: load.writers,
          seconds: load.writers > 16 ? 2 * SECONDS : SECONDS,
          variables,
        }),
      );
    };
    const followed = async (load: AppendLoad): Promise<Pace> => {
      await subscriber.ask('start', { run: 0 });
      const pace = await ours.ask<Pace>('run', load);
      await subscriber.ask('stop');
      return pace;
    };

    const goals: Goal[] = [];
    for (const writers of WRITERS) {
      const load: AppendLoad = { writers, milliseconds: SECONDS * 1_000 };
      const contenders = new Map<Name, () => Promise<Pace>>([
        ['insert', () => insert(load)],
        ['ours', () => ours.ask<Pace>('run', load)],
      ]);
      if (writers > 1) contenders.set('ours with a subscriber', () => followed(load));
      if (emmett !== undefined) contenders.set('emmett', () => emmett.ask<Pace>('run', load));
      const results = await pairedRounds(rounds, contenders);
      const speeds = (name: Name) => results.get(name)?.map((pace) => pace.perSecond);
      const against = (name: Name, other: Name): Ratio | undefined => ratioOf(speeds(name), speeds(other));
      const at = `${writers} writer${writers === 1 ? '' : 's'}`;
      print(
        table(
          [at, 'events/s', 'p50 ms', 'p99 ms', `÷ ${insertName}`, '÷ emmett'],
          [...results].map(([name, paces]) => [
            name === 'insert' ? insertName : name,
            figure(median(paces.map((pace) => pace.perSecond))),
            figure(median(paces.map((pace) => pace.p50))),
            figure(median(paces.map((pace) => pace.p99))),
            ratioText(against(name, 'insert')),
            ratioText(against(name, 'emmett')),
          ]),
        ),
      );
      const toEmmett = against('ours', 'emmett')?.median;
      if (writers === 1) goals.push(ratioAtLeast(`append ÷ emmett, ${at}`, 1.8, toEmmett));
      else {
        goals.push(
          ratioAtLeast(`append ÷ emmett, ${at}`, 4, toEmmett),
          ratioAtLeast(`append ÷ ${insertName}, ${at}`, 0.9, against('ours', 'insert')?.median),
          ratioAtLeast(`append with a live subscriber ÷ without, ${at}`, 0.9, against('ours with a subscriber', 'ours')?.median),
        );
      }
    }
    return goals;
  } finally {
    await Promise.all(opened.map((contender) => contender.stop()));
  }
}

/** One event an append, version checked, onto streams chosen at random. */
export const append: Benchmark = { name: 'append', title: 'Append: one event of 600 bytes, version checked, streams at random', run };
