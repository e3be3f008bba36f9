import type { Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { Settings } from '@tumor-board/config';
import type { EventStore } from '@tumor-board/event-store';
import { migrateJobs } from '@tumor-board/job-queue';
import { createLogger } from '@tumor-board/observability';
import { startPanel } from '@tumor-board/panel';
import { ReadModels, type ReassessmentEntry, ReassessmentsHandler, ReassessmentsQuery } from '@tumor-board/read-side';
import type { Pool } from '../database.js';
import { defaults } from './site-knowledge.js';

/** Which re-assessment to follow, and over which database. */
export interface FollowedReassessment {
  readonly pool: Pool;
  readonly url: string;
  readonly eventStore: EventStore;
  readonly settings: Settings;
  /** Where progress is told. */
  readonly errors: Writable;
  readonly activation: string;
}

const LOOK_MS = 200;
const TELL_MS = 1_000;

/** Helps with the jobs of a re-assessment, beside whoever else does them, and tells how far it is until it is done. */
export async function followReassessment({
  pool,
  url,
  eventStore,
  settings,
  errors,
  activation,
}: FollowedReassessment): Promise<ReassessmentEntry> {
  const { REDIS_URL, SITE } = settings;
  if (REDIS_URL === undefined) await migrateJobs(url);
  const logger = createLogger({ service: 'reassess', level: 'fatal' });
  const panel = await startPanel({ pool, eventStore, knowledge: defaults(), logger, databaseUrl: url, redisUrl: REDIS_URL });
  try {
    const query = new ReassessmentsHandler(new ReadModels({ pool, eventStore, knowledge: defaults() }));
    let told = performance.now();
    for (;;) {
      const [entry] = (await query.execute(new ReassessmentsQuery(SITE, activation))).reassessments;
      if (entry?.state === 'done' || entry?.state === 'superseded') return entry;
      if (entry !== undefined && performance.now() - told >= TELL_MS) {
        told = performance.now();
        const trouble = entry.error === null ? '' : `; ${entry.error}`;
        errors.write(`${entry.done} of ${entry.total ?? '?'} cases assessed anew${trouble}\n`);
      }
      await pause(LOOK_MS);
    }
  } finally {
    await panel.close();
  }
}
