import type { Goal } from './goal.ts';
import type { BenchServer } from './server.ts';

/** What a benchmark is given. */
export interface Context {
  readonly server: BenchServer;
  /** How often each contender runs. */
  readonly rounds: number;
  /** False when the packages that only the benchmarks need could not be installed. */
  readonly peersInstalled: boolean;
  /** Prints a line or a table. */
  readonly print: (text: string) => void;
}

/** One benchmark: prints what it measured, as context, and answers how its goals came out. */
export interface Benchmark {
  readonly name: string;
  readonly title: string;
  readonly run: (context: Context) => Promise<readonly Goal[]>;
}
