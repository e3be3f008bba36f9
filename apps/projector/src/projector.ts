import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { type Logger, type LogState, type Metrics, nestLogger } from '@tumor-board/observability';
import { logState } from './log-state.js';
import { ProjectorModule, type ProjectorModuleOptions } from './projector.module.js';

/** What a projector needs. The pool and the log are opened and closed by who gives them. */
export interface ProjectorOptions extends ProjectorModuleOptions {
  readonly logger: Logger;
  readonly metrics: Metrics;
}

/** A projector that follows the log. */
export interface RunningProjector {
  /** How far the read models are behind. */
  state(): Promise<LogState>;
  /** Ends after the batches under way and leaves its share to others. */
  close(): Promise<void>;
}

/** Starts to keep the read models up to date. Any number may run: they share the work by leases. */
export async function startProjector(options: ProjectorOptions): Promise<RunningProjector> {
  const { pool, logger, metrics } = options;
  const context = await NestFactory.createApplicationContext(ProjectorModule.forRoot(options), {
    logger: nestLogger(logger),
    abortOnError: false,
  });
  const state = () => logState(pool);
  metrics.observeLog(state);
  logger.info('following the log');
  return { state, close: () => context.close() };
}
