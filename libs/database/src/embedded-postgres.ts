import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { problem } from '@tumor-board/kernel';
import pg from 'pg';
import { type Binaries, commonFolder, completeLinks, findBinaries, runningCopy } from './embedded-binaries.js';
import { initialise, type Server, startServer, stopOrphan } from './embedded-server.js';
import { canEnter, type ServerUser, serverUser } from './embedded-user.js';
import { type FolderLock, lockFile } from './folder-lock.js';
import type { Log } from './pool.js';
import { replaceFile } from './replace-file.js';

/** How to run the server. */
export interface EmbeddedPostgresOptions {
  /** Where the data lie; beside it stand `<dataDir>.server.json` (port and password, readable by us alone) and `<dataDir>.lock`. */
  readonly dataDir: string;
  /** Default: a free one, kept for later starts. */
  readonly port?: number;
  readonly log?: Log;
  /** Server settings besides the durable ones that PostgreSQL ships with; for throw-away data only. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** A running server. */
export interface EmbeddedPostgres {
  readonly url: string;
  /** Where the data lie, when the server's user cannot reach the folder asked for. */
  readonly location?: string;
  /** Ends when the server does: with what went wrong when nobody asked it to stop, else with undefined. */
  readonly ended: Promise<Error | undefined>;
  /** Stops the server after its last checkpoint and lets go of the folder. May be called twice. */
  stop(): Promise<void>;
}

/** Beside the data: what must be the same at the next start. */
interface Remembered {
  readonly password: string;
  /** Not known before the first start. */
  readonly port?: number;
  /** Where the data really lie, when the server's user cannot reach the folder asked for. */
  readonly location?: string;
}

const userName = 'tumor_board';
const databaseName = 'tumor_board';
const reachableFolder = '/var/lib/tumor-board';

/**
 * Starts the PostgreSQL that came with the npm packages, on 127.0.0.1 only. A server that a killed process left behind
 * on the same data is stopped first; nothing that was committed is lost.
 *
 * Run by root, the server runs as the user `postgres`; where that user cannot reach the folder asked for (a checkout
 * under /root), programs and data are kept under /var/lib/tumor-board instead.
 * @throws Problem `database.embedded-in-use` when another running service has the folder
 * @throws Problem `database.embedded-failed` with the server's last words
 * @throws Problem `database.port-in-use` when the port asked for is taken
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { log = () => undefined, settings = {} } = options;
  const asked = path.resolve(options.dataDir);
  await mkdir(path.dirname(asked), { recursive: true });
  const lock = lockFile(`${asked}.lock`);
  let server: Server | undefined;
  try {
    const known = await recall(asked);
    const user = serverUser(known?.location ?? asked, log);
    const dataDir = await settle(asked, known?.location, user, log);
    const binaries = await runnable(user ? reachableFolder : path.dirname(asked), user, log);
    await stopOrphan(dataDir, log);
    const isNew = !existsSync(path.join(dataDir, 'PG_VERSION'));
    if (known === undefined && !isNew) throw passwordProblem(asked, 'is not there');
    const location = dataDir === asked ? {} : { location: dataDir };
    const password = known?.password ?? randomBytes(24).toString('base64url');
    const kept = { ...known, password, ...location };
    await remember(asked, known, kept);
    if (isNew) {
      await mustBeFree(dataDir);
      log(`initialising PostgreSQL ${binaries.version} in ${dataDir}`);
      await initialise(binaries, dataDir, { name: userName, password }, user);
    }
    const started = await onFreePort(options.port, known?.port, async (port) => {
      await remember(asked, kept, { ...kept, port });
      log(`starting PostgreSQL on port ${port}`);
      return await startServer(binaries, dataDir, { ...settings, port: String(port) }, user, log);
    });
    const { port } = started;
    server = started.server;
    const url = (database: string) => `postgres://${userName}:${password}@127.0.0.1:${port}/${database}`;
    await createDatabase(url('postgres')).catch((error: NodeJS.ErrnoException) => {
      throw error.code === WRONG_PASSWORD ? passwordProblem(asked, 'has another one') : error;
    });
    log(`PostgreSQL ${binaries.version} runs on 127.0.0.1:${port}, data in ${dataDir}`);
    return { url: url(databaseName), ...location, ...running(server, lock) };
  } catch (error) {
    server?.child.kill('SIGINT');
    await server?.exited;
    lock.release();
    throw error;
  }
}

const WRONG_PASSWORD = '28P01';

function running(server: Server, lock: FolderLock): Pick<EmbeddedPostgres, 'ended' | 'stop'> {
  let stopping = false;
  const ended = server.exited.then((last) => {
    lock.release();
    return stopping ? undefined : problem('database.embedded-failed', `PostgreSQL has ended: ${last}`, { last });
  });
  return {
    ended,
    async stop() {
      if (!stopping) {
        stopping = true;
        server.child.kill('SIGINT');
      }
      const overdue = AbortSignal.timeout(30_000);
      overdue.addEventListener('abort', () => server.child.kill('SIGQUIT'));
      await ended;
    },
  };
}

const rememberedIn = (asked: string): string => `${asked}.server.json`;

const passwordProblem = (asked: string, what: string) =>
  problem(
    'database.embedded-failed',
    `The password of the database in ${asked} is kept in ${rememberedIn(asked)} alone, and that file ${what}. Bring it back from a copy.`,
    { file: rememberedIn(asked) },
  );

/** @throws Problem `database.embedded-failed` when the file is there and says nothing */
async function recall(asked: string): Promise<Remembered | undefined> {
  if (!existsSync(rememberedIn(asked))) return undefined;
  const text = await readFile(rememberedIn(asked), 'utf8');
  try {
    const found = JSON.parse(text) as Remembered;
    if (typeof found.password === 'string') return found;
  } catch {
    // Said below.
  }
  throw passwordProblem(asked, 'is damaged');
}

/** The one copy of the password is touched only when something is new. */
async function remember(asked: string, known: Remembered | undefined, remembered: Remembered): Promise<void> {
  if (known?.password === remembered.password && known.port === remembered.port && known.location === remembered.location) return;
  await replaceFile(rememberedIn(asked), `${JSON.stringify(remembered, null, 2)}\n`);
}

/** Decides where the data lie, so that the server's user can reach them. */
async function settle(asked: string, location: string | undefined, user: ServerUser | undefined, log: Log): Promise<string> {
  if (location !== undefined) {
    if (existsSync(location)) return location;
    throw problem(
      'database.embedded-failed',
      `The data folder ${location} does not exist. Bring it back, or remove ${asked}.server.json to start with an empty one.`,
      { location },
    );
  }
  if (user === undefined || canEnter(user, path.dirname(asked))) return asked;
  await commonFolder(reachableFolder);
  const folder = await mkdtemp(path.join(reachableFolder, `${path.basename(asked)}-`));
  log(`the system user of PostgreSQL cannot reach ${asked}; the data are kept in ${folder}`);
  return folder;
}

/** The shipped programs, or a copy of them where the server's user cannot run those. */
async function runnable(parent: string, user: ServerUser | undefined, log: Log): Promise<Binaries> {
  const tryOut = (binaries: Binaries) => spawnSync(binaries.postgres, ['--version'], { ...user, cwd: '/', encoding: 'utf8' });
  const shipped = await findBinaries();
  // Packages may belong to somebody else; then the copy gets the links.
  await completeLinks(shipped).catch(() => undefined);
  if (tryOut(shipped).status === 0) return shipped;
  if (user !== undefined) await commonFolder(parent);
  const copy = await runningCopy(shipped, parent, (binaries) => tryOut(binaries).status === 0);
  const { status, stderr, error } = tryOut(copy);
  if (status === 0) {
    log(`PostgreSQL runs from a copy in ${copy.folder}`);
    return copy;
  }
  const reason = error?.message ?? stderr.trim();
  throw problem('database.embedded-unavailable', `The embedded PostgreSQL does not run here: ${reason}. Set DATABASE_URL.`, { reason });
}

/** @throws Problem `database.embedded-failed` when the folder holds something else */
async function mustBeFree(dataDir: string): Promise<void> {
  if (existsSync(dataDir) && (await readdir(dataDir)).length > 0) {
    throw problem('database.embedded-failed', `${dataDir} is neither empty nor the data of a PostgreSQL.`, { dataDir });
  }
}

/** Starts something on the port asked for, or on a free one; anew on another when somebody has taken that meanwhile. */
async function onFreePort(
  asked: number | undefined,
  last: number | undefined,
  startOn: (port: number) => Promise<Server>,
): Promise<{ readonly port: number; readonly server: Server }> {
  const port = await choosePort(asked, last);
  try {
    return { port, server: await startOn(port) };
  } catch (error) {
    if (asked !== undefined || !(error instanceof Error) || !CANNOT_BIND.test(error.message)) throw error;
  }
  const other = await choosePort(undefined, undefined);
  return { port: other, server: await startOn(other) };
}

const CANNOT_BIND = /could not create any TCP\/IP sockets/;

async function choosePort(asked: number | undefined, last: number | undefined): Promise<number> {
  if (asked !== undefined) {
    if (!(await isFree(asked))) throw problem('database.port-in-use', `Port ${asked} of 127.0.0.1 is in use.`, { port: asked });
    return asked;
  }
  if (last !== undefined && (await isFree(last))) return last;
  return await new Promise<number>((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer().once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [databaseName]);
    if (rowCount === 0) await client.query(`create database ${databaseName}`);
  } finally {
    await client.end();
  }
}
