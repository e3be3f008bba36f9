// A process that follows the log and does nothing with what it is given, but notes when each event came.
import { createPool } from '@tumor-board/database';
import { currentHorizon, type Subscription, startFrom, subscribe } from '@tumor-board/event-store';
import type { RecordedEvent } from '@tumor-board/kernel';
import type pg from 'pg';
import { serve } from '../harness/contender.ts';
import { percentile } from '../harness/statistics.ts';
import { type Arrivals, clock, type Stamped } from './stamp.ts';

const NAME = 'bench';

let pool: pg.Pool;
let subscription: Subscription | undefined;
/** How often each numbered event of the run came. */
let seen = new Map<number, number>();
let latencies: number[] = [];
let failures: string[] = [];
let current = 0;

async function note(events: readonly RecordedEvent[]) {
  const now = clock();
  for (const { data } of events) {
    const { run, n, due } = data as Partial<Stamped>;
    if (run !== current || n === undefined || due === undefined) continue;
    const times = (seen.get(n) ?? 0) + 1;
    seen.set(n, times);
    if (times === 1) latencies.push(now - due);
  }
}

serve(
  {
    async open({ url }: { url: string }) {
      pool = await createPool({ url, applicationName: 'bench subscriber', max: 4 });
    },
    /** Follows from now on, and notes the events of a run. */
    async start({ run }: { run: number }) {
      [seen, latencies, failures, current] = [new Map(), [], [], run];
      await startFrom(pool, NAME, await currentHorizon(pool));
      subscription = subscribe({
        name: NAME,
        pool,
        handle: note,
        onError: (error) => failures.push(String(error)),
      });
      for (let tries = 0; subscription.partitions.length < 8; tries++) {
        if (tries > 500) throw new Error('the subscriber got no partitions');
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
    async stop() {
      await subscription?.stop();
    },
    /** Waits until so many events have come, 20 s at most, and some time more for those that come twice. */
    async arrivals({ expected }: { expected: number }): Promise<Arrivals> {
      for (let tries = 0; seen.size < expected && tries < 2_000; tries++) await new Promise((resolve) => setTimeout(resolve, 10));
      await new Promise((resolve) => setTimeout(resolve, 100));
      return {
        p50: percentile(latencies, 0.5),
        p99: percentile(latencies, 0.99),
        missed: expected - seen.size,
        twice: [...seen.values()].filter((times) => times > 1).length,
        failures,
      };
    },
  },
  async () => {
    await subscription?.stop();
    await pool.end();
  },
);
