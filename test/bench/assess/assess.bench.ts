import path from 'node:path';
import type { Benchmark, Context } from '../harness/benchmark.ts';
import { startContender } from '../harness/contender.ts';
import type { Goal } from '../harness/goal.ts';
import { pairedRounds } from '../harness/rounds.ts';
import { figure, median } from '../harness/statistics.ts';
import { table } from '../harness/table.ts';

/** What is assessed, for how long. */
export interface AssessLoad {
  readonly fresh: boolean;
  readonly milliseconds: number;
}

const FACTS = 40;

async function run({ rounds, print }: Context): Promise<Goal[]> {
  const worker = startContender(path.join(import.meta.dirname, 'worker.ts'));
  try {
    await worker.ask('open', { facts: FACTS });
    for (const fresh of [false, true]) await worker.ask('run', { fresh, milliseconds: 1_500 } satisfies AssessLoad);
    const results = await pairedRounds(
      rounds,
      new Map([
        ['with one new fact', () => worker.ask<number>('run', { fresh: false, milliseconds: 700 } satisfies AssessLoad)],
        ['freshly read', () => worker.ask<number>('run', { fresh: true, milliseconds: 700 } satisfies AssessLoad)],
      ]),
    );
    print(
      table(
        ['case', 'assessments per core and second', 'lowest', 'highest'],
        [...results].map(([name, rates]) => [name, ...[median(rates), Math.min(...rates), Math.max(...rates)].map(figure)]),
      ),
    );
    return [
      {
        text: `assess a case of ${FACTS} facts, one of them new, on one core`,
        target: 5_000,
        atLeast: true,
        unit: '/s',
        measured: median(results.get('with one new fact') ?? []),
      },
    ];
  } finally {
    await worker.stop();
  }
}

/** The pure computation, on one core. */
export const assessment: Benchmark = { name: 'assess', title: `Assess: a case of ${FACTS} facts, on one core`, run };
