// The HTTP service in a process of its own, as it runs by itself.
import { startApi } from '@tumor-board/api';
import { createPool } from '@tumor-board/database';
import { createEventStore, type EventStore } from '@tumor-board/event-store';
import { DEFAULT_POLICY, knowledgeRelease } from '@tumor-board/knowledge';
import { createLogger, createMetrics } from '@tumor-board/observability';
import type pg from 'pg';
import { serve } from '../harness/contender.ts';
import { signIn } from '../harness/sign-in.ts';

/** A service, and what a request to it carries. */
export interface OpenApi {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

let pool: pg.Pool;
let eventStore: EventStore;
let api: Awaited<ReturnType<typeof startApi>>;

serve(
  {
    async open({ url }: { url: string }): Promise<OpenApi> {
      pool = await createPool({ url, applicationName: 'bench api' });
      eventStore = createEventStore({ pool });
      const knowledge = { release: knowledgeRelease(), policy: DEFAULT_POLICY };
      const settings = { HOST: '127.0.0.1', PORT: 0, SITE: 'default', PROJECTION_WAIT_MS: 5_000 };
      const logger = createLogger({ service: 'api', level: 'info' });
      api = await startApi({ pool, eventStore, knowledge, settings, logger, metrics: createMetrics({ withProcess: true }) });
      return { url: api.url, headers: await signIn(pool) };
    },
    processor: async () => process.cpuUsage(),
  },
  async () => {
    await api.close();
    await eventStore.close();
    await pool.end();
  },
);
