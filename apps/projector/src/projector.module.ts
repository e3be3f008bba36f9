import { type DynamicModule, Inject, Injectable, Module, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from '@tumor-board/observability';
import { caseReadModels, type ProjectionOptions, type RunningProjections, startProjections } from '@tumor-board/read-side';

type Sources = Parameters<typeof caseReadModels>[0];

/** What the read models are made from. */
export interface ProjectorModuleOptions {
  readonly pool: ProjectionOptions['pool'];
  readonly eventStore: Sources['eventStore'];
  /** To make protected texts searchable. */
  readonly protection?: Sources['protection'];
  readonly knowledge: Sources['knowledge'];
  readonly logger: Logger;
}

const OPTIONS = Symbol('projector options');

/** The running projections, started and stopped with the process. */
@Injectable()
export class Projections implements OnApplicationBootstrap, OnApplicationShutdown {
  #running: RunningProjections | undefined;

  constructor(@Inject(OPTIONS) private readonly options: ProjectorModuleOptions) {}

  onApplicationBootstrap(): void {
    const { pool, eventStore, protection, knowledge, logger } = this.options;
    this.#running = startProjections({
      pool,
      readModels: caseReadModels({ eventStore, protection, knowledge }),
      onError: (error, { subscription, streamId, streamVersion }) =>
        logger.error({ err: error, subscription, streamId, streamVersion }, 'an event could not be projected'),
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#running?.stop();
  }
}

/** Follows the log and keeps the read models. */
@Module({})
export class ProjectorModule {
  static forRoot(options: ProjectorModuleOptions): DynamicModule {
    return { module: ProjectorModule, providers: [{ provide: OPTIONS, useValue: options }, Projections] };
  }
}
