import path from 'node:path';
import type { Benchmark, Context } from '../harness/benchmark.ts';
import { startContender } from '../harness/contender.ts';
import type { Goal } from '../harness/goal.ts';
import { figure } from '../harness/statistics.ts';
import { table } from '../harness/table.ts';

/** One dry run over the log. */
export interface DryRun {
  readonly cases: number;
  readonly changed: number;
  readonly seconds: number;
  /** Resident memory of our process in MiB, sampled at equal times. */
  readonly memory: readonly number[];
}

const CASES = 100_000;

async function run({ server, print }: Context): Promise<Goal[]> {
  const worker = startContender(path.join(import.meta.dirname, 'worker.ts'));
  try {
    await worker.ask('open', { url: await server.database('bench_impact', { migrated: true }) });
    await worker.ask('fill', { cases: CASES });
    const { cases, changed, seconds, memory } = await worker.ask<DryRun>('run');
    const quarter = (from: number) =>
      Math.max(...memory.slice(Math.floor((memory.length * from) / 4), Math.ceil((memory.length * (from + 1)) / 4)));
    print(
      table(
        ['cases', 'changed', 'seconds', 'RSS MiB, 1st quarter', '2nd', '3rd', '4th'],
        [[figure(cases), figure(changed), figure(seconds), ...[0, 1, 2, 3].map((from) => figure(quarter(from)))]],
      ),
    );
    return [
      { text: `dry run of a release over ${figure(cases)} cases`, target: 60, atLeast: false, unit: 's', measured: seconds },
      { text: 'memory of a dry run, last quarter ÷ first', target: 1.25, atLeast: false, unit: '×', measured: quarter(3) / quarter(0) },
    ];
  } finally {
    await worker.stop();
  }
}

/** What a release would change for every open case. */
export const impact: Benchmark = { name: 'impact', title: 'Impact: a dry run of another release over the example cases, copied', run };
