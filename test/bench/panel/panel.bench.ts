import path from 'node:path';
import type { Benchmark, Context } from '../harness/benchmark.ts';
import { startContender } from '../harness/contender.ts';
import type { Goal } from '../harness/goal.ts';
import { figure, median, percentile } from '../harness/statistics.ts';
import { table } from '../harness/table.ts';
import { startBenchRedis } from './redis.ts';

/** Where the panel works. */
export interface PanelOpening {
  readonly url: string;
  readonly redisUrl?: string | undefined;
}

/** Cases to be deliberated on: all at once, or one after the other. */
export interface PanelLoad {
  readonly cases: number;
  readonly atOnce: boolean;
}

/** What came of them: each from when it was asked for until it had concluded, in ms, and all together in seconds. */
export interface Held {
  readonly latencies: readonly number[];
  readonly seconds: number;
}

const CASES = 40;
const ALONE = 5;

interface Figures {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Milliseconds of the agents and the chair without jobs. */
  readonly pure: number;
}

async function measured(opening: PanelOpening, rounds: number): Promise<Figures> {
  const worker = startContender(path.join(import.meta.dirname, 'worker.ts'));
  try {
    await worker.ask('open', opening);
    await worker.ask('hold', { cases: 5, atOnce: true } satisfies PanelLoad);
    const many: number[] = [];
    const alone: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const { seconds } = await worker.ask<Held>('hold', { cases: CASES, atOnce: true } satisfies PanelLoad);
      many.push(CASES / seconds);
      alone.push(...(await worker.ask<Held>('hold', { cases: ALONE, atOnce: false } satisfies PanelLoad)).latencies);
    }
    const pure = await worker.ask<number>('pure', { runs: CASES });
    return { perSecond: median(many), p50: percentile(alone, 0.5), p99: percentile(alone, 0.99), pure };
  } finally {
    await worker.stop();
  }
}

async function run({ server, rounds, print }: Context): Promise<Goal[]> {
  const postgres = await measured({ url: await server.database('bench_panel', { migrated: true }) }, rounds);
  const redis = await startBenchRedis();
  let onRedis: Figures | undefined;
  try {
    if (redis === undefined) print('There is no redis-server on the search path of this machine: jobs on Redis are not measured.');
    else onRedis = await measured({ url: await server.database('bench_panel_redis', { migrated: true }), redisUrl: redis.url }, rounds);
  } finally {
    await redis?.stop();
  }
  const row = (name: string, { perSecond, p50, p99, pure }: Figures) => [
    name,
    figure(perSecond),
    figure(p50),
    figure(p99),
    figure(pure),
    figure(p50 - pure),
  ];
  print(
    table(
      ['jobs kept in', 'runs/s, many at once', 'ms of one alone, p50', 'p99', 'of it the agents and the chair', 'jobs, log and commands'],
      [row('PostgreSQL', postgres), ...(onRedis === undefined ? [] : [row('Redis', onRedis)])],
    ),
  );
  const latency = (where: string, figures: Figures | undefined): Goal => ({
    text: `the panel asked → concluded, one case of 40 facts, jobs in ${where}, p50`,
    target: 2_000,
    atLeast: false,
    unit: 'ms',
    measured: figures?.p50,
  });
  return [latency('PostgreSQL', postgres), latency('Redis', onRedis)];
}

/** How long the panel takes, and how much of that is not the panel. */
export const panel: Benchmark = {
  name: 'panel',
  title: 'Panel: runs of nine specialists, the red team and the chair, one process that does the jobs',
  run,
};
