import { SiteAccess } from '@tumor-board/access';
import { PROTECTED_FIELDS } from '@tumor-board/board';
import { readAnchorKey, readSettings, requireDatabaseUrl, requireProtectionKey } from '@tumor-board/config';
import { createPool, migrate } from '@tumor-board/database';
import { anchorKeyOf, createEventStore, openProtection } from '@tumor-board/event-store';
import { migrateJobs, openJobQueue } from '@tumor-board/job-queue';
import { knowledgeRelease, sitePolicy } from '@tumor-board/knowledge';
import { createLogger, createMetrics, runUntilStopped } from '@tumor-board/observability';
import { startApi } from './api.js';

/** The HTTP service in a process of its own, over the database of DATABASE_URL. */
await runUntilStopped(async () => {
  const settings = readSettings(process.env);
  const url = requireDatabaseUrl(settings);
  const masterKey = await requireProtectionKey(settings);
  const logger = createLogger({ service: 'api', level: settings.LOG_LEVEL });
  const log = (message: string): void => logger.info(message);
  await migrate(url, { log });
  const pool = await createPool({ url, applicationName: 'tumor-board api', max: settings.DATABASE_POOL_SIZE, log });
  const metrics = createMetrics({ withProcess: true });
  const protection = await openProtection({ pool, masterKey, fields: PROTECTED_FIELDS });
  const eventStore = createEventStore({ pool, protection, onCommit: (commit) => metrics.appended(commit) });
  metrics.observePool('api', () => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }));
  const knowledge = { release: knowledgeRelease(), policy: sitePolicy() };
  const own = await readAnchorKey(settings);
  const anchorKeys = [...(own === undefined ? [] : [anchorKeyOf(own.key).fingerprint]), ...(settings.ANCHOR_KEYS_TRUSTED ?? [])];
  if (!(await new SiteAccess({ pool, site: settings.SITE }).accounts.any())) {
    logger.warn('there is no account yet: `tumor-board account add NAME --role administrator` makes one');
  }
  if (settings.REDIS_URL === undefined) await migrateJobs(url);
  // Only to look after the jobs: panels do them.
  const jobs = await openJobQueue({ databaseUrl: url, redisUrl: settings.REDIS_URL, poolSize: 2, definitions: [], log });
  const api = await startApi({ pool, eventStore, protection, knowledge, settings, anchorKeys, jobs, logger, metrics });
  return {
    async close() {
      await api.close();
      await jobs.close();
      await eventStore.close();
      await pool.end();
    },
  };
});
