import { PROTECTED_FIELDS } from '@tumor-board/board';
import { readSettings, requireDatabaseUrl, requireProtectionKey } from '@tumor-board/config';
import { createPool, migrate } from '@tumor-board/database';
import { createEventStore, openProtection } from '@tumor-board/event-store';
import { knowledgeRelease, sitePolicy } from '@tumor-board/knowledge';
import { createLogger, createMetrics, runUntilStopped, startHealthServer } from '@tumor-board/observability';
import { startProjector } from './projector.js';

/** A projector in a process of its own, over the database of DATABASE_URL. */
await runUntilStopped(async () => {
  const settings = readSettings(process.env);
  const url = requireDatabaseUrl(settings);
  const masterKey = await requireProtectionKey(settings);
  const logger = createLogger({ service: 'projector', level: settings.LOG_LEVEL });
  const log = (message: string): void => logger.info(message);
  await migrate(url, { log });
  const pool = await createPool({ url, applicationName: 'tumor-board projector', max: settings.DATABASE_POOL_SIZE, log });
  const protection = await openProtection({ pool, masterKey, fields: PROTECTED_FIELDS });
  const eventStore = createEventStore({ pool, protection });
  const metrics = createMetrics({ withProcess: true });
  metrics.observePool('projector', () => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }));
  const knowledge = { release: knowledgeRelease(), policy: sitePolicy() };
  const projector = await startProjector({ pool, eventStore, protection, knowledge, logger, metrics });
  const health = await startHealthServer({
    host: settings.HOST,
    port: settings.PROJECTOR_PORT,
    metrics,
    check: async () => await pool.query('select 1'),
  });
  logger.info({ url: health.url }, 'health and metrics');
  return {
    async close() {
      await health.close();
      await projector.close();
      await eventStore.close();
      await pool.end();
    },
  };
});
