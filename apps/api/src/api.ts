import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type AccessOptions, SiteAccess } from '@tumor-board/access';
import type { Knowledge } from '@tumor-board/board';
import type { Settings } from '@tumor-board/config';
import type { JobDesk } from '@tumor-board/job-queue';
import { type Logger, type Metrics, nestLogger } from '@tumor-board/observability';
import type { ReadSideOptions } from '@tumor-board/read-side';
import type { WriteSideOptions } from '@tumor-board/write-side';
import { ApiModule } from './api.module.js';
import { observeRequests } from './http/request-hooks.js';
import { readModelState } from './operations/read-model-state.js';
import { serveSite } from './site/serve-site.js';

/** The largest body that is read; a case file of a thousand facts has a fifth of it. */
const BODY_BYTES = 2 * 1024 * 1024;

/** How long a request may take to come in, as NestJS and Fastify have no end for it; the answer may take its time. */
const REQUEST_MS = 120_000;

/** What the service needs. The pool and the log are opened and closed by who gives them. */
export interface ApiOptions {
  readonly pool: ReadSideOptions['pool'];
  readonly eventStore: WriteSideOptions['eventStore'];
  /** Reads protected texts, and erases them. */
  readonly protection?: ReadSideOptions['protection'];
  readonly knowledge: Knowledge;
  readonly settings: Pick<Settings, 'HOST' | 'PORT' | 'SITE' | 'PROJECTION_WAIT_MS'> &
    Partial<Pick<Settings, 'PUBLIC_URL' | 'TRUST_PROXY'>>;
  readonly access?: Omit<AccessOptions, 'pool' | 'site'>;
  /** Fingerprints of the keys that anchors of the log may be signed with; without any, the first one is taken for granted. */
  readonly anchorKeys?: readonly string[];
  /** For whoever looks after the jobs. */
  readonly jobs?: JobDesk | undefined;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

/** A service that takes requests. */
export interface RunningApi {
  /** `http://127.0.0.1:3000` */
  readonly url: string;
  /** Takes no more requests and ends after those under way. */
  close(): Promise<void>;
}

/** Makes the service without listening. */
export async function createApi({
  pool,
  eventStore,
  protection,
  knowledge,
  settings,
  access,
  anchorKeys = [],
  jobs,
  logger,
  metrics,
}: ApiOptions): Promise<NestFastifyApplication> {
  const { TRUST_PROXY: proxies = 0 } = settings;
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_BYTES,
    forceCloseConnections: 'idle',
    requestTimeout: REQUEST_MS,
    routerOptions: { maxParamLength: 200 },
    trustProxy: (_address, hop) => hop < proxies,
  });
  const module = ApiModule.forRoot({
    writeSide: {
      eventStore,
      keys: protection?.keys,
      index: protection?.index,
      holders: protection?.holders,
      release: knowledge.release,
      policy: knowledge.policy,
      onDecided: (seconds) => metrics.decided(seconds),
    },
    readSide: { pool, eventStore, protection, knowledge, waitMs: settings.PROJECTION_WAIT_MS },
    site: settings.SITE,
    host: settings.HOST,
    publicUrl: settings.PUBLIC_URL,
    access: new SiteAccess({ ...access, pool, site: settings.SITE }),
    anchorKeys,
    jobs,
    logger,
    metrics,
    database: async () => await pool.query('select 1'),
    readModels: () => readModelState(pool),
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, { logger: nestLogger(logger), abortOnError: false });
  observeRequests(adapter.getInstance(), logger, metrics);
  app.useSecurityHeaders({
    // The service speaks plain HTTP on this machine; whoever puts TLS before it says so there.
    strictTransportSecurity: false,
    contentSecurityPolicy: { directives: { upgradeInsecureRequests: null, styleSrc: "'self'", fontSrc: "'self'" } },
  });
  app.enableCsrfProtection();
  await serveSite(adapter.getInstance());
  await app.init();
  return app;
}

/** Starts the service. */
export async function startApi(options: ApiOptions): Promise<RunningApi> {
  const app = await createApi(options);
  const { HOST, PORT } = options.settings;
  let url: string;
  try {
    // Not by NestJS, which would log a failure that is told to the operator anyway.
    url = await app.getHttpAdapter().getInstance().listen({ host: HOST, port: PORT });
  } catch (error) {
    await app.close();
    throw error;
  }
  options.logger.info({ url }, 'listening');
  return {
    url,
    async close() {
      // A connection that was busy when the end began is idle once it is answered, and would be kept for another request.
      const server = app.getHttpServer();
      const closing = setInterval(() => server.closeIdleConnections(), 20);
      await app.close().finally(() => clearInterval(closing));
    },
  };
}
