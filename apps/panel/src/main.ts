import { readSettings, requireDatabaseUrl } from '@tumor-board/config';
import { createPool, migrate } from '@tumor-board/database';
import { createEventStore } from '@tumor-board/event-store';
import { migrateJobs } from '@tumor-board/job-queue';
import { knowledgeRelease, sitePolicy } from '@tumor-board/knowledge';
import { createLogger, createMetrics, runUntilStopped, startHealthServer } from '@tumor-board/observability';
import { startPanel } from './panel.js';

/** A panel in a process of its own, over the database of DATABASE_URL. */
await runUntilStopped(async () => {
  const settings = readSettings(process.env);
  const url = requireDatabaseUrl(settings);
  const logger = createLogger({ service: 'panel', level: settings.LOG_LEVEL });
  const log = (message: string): void => logger.info(message);
  await migrate(url, { log });
  if (settings.REDIS_URL === undefined) await migrateJobs(url);
  const pool = await createPool({ url, applicationName: 'tumor-board panel', max: settings.DATABASE_POOL_SIZE, log });
  const metrics = createMetrics({ withProcess: true });
  const eventStore = createEventStore({ pool, onCommit: (commit) => metrics.appended(commit) });
  metrics.observePool('panel', () => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }));
  const knowledge = { release: knowledgeRelease(), policy: sitePolicy() };
  const panel = await startPanel({ pool, eventStore, knowledge, logger, databaseUrl: url, redisUrl: settings.REDIS_URL });
  metrics.observeJobs(async () => ({ ...(await panel.counts()) }));
  const health = await startHealthServer({
    host: settings.HOST,
    port: settings.PANEL_PORT,
    metrics,
    check: async () => await Promise.all([pool.query('select 1'), panel.counts()]),
  });
  logger.info({ url: health.url }, 'health and metrics');
  return {
    async close() {
      await health.close();
      await panel.close();
      await eventStore.close();
      await pool.end();
    },
  };
});
