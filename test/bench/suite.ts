import { cpus, loadavg, totalmem } from 'node:os';
import { append } from './append/append.bench.ts';
import { assessment } from './assess/assess.bench.ts';
import { follow } from './follow/follow.bench.ts';
import type { Benchmark } from './harness/benchmark.ts';
import { type Goal, goalTable, isMet } from './harness/goal.ts';
import { type BenchServer, startServer } from './harness/server.ts';
import { http } from './http/http.bench.ts';
import { impact } from './impact/impact.bench.ts';
import { live } from './live/live.bench.ts';
import { panel } from './panel/panel.bench.ts';
import { queue } from './queue/queue.bench.ts';
import { read } from './read/read.bench.ts';
import { rebuild } from './rebuild/rebuild.bench.ts';

const BENCHMARKS: readonly Benchmark[] = [append, read, follow, assessment, http, live, queue, panel, rebuild, impact];
const FEWEST_ROUNDS = 5;

const USAGE = `Usage: npm run bench [-- NAME… [--rounds N] [--strict]]
Names: ${BENCHMARKS.map(({ name }) => name).join(', ')}; all when none is given.
--rounds N  how often each contender runs, at least ${FEWEST_ROUNDS}, which is the default
--strict    end with status 1 when a goal is missed`;

interface Wanted {
  readonly benchmarks: readonly Benchmark[];
  readonly rounds: number;
  readonly strict: boolean;
}

function wanted(args: readonly string[]): Wanted | undefined {
  const chosen: Benchmark[] = [];
  let rounds = FEWEST_ROUNDS;
  let strict = false;
  const rest = [...args];
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    const benchmark = BENCHMARKS.find(({ name }) => name === arg);
    if (benchmark !== undefined) chosen.push(benchmark);
    else if (arg === '--strict') strict = true;
    else if (arg === '--rounds') rounds = Number(rest.shift());
    else return undefined;
  }
  if (!Number.isInteger(rounds) || rounds < FEWEST_ROUNDS) return undefined;
  return { benchmarks: chosen.length === 0 ? BENCHMARKS : chosen, rounds, strict };
}

const print = (text: string) => process.stdout.write(`${text}\n`);

/** Runs benchmarks one after the other on one server. Answers the exit status. */
export async function suite(args: readonly string[], { peersInstalled }: { readonly peersInstalled: boolean }): Promise<number> {
  const order = wanted(args);
  if (order === undefined) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const begin = performance.now();
  const minutes = () => `${((performance.now() - begin) / 60_000).toFixed(1)} min`;
  const server = await startServer();
  const stopOn = (signal: NodeJS.Signals) => process.once(signal, () => void server.stop().finally(() => process.exit(130)));
  stopOn('SIGINT');
  stopOn('SIGTERM');
  const goals: Goal[] = [];
  let broken = 0;
  try {
    introduce(server, order.rounds);
    for (const { name, title, run } of order.benchmarks) {
      print(`\n${title}`);
      try {
        goals.push(...(await run({ server, rounds: order.rounds, peersInstalled, print })));
      } catch (error) {
        broken += 1;
        print(`${name} broke off: ${error instanceof Error ? error.stack : String(error)}`);
      }
    }
  } finally {
    await server.stop();
  }
  const met = goals.filter(isMet).length;
  print(`\nGoals after ${minutes()}: ${met} of ${goals.length} met${broken > 0 ? `, ${broken} benchmarks broke off` : ''}\n`);
  print(goalTable(goals));
  return broken > 0 || (order.strict && met < goals.length) ? 1 : 0;
}

function introduce({ settings }: BenchServer, rounds: number): void {
  const [processor] = cpus();
  print(
    `${cpus().length} × ${processor?.model.trim() ?? 'processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`,
  );
  print(
    Object.entries(settings)
      .map(([name, value]) => `${name} ${value}`)
      .join(' · '),
  );
  print(`${rounds} rounds. Ratios are medians of the ratios within each round (lowest–highest); other figures are medians, for context.`);
  warnOfOthers();
}

/** Ratios hold on a machine that is slow, less on one that others use in bursts. */
function warnOfOthers(): void {
  const [lastMinute = 0] = loadavg();
  if (lastMinute > cpus().length / 2) {
    print(`Other programs are running (load ${lastMinute.toFixed(1)} in the last minute): the figures will be worse than they could be.`);
  }
}
