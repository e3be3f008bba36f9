// Scans the log, or rebuilds the case overview from it, and watches its own memory.
import { createPool } from '@tumor-board/database';
import { createEventStore, currentHorizon, type EventStore, scanStreams } from '@tumor-board/event-store';
import { DEFAULT_POLICY, knowledgeRelease } from '@tumor-board/knowledge';
import { caseReadModel, rebuildReadModel } from '@tumor-board/read-side';
import type pg from 'pg';
import { serve } from '../harness/contender.ts';
import { fillLog } from './fill.ts';
import type { Filled, Pass } from './rebuild.bench.ts';

const knowledge = { release: knowledgeRelease(), policy: DEFAULT_POLICY };
const MEGABYTE = 2 ** 20;

let pool: pg.Pool;
let store: EventStore;

/** Times some work over events and samples the memory of this process meanwhile. */
async function pass(work: () => Promise<number>): Promise<Pass> {
  const memory: number[] = [];
  const sampling = setInterval(() => memory.push(process.memoryUsage.rss() / MEGABYTE), 200);
  const before = process.cpuUsage();
  const begin = performance.now();
  const events = await work();
  const seconds = (performance.now() - begin) / 1_000;
  clearInterval(sampling);
  const { user, system } = process.cpuUsage(before);
  return { events, perSecond: events / seconds, processor: (user + system) / 1e6 / seconds, memory };
}

serve(
  {
    async open({ url }: { url: string }) {
      pool = await createPool({ url, applicationName: 'bench rebuild', role: 'login', statementTimeoutMs: 300_000 });
      store = createEventStore({ pool });
    },
    fill: ({ events }: { events: number }): Promise<Filled> => fillLog(pool, events, knowledge),
    scan: () =>
      pass(async () => {
        let events = 0;
        for await (const page of scanStreams(pool, { category: 'case', upTo: await currentHorizon(pool) })) events += page.length;
        return events;
      }),
    rebuild: () =>
      pass(async () => {
        const { events, differences } = await rebuildReadModel(caseReadModel('case-overview', { eventStore: store, knowledge }), { pool });
        if (differences.different + differences.onlyLive > 0)
          throw new Error(`a rebuild gave something else: ${JSON.stringify(differences)}`);
        return events;
      }),
    async mismatches() {
      const { rows } = await pool.query<{ n: number }>(
        'select count(*)::integer as n from read_model.case_overview where digest_matches is false',
      );
      return rows[0]?.n ?? 0;
    },
  },
  async () => {
    await store.close();
    await pool.end();
  },
);
