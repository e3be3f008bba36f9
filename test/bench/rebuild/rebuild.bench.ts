import path from 'node:path';
import type { Benchmark, Context } from '../harness/benchmark.ts';
import { startContender } from '../harness/contender.ts';
import { type Goal, ratioAtLeast } from '../harness/goal.ts';
import { pairedRounds, ratioOf, ratioText } from '../harness/rounds.ts';
import { figure, median } from '../harness/statistics.ts';
import { table } from '../harness/table.ts';

/** What the log holds. */
export interface Filled {
  readonly events: number;
  readonly cases: number;
}

/** One pass over the log. */
export interface Pass {
  readonly events: number;
  readonly perSecond: number;
  /** Processors kept busy by our process. */
  readonly processor: number;
  /** Resident memory of our process in MiB, sampled at equal times. */
  readonly memory: readonly number[];
}

const EVENTS = 1_000_000;
/** A round takes most of a minute. */
const ROUNDS = 5;

async function run({ server, print }: Context): Promise<Goal[]> {
  const worker = startContender(path.join(import.meta.dirname, 'worker.ts'));
  try {
    await worker.ask('open', { url: await server.database('bench_rebuild', { migrated: true }) });
    const begin = performance.now();
    const filled = await worker.ask<Filled>('fill', { events: EVENTS });
    const seconds = (performance.now() - begin) / 1_000;
    print(`${figure(filled.events)} events of ${figure(filled.cases)} cases, made in ${figure(seconds)} s`);
    const results = await pairedRounds(
      ROUNDS,
      new Map([
        ['read-only scan', () => worker.ask<Pass>('scan')],
        ['rebuild', () => worker.ask<Pass>('rebuild')],
      ]),
    );
    const speeds = (name: string) => results.get(name)?.map((one) => one.perSecond);
    const ratio = ratioOf(speeds('rebuild'), speeds('read-only scan'));
    const quarter = (memory: readonly number[], from: number) =>
      Math.max(...memory.slice(Math.floor((memory.length * from) / 4), Math.ceil((memory.length * (from + 1)) / 4)));
    print(
      table(
        ['pass', 'events/s', 'processors', 'RSS MiB, 1st quarter', '2nd', '3rd', '4th', '÷ scan'],
        [...results].map(([name, passes]) => [
          name,
          figure(median(passes.map((one) => one.perSecond))),
          figure(median(passes.map((one) => one.processor))),
          ...[0, 1, 2, 3].map((from) => figure(median(passes.map((one) => quarter(one.memory, from))))),
          name === 'rebuild' ? ratioText(ratio) : '',
        ]),
      ),
    );
    const rebuilds = results.get('rebuild') ?? [];
    const growth = median(rebuilds.map(({ memory }) => quarter(memory, 3) / quarter(memory, 0)));
    return [
      ratioAtLeast(`rebuild of the case overview ÷ read-only scan, ${figure(filled.events)} events`, 0.5, ratio?.median),
      { text: 'memory of a rebuild, last quarter ÷ first', target: 1.25, atLeast: false, unit: '×', measured: growth },
      {
        text: 'rebuilt assessments that differ from what was recorded',
        target: 0,
        atLeast: false,
        unit: '',
        measured: await worker.ask<number>('mismatches'),
      },
    ];
  } finally {
    await worker.stop();
  }
}

/** Rebuilding a read model from the whole log. */
export const rebuild: Benchmark = { name: 'rebuild', title: 'Rebuild: the case overview from a log of a million events', run };
