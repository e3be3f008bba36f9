import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { ReadLog, SiteAccess } from '@tumor-board/access';
import { cursorOfSubscriptions, watch } from '@tumor-board/event-store';
import type { JobDesk } from '@tumor-board/job-queue';
import type { Logger, Metrics } from '@tumor-board/observability';
import { READ_MODEL_NAMES, ReadSideModule, type ReadSideOptions } from '@tumor-board/read-side';
import { WriteSideModule, type WriteSideOptions } from '@tumor-board/write-side';
import { AccountsController } from './access/accounts.controller.js';
import { ActorNames } from './access/actor-names.js';
import { ReadLogController } from './access/read-log.controller.js';
import { Reauthentication } from './access/reauthentication.js';
import { SessionController } from './access/session.controller.js';
import { BoardQueriesController } from './board/board-queries.controller.js';
import { BoardWork } from './board/board-work.js';
import { DecisionsController } from './board/decisions.controller.js';
import { ReferralsController } from './board/referrals.controller.js';
import { Replays } from './board/replays.js';
import { CaseCommandsController } from './cases/case-commands.controller.js';
import { CaseErasureController } from './cases/case-erasure.controller.js';
import { CaseExplanationController } from './cases/case-explanation.controller.js';
import { CasePreviewsController } from './cases/case-previews.controller.js';
import { CaseQueriesController } from './cases/case-queries.controller.js';
import { RequestContext, Site } from './cases/request-context.js';
import { ClaimsController } from './deliberation/claims.controller.js';
import { DeliberationsController } from './deliberation/deliberations.controller.js';
import { EvidenceController } from './evidence/evidence.controller.js';
import { AccessGuard } from './http/access.js';
import { OwnHosts } from './http/own-hosts.js';
import { LOGGER, ProblemFilter } from './http/problem.filter.js';
import { ReadLogInterceptor } from './http/read-log.interceptor.js';
import { schemaPipe } from './http/schema.pipe.js';
import { SessionCookie } from './http/session-cookie.js';
import { ImpactReporting } from './knowledge/impact-reporting.js';
import { PolicyController } from './knowledge/policy.controller.js';
import { ReassessmentsController } from './knowledge/reassessments.controller.js';
import { ReleasesController } from './knowledge/releases.controller.js';
import { LiveController } from './live/live.controller.js';
import { LiveStreams } from './live/live-streams.js';
import { M1SystemsController } from './m1-systems/m1-systems.controller.js';
import { AgendaController } from './meetings/agenda.controller.js';
import { AgendaFilling } from './meetings/agenda-filling.js';
import { MeetingSeriesController } from './meetings/meeting-series.controller.js';
import { MeetingsController } from './meetings/meetings.controller.js';
import { openApiDocument } from './openapi/document.js';
import { routesOfAll } from './openapi/routes.js';
import { OperationsController } from './operations/operations.controller.js';
import { OperationsInside, type ReadModelState } from './operations/operations-inside.js';
import { OperatorController } from './operations/operator.controller.js';
import { ServiceState } from './operations/service-state.js';
import { CasePatientController } from './patients/case-patient.controller.js';
import { PatientErasureController } from './patients/patient-erasure.controller.js';
import { PatientNames } from './patients/patient-names.js';
import { PatientsController } from './patients/patients.controller.js';
import { PrintedController } from './printed/printed.controller.js';
import { QueueController } from './queue/queue.controller.js';
import { SealController } from './seal/seal.controller.js';
import { Verifications } from './seal/verifications.js';

/** The version of the HTTP interface. */
export const API_VERSION = '0.1.0';

/** Every controller of the service. */
export const CONTROLLERS: readonly Type[] = [
  CaseCommandsController,
  CasePreviewsController,
  CaseQueriesController,
  CaseErasureController,
  CaseExplanationController,
  PatientsController,
  PatientErasureController,
  CasePatientController,
  EvidenceController,
  M1SystemsController,
  QueueController,
  MeetingsController,
  AgendaController,
  MeetingSeriesController,
  ReferralsController,
  DecisionsController,
  BoardQueriesController,
  DeliberationsController,
  ClaimsController,
  PrintedController,
  LiveController,
  ReleasesController,
  PolicyController,
  ReassessmentsController,
  SessionController,
  AccountsController,
  ReadLogController,
  SealController,
  OperatorController,
  OperationsController,
];

/** What the service offers, as an OpenAPI document. */
export const apiDescription = () => openApiDocument(routesOfAll(CONTROLLERS), API_VERSION);

/** What the service is made of. */
export interface ApiModuleOptions {
  readonly writeSide: WriteSideOptions;
  readonly readSide: ReadSideOptions;
  readonly site: string;
  /** The address that the operator told the service to listen on. */
  readonly host: string;
  /** The address that people type, when it is another. */
  readonly publicUrl: string | undefined;
  readonly access: SiteAccess;
  /** Fingerprints of the keys that anchors of the log may be signed with. */
  readonly anchorKeys: readonly string[];
  /** For whoever looks after the jobs; absent where the process knows nothing of them. */
  readonly jobs?: JobDesk | undefined;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Resolves when the database can be used. */
  readonly database: () => Promise<unknown>;
  readonly readModels: () => Promise<ReadModelState>;
}

/** The HTTP service. */
@Module({})
export class ApiModule {
  static forRoot({
    writeSide,
    readSide,
    site,
    host,
    publicUrl,
    access,
    anchorKeys,
    jobs,
    logger,
    metrics,
    database,
    readModels,
  }: ApiModuleOptions): DynamicModule {
    return {
      module: ApiModule,
      imports: [CqrsModule, WriteSideModule.forRoot(writeSide), ReadSideModule.forRoot(readSide)],
      controllers: [...CONTROLLERS],
      providers: [
        RequestContext,
        ImpactReporting,
        AgendaFilling,
        Replays,
        BoardWork,
        PatientNames,
        ActorNames,
        { provide: Site, useValue: new Site(site) },
        Reauthentication,
        { provide: SiteAccess, useValue: access },
        { provide: ReadLog, useValue: access.readLog },
        { provide: OwnHosts, useValue: new OwnHosts(host, publicUrl) },
        { provide: SessionCookie, useValue: new SessionCookie(publicUrl) },
        { provide: OperationsInside, useValue: new OperationsInside(metrics, database, readModels, apiDescription) },
        { provide: LiveStreams, useFactory: () => liveStreams(readSide.pool, logger, metrics) },
        {
          provide: ServiceState,
          inject: [LiveStreams],
          useFactory: (live: LiveStreams) => new ServiceState({ readSide, jobs, version: API_VERSION, liveStreams: () => live.count }),
        },
        { provide: Verifications, useFactory: () => new Verifications({ pool: readSide.pool, trusted: anchorKeys, logger }) },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_INTERCEPTOR, useClass: ReadLogInterceptor },
        { provide: APP_PIPE, useFactory: schemaPipe },
        { provide: LOGGER, useValue: logger },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}

function liveStreams(pool: ReadSideOptions['pool'], logger: Logger, metrics: Metrics): LiveStreams {
  const onError = (err: unknown) => logger.warn({ err }, 'the log cannot be watched; it is tried again');
  const streams = new LiveStreams({ watch: watch({ pool, onError }), readModels: () => cursorOfSubscriptions(pool, READ_MODEL_NAMES) });
  metrics.observeLive(() => streams.count);
  return streams;
}
