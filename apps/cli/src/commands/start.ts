import { OperatorToken, SiteAccess } from '@tumor-board/access';
import { startApi } from '@tumor-board/api';
import { anchorKey, languageModelSettings, type OwnAnchorKey, readSettings, type Settings } from '@tumor-board/config';
import { createPool } from '@tumor-board/database';
import { anchorKeyOf, createEventStore, headPositions, sealState } from '@tumor-board/event-store';
import { migrateJobs } from '@tumor-board/job-queue';
import { isProblem, problem } from '@tumor-board/kernel';
import { knowledgeRelease, sitePolicy } from '@tumor-board/knowledge';
import { createLogger, createMetrics, runUntilStopped, type Service } from '@tumor-board/observability';
import { startPanel } from '@tumor-board/panel';
import { startProjector } from '@tumor-board/projector';
import { countedRuns } from '@tumor-board/read-side';
import { openDatabase, type Pool } from '../database.js';
import { examplesToLoad, loadExamples } from '../examples/load-examples.js';
import { firstAdministrator } from '../first-accounts.js';
import { notTold, told, toTell } from '../not-told.js';
import { keyMade, protectionOrNew } from '../protection.js';
import { announceService, runningService, withdrawService } from '../running-service.js';
import { type Terminal, writeLine } from '../terminal.js';

/** Options of `start`. */
export interface StartOptions {
  readonly empty?: boolean;
  readonly port?: string;
}

/** Whose work is recorded as that of who started the service. */
const BY = 'operator';

/** Runs everything in one process until a signal ends it. */
export async function start(options: StartOptions, terminal: Terminal): Promise<void> {
  await runUntilStopped((ending) => open(options, terminal, ending));
}

const HOW_TO_SIGN_IN = 'Sign in with an account: `npm run --silent tumor-board -- account list` lists them.';

type Closing = () => Promise<unknown>;

async function open(options: StartOptions, terminal: Terminal, ending: AbortSignal): Promise<Service> {
  const settings = readSettings({ ...process.env, ...(options.port === undefined ? {} : { PORT: options.port }) });
  // A person reads this terminal: only what needs attention, unless asked otherwise.
  const level = process.env['LOG_LEVEL']?.trim() ? settings.LOG_LEVEL : 'warn';
  const logger = createLogger({ service: 'start', level });
  const log = (message: string): void => logger.info(message);
  const closing: Closing[] = [];
  const close = async (): Promise<void> => {
    for (const one of closing.splice(0).reverse()) await one();
  };
  // Whoever ends us while we start need not wait until all is up.
  const opened = (one: Closing): void => {
    closing.push(one);
    ending.throwIfAborted();
  };
  try {
    const database = await openDatabase(settings, log).catch(async (error: unknown) => {
      throw await explained(error, settings);
    });
    opened(() => database.close());
    const pool = await createPool({ url: database.url, applicationName: 'tumor-board start', max: settings.DATABASE_POOL_SIZE, log });
    opened(() => pool.end());
    const metrics = createMetrics({ withProcess: true });
    const { protection, made } = await protectionOrNew(pool, settings);
    if (made !== undefined) await toTell(settings.DATA_DIR, keyMade(made));
    const eventStore = createEventStore({ pool, protection, onCommit: (commit) => metrics.appended(commit) });
    opened(() => eventStore.close());
    metrics.observePool('start', () => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }));
    const knowledge = { release: knowledgeRelease(), policy: sitePolicy() };
    const projector = await startProjector({ pool, eventStore, protection, knowledge, logger, metrics });
    opened(() => projector.close());
    if (settings.REDIS_URL === undefined) await migrateJobs(database.url);
    metrics.observeSeal(() => sealState(pool));
    const own = await anchorKey(settings);
    if (own.made && own.file !== undefined) await toTell(settings.DATA_DIR, anchorKeyMade(own.file));
    const anchors = {
      key: anchorKeyOf(own.key),
      trusted: settings.ANCHOR_KEYS_TRUSTED ?? [],
      intervalMs: settings.ANCHOR_INTERVAL_MINUTES * 60_000,
    };
    const panel = await startPanel({
      pool,
      eventStore,
      protection,
      knowledge,
      logger,
      databaseUrl: database.url,
      redisUrl: settings.REDIS_URL,
      anchors,
      languageModel: languageModelSettings(settings),
    });
    opened(() => panel.close());
    metrics.observeJobs(async () => ({ ...(await panel.counts()) }));
    metrics.observePanel(() => countedRuns(pool));
    const operatorToken = new OperatorToken();
    const access = { operatorToken };
    const api = await startApi({
      pool,
      eventStore,
      protection,
      knowledge,
      settings,
      access,
      anchorKeys: [anchors.key.fingerprint, ...anchors.trusted],
      jobs: panel.jobs,
      logger,
      metrics,
    }).catch((error: unknown) => {
      throw portExplained(error, settings);
    });
    opened(() => api.close());
    await announceService(settings.DATA_DIR, { url: api.url, database: database.url, pid: process.pid, token: operatorToken.token });
    opened(() => withdrawService(settings.DATA_DIR, process.pid));

    const site = new SiteAccess({ pool, site: settings.SITE });
    const isNew = async (): Promise<boolean> => (await isEmpty(pool)) && !(await site.accounts.any());
    const loading = database.embedded && options.empty !== true ? await examplesToLoad(settings.DATA_DIR, isNew) : undefined;
    const administrator = await firstAdministrator(site, BY, loading?.oneTimePassword);
    const into = { url: api.url, dataDir: settings.DATA_DIR, access: site, by: BY };
    const examples = loading === undefined ? undefined : await Promise.race([loadExamples(into, loading), cutOff(ending)]);
    const signingIn = [...administrator, ...(examples === undefined ? [] : [examples.signIn])];
    const once = await notTold(settings.DATA_DIR);
    const elsewhere = database.location === undefined ? [] : [keptElsewhere(settings.DATA_DIR, database.location)];
    const signIn = signingIn.length > 0 ? signingIn : [HOW_TO_SIGN_IN];
    await greet(terminal, api.url, examples?.cases ?? 0, [...signIn, ...elsewhere, anchorsLine(own), ...once]);
    await told(settings.DATA_DIR);
    return { close, ...(database.ended === undefined ? {} : { ended: database.ended }) };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Fails when we are told to end: the next start goes on with what was begun. */
