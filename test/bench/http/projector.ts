// The projector in a process of its own.
import { createPool } from '@tumor-board/database';
import { createEventStore, type EventStore } from '@tumor-board/event-store';
import { DEFAULT_POLICY, knowledgeRelease } from '@tumor-board/knowledge';
import { createLogger, createMetrics } from '@tumor-board/observability';
import { startProjector } from '@tumor-board/projector';
import type pg from 'pg';
import { serve } from '../harness/contender.ts';

let pool: pg.Pool;
let eventStore: EventStore;
let projector: Awaited<ReturnType<typeof startProjector>> | undefined;

serve(
  {
    async open({ url }: { url: string }) {
      pool = await createPool({ url, applicationName: 'bench projector' });
      eventStore = createEventStore({ pool });
      const knowledge = { release: knowledgeRelease(), policy: DEFAULT_POLICY };
      const logger = createLogger({ service: 'projector', level: 'error' });
      projector = await startProjector({ pool, eventStore, knowledge, logger, metrics: createMetrics() });
    },
    /** Waits until the read models know of everything recorded. */
    async caughtUp() {
      for (let tries = 0; tries < 600; tries++) {
        const projections = (await projector?.state())?.projections ?? [];
        if (projections.length > 0 && projections.every(({ lagEvents }) => lagEvents === 0)) return;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      throw new Error('the projector does not come up with the log');
    },
  },
  async () => {
    await projector?.close();
    await eventStore.close();
    await pool.end();
  },
);
