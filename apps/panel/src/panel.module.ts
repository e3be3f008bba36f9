import { type DynamicModule, Inject, Injectable, Module, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { CommandBus, CqrsModule } from '@nestjs/cqrs';
import { handler, type JobQueue } from '@tumor-board/job-queue';
import type { Logger } from '@tumor-board/observability';
import {
  KnowledgeInForce,
  MeetingCommands,
  PatientCommands,
  RecordedCases,
  SeriesCommands,
  WriteSideModule,
  type WriteSideOptions,
} from '@tumor-board/write-side';
import { Deliberation, type DeliberationOptions } from './deliberation/deliberation.js';
import { followDeliberations } from './deliberation/follow.js';
import { endRun, giveOpinion, weighOpinions } from './deliberation/jobs.js';
import { type FollowOptions, followErasure, followPersonErasure } from './erasure/follow.js';
import { PersonErasure, type PersonErasureOptions } from './erasure/person-erasure.js';
import { Expectations, type ExpectationsOptions } from './expectations/expectations.js';
import { followExpectations } from './expectations/follow.js';
import { checkExpectations } from './expectations/jobs.js';
import { followMeetings } from './meetings/follow.js';
import { MeetingWorkflow } from './meetings/meeting-workflow.js';
import { followReassessment } from './reassessment/follow.js';
import { reassessBatch, reassessCase } from './reassessment/jobs.js';
import { Reassessment, type ReassessmentOptions } from './reassessment/reassessment.js';

/** What the jobs are done with. */
export interface PanelModuleOptions extends Pick<ReassessmentOptions, 'pool' | 'queue' | 'pageSize'>, Pick<ExpectationsOptions, 'now'> {
  readonly writeSide: WriteSideOptions;
  /** To destroy the keys of what was erased. */
  readonly keys?: PersonErasureOptions['keys'] | undefined;
  /** How the panel deliberates. */
  readonly deliberation?: Pick<DeliberationOptions, 'speak' | 'opinionMs' | 'runMs' | 'languageModel'> | undefined;
  readonly logger: Logger;
  /** How often to look for what is due and has no job, in ms; default 60 000. */
  readonly refillMs?: number;
}

const OPTIONS = Symbol('panel options');

/** Jobs last a second or so, and a job that is done twice does no harm: others may soon take over from a killed process. */
const LOCKS = { lockMs: 8_000, stalledMs: 2_000 };

/** The jobs, worked on for as long as the process runs. */
@Injectable()
export class Jobs implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #options: PanelModuleOptions;
  readonly #queue: JobQueue;
  readonly #reassessment: Reassessment;
  readonly #expectations: Expectations;
  readonly #deliberation: Deliberation;
  readonly #inForce: KnowledgeInForce;
  readonly #meetings: MeetingWorkflow;
  readonly #patients: PatientCommands;
  readonly #cases: RecordedCases;
  readonly #commands: CommandBus;
  #stop: () => Promise<void> = async () => undefined;

  constructor(
    @Inject(OPTIONS) options: PanelModuleOptions,
    commands: CommandBus,
    inForce: KnowledgeInForce,
    meetings: MeetingCommands,
    series: SeriesCommands,
    cases: RecordedCases,
    patients: PatientCommands,
  ) {
    this.#options = options;
    this.#queue = options.queue;
    this.#inForce = inForce;
    this.#patients = patients;
    this.#cases = cases;
    this.#commands = commands;
    this.#meetings = new MeetingWorkflow({ commands, meetings, series, cases });
    this.#reassessment = new Reassessment({ ...options, commands, inForce });
    this.#expectations = new Expectations({ ...options, commands });
    this.#deliberation = new Deliberation({ ...options, ...options.deliberation, commands, eventStore: options.writeSide.eventStore });
  }

  async onApplicationBootstrap(): Promise<void> {
    const { pool, keys, logger, refillMs = 60_000 } = this.#options;
    const reassessment = this.#reassessment;
    const expectations = this.#expectations;
    const deliberation = this.#deliberation;
    await this.#queue.work(
      [
        handler(reassessBatch, (data) => reassessment.batch(data)),
        handler(reassessCase, (data) => reassessment.one(data)),
        handler(checkExpectations, (data) => expectations.check(data)),
        handler(giveOpinion, (data, run) => deliberation.opinion(data, run)),
        handler(weighOpinions, (data) => deliberation.chair(data)),
        handler(endRun, (data) => deliberation.end(data)),
      ],
      LOCKS,
    );
    await reassessment.recover();
    const refill = async () => {
      await reassessment.refill();
      await expectations.refill();
      await deliberation.refill();
    };
    await refill();
    const onError: FollowOptions['onError'] = (error, about) =>
      logger.error({ err: error, ...about }, 'what follows from an event could not be found');
    const subscriptions = [
      followDeliberations({ pool, deliberation, onError }),
      followExpectations({ pool, expectations, onError }),
      followMeetings({ pool, workflow: this.#meetings, onError }),
      followReassessment({ pool, reassessment, queue: this.#queue, inForce: this.#inForce, onError }),
      ...(keys === undefined ? [] : this.#followErasures({ pool, keys, onError })),
    ];
    // Days begin without an event, and a queue can be lost while nobody looks.
    const timer = setInterval(() => {
      refill().catch((error: unknown) => logger.error({ err: error }, 'what is due could not be looked up'));
    }, refillMs);
    this.#stop = async () => {
      clearInterval(timer);
      await Promise.all(subscriptions.map((subscription) => subscription.stop()));
    };
  }

  #followErasures({ keys, ...options }: FollowOptions & Pick<PersonErasureOptions, 'keys'>) {
    const [commands, patients, cases] = [this.#commands, this.#patients, this.#cases];
    const erasure = new PersonErasure({ pool: options.pool, keys, commands, patients, cases });
    return [followErasure({ ...options, keys }), followPersonErasure({ ...options, erasure })];
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#stop();
    await this.#queue.close();
  }
}

/** Does the jobs. */
@Module({})
export class PanelModule {
  static forRoot(options: PanelModuleOptions): DynamicModule {
    return {
      module: PanelModule,
      imports: [CqrsModule, WriteSideModule.forRoot(options.writeSide)],
      providers: [{ provide: OPTIONS, useValue: options }, Jobs],
    };
  }
}
