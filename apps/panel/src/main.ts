import { PROTECTED_FIELDS } from '@tumor-board/board';
import { languageModelSettings, readAnchorKey, readSettings, requireDatabaseUrl, requireProtectionKey } from '@tumor-board/config';
import { createPool, migrate } from '@tumor-board/database';
import { anchorKeyOf, createEventStore, openProtection, sealState } from '@tumor-board/event-store';
import { migrateJobs } from '@tumor-board/job-queue';
import { knowledgeRelease, sitePolicy } from '@tumor-board/knowledge';
import { createLogger, createMetrics, runUntilStopped, startHealthServer } from '@tumor-board/observability';
import { countedRuns } from '@tumor-board/read-side';
import { startPanel } from './panel.js';

/** A panel in a process of its own, over the database of DATABASE_URL. */
await runUntilStopped(async () => {
  const settings = readSettings(process.env);
  const url = requireDatabaseUrl(settings);
  const masterKey = await requireProtectionKey(settings);
  const logger = createLogger({ service: 'panel', level: settings.LOG_LEVEL });
  const log = (message: string): void => logger.info(message);
  await migrate(url, { log });
  if (settings.REDIS_URL === undefined) await migrateJobs(url);
  const pool = await createPool({ url, applicationName: 'tumor-board panel', max: settings.DATABASE_POOL_SIZE, log });
  const metrics = createMetrics({ withProcess: true });
  const protection = await openProtection({ pool, masterKey, fields: PROTECTED_FIELDS });
  const eventStore = createEventStore({ pool, protection, onCommit: (commit) => metrics.appended(commit) });
  metrics.observePool('panel', () => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }));
  metrics.observeSeal(() => sealState(pool));
  const own = await readAnchorKey(settings);
  if (own === undefined) logger.warn('the log is not anchored here: set ANCHOR_KEY, the same in every panel');
  const anchors = own && {
    key: anchorKeyOf(own.key),
    trusted: settings.ANCHOR_KEYS_TRUSTED ?? [],
    intervalMs: settings.ANCHOR_INTERVAL_MINUTES * 60_000,
  };
  const knowledge = { release: knowledgeRelease(), policy: sitePolicy() };
  const panel = await startPanel({
    pool,
    eventStore,
    protection,
    knowledge,
    logger,
    databaseUrl: url,
    redisUrl: settings.REDIS_URL,
    anchors,
    languageModel: languageModelSettings(settings),
  });
  metrics.observeJobs(async () => ({ ...(await panel.counts()) }));
  metrics.observePanel(() => countedRuns(pool));
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