const cutOff = (ending: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    ending.addEventListener('abort', () => reject(ending.reason), { once: true });
    if (ending.aborted) reject(ending.reason);
  });

const isEmpty = async (pool: Pool): Promise<boolean> => (await headPositions(pool)).size === 0;

async function greet({ output }: Terminal, url: string, examples: number, notes: readonly string[]): Promise<void> {
  const lines = [
    `Tumor board runs at ${url}`,
    `  cases        ${url}/api/cases`,
    `  description  ${url}/openapi.json`,
    ...(examples > 0 ? [`${examples} example cases were loaded, all synthetic; \`npm start -- --empty\` begins without.`] : []),
    ...notes,
    'Ctrl+C ends it.',
  ];
  for (const line of lines) await writeLine(output, line);
}

/** What to note elsewhere of the key that anchors of the log are signed with. */
const anchorsLine = ({ key }: OwnAnchorKey): string => `Anchors of the log are signed with the key ${anchorKeyOf(key).fingerprint}.`;

const anchorKeyMade = (file: string): string =>
  `The key that anchors are signed with was made: keep a copy of ${file}, and note its fingerprint elsewhere.`;

const keptElsewhere = (dataDir: string, location: string): string =>
  `The database is kept in ${location}: PostgreSQL does not run as root, and its own user cannot enter ${dataDir}.`;

/** Says where the service runs that holds the data folder. */
async function explained(error: unknown, settings: Settings): Promise<unknown> {
  if (!isProblem(error, 'database.embedded-in-use')) return error;
  const running = await runningService(settings.DATA_DIR);
  const where = running === undefined ? '' : ` It answers at ${running.url}.`;
  return problem(
    error.code,
    `Another service uses the data folder ${settings.DATA_DIR}.${where} Stop it first, or set DATA_DIR.`,
    error.data,
  );
}

function portExplained(error: unknown, { PORT, HOST }: Settings): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return problem('start.port-in-use', `Port ${PORT} of ${HOST} is in use. Choose another: --port N, 0 takes any free one.`);
  if (code === 'EACCES') return problem('start.port-refused', `Port ${PORT} needs more rights. Choose one above 1023: --port N.`);
  return error;
}
