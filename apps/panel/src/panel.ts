import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { type Anchoring, type AnchoringOptions, keepAnchoring, type SubjectKeys, type TokenHolders } from '@tumor-board/event-store';
import { type JobDesk, type JobStorage, openJobQueue } from '@tumor-board/job-queue';
import { type ModelSettings, openModelGateway } from '@tumor-board/model-gateway';
import { type Logger, nestLogger } from '@tumor-board/observability';
import type { WriteSideOptions } from '@tumor-board/write-side';
import { DELIBERATION_JOBS } from './deliberation/jobs.js';
import { checkExpectations } from './expectations/jobs.js';
import { PanelModule, type PanelModuleOptions } from './panel.module.js';
import { reassessBatch, reassessCase } from './reassessment/jobs.js';

/** Every kind of job that the panel does. */
const JOBS = [reassessBatch, reassessCase, checkExpectations, ...DELIBERATION_JOBS];

/** What a panel needs. The pool and the log are opened and closed by who gives them. */
export interface PanelOptions extends JobStorage, Pick<PanelModuleOptions, 'pool' | 'pageSize' | 'refillMs' | 'now' | 'deliberation'> {
  readonly eventStore: WriteSideOptions['eventStore'];
  /** To destroy the keys of what was erased. */
  readonly protection?: { readonly keys: SubjectKeys; readonly holders?: TokenHolders } | undefined;
  /** In force at a site that has decided nothing. */
  readonly knowledge: Pick<WriteSideOptions, 'release' | 'policy'>;
  readonly logger: Logger;
  /** A language model that reads along; nothing leaves when this is left out. */
  readonly languageModel?: ModelSettings | undefined;
  /** How the log is anchored; it is not when this is left out. */
  readonly anchors?: Pick<AnchoringOptions, 'key' | 'trusted' | 'intervalMs'> | undefined;
}

/** A panel that does jobs. */
export interface RunningPanel {
  /** Where the jobs are kept. */
  readonly storage: 'postgres' | 'redis';
  counts: JobDesk['counts'];
  /** For whoever looks after the jobs. */
  readonly jobs: JobDesk;
  /** Ends after the jobs under way and leaves the rest to others. */
  close(): Promise<void>;
}

/** Starts to do the jobs. Any number may run. Needs the tables of `migrateJobs` unless the jobs are kept in Redis. */
export async function startPanel({
  eventStore,
  protection,
  knowledge,
  logger,
  anchors,
  languageModel: model,
  ...options
}: PanelOptions): Promise<RunningPanel> {
  const queue = await openJobQueue({
    ...options,
    definitions: JOBS,
    onError: (error, about) => logger.error({ err: error, ...about }, 'a job or its queue has failed'),
    log: (message) => logger.warn(message),
  });
  const writeSide = { eventStore, keys: protection?.keys, holders: protection?.holders, ...knowledge };
  const languageModel = openModelGateway(model);
  if (languageModel !== undefined) {
    logger.warn(
      { model: languageModel.model, host: languageModel.host },
      'a language model is told of each case that the panel deliberates on',
    );
  }
  const deliberation = { ...options.deliberation, languageModel };
  const module = PanelModule.forRoot({ ...options, deliberation, queue, writeSide, keys: protection?.keys, logger });
  try {
    const context = await NestFactory.createApplicationContext(module, { logger: nestLogger(logger), abortOnError: false });
    logger.info({ storage: queue.kind }, 'doing the jobs');
    const anchoring = anchors && anchored(options.pool, logger, anchors);
    return {
      storage: queue.kind,
      counts: () => queue.counts(),
      jobs: queue,
      async close() {
        await context.close();
        await anchoring?.stop();
      },
    };
  } catch (error) {
    await queue.close();
    throw error;
  }
}

/** Keeps anchors coming, the last one when the jobs have ended. */
const anchored = (pool: PanelOptions['pool'], logger: Logger, anchors: NonNullable<PanelOptions['anchors']>): Anchoring =>
  keepAnchoring({
    pool,
    ...anchors,
    onError: (error) => logger.error({ err: error }, 'the log could not be anchored'),
    onMade: (anchor) => logger.info({ ...anchor, key: anchors.key.fingerprint }, 'the log was anchored'),
  });
