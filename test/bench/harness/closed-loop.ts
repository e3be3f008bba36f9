import { percentile } from './statistics.ts';

/** How fast work was done, and how long one piece of it took. */
export interface Pace {
  readonly perSecond: number;
  /** ms */
  readonly p50: number;
  readonly p99: number;
}

/** Workers that each do the next piece of work as soon as the last is done, for some time. */
export async function closedLoop(workers: number, milliseconds: number, work: () => Promise<void>): Promise<Pace> {
  const took: number[] = [];
  const begin = performance.now();
  const end = begin + milliseconds;
  const worker = async () => {
    for (let start = performance.now(); start < end; ) {
      await work();
      const now = performance.now();
      took.push(now - start);
      start = now;
    }
  };
  await Promise.all(Array.from({ length: workers }, worker));
  const seconds = (performance.now() - begin) / 1_000;
  return { perSecond: took.length / seconds, p50: percentile(took, 0.5), p99: percentile(took, 0.99) };
}
