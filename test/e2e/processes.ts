import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { askAs } from './http.js';

// Not by its package, whose other parts are for workers of vitest alone.
export { throwAwayFolder as dataFolder } from '../../libs/testing/src/throw-away-folder.js';

export const root = path.resolve(import.meta.dirname, '../..');
export const node = path.join(root, 'node_modules/node/bin/node');

const mains = {
  command: path.join(root, 'apps/cli/dist/main.js'),
  api: path.join(root, 'apps/api/dist/main.js'),
  projector: path.join(root, 'apps/projector/dist/main.js'),
  panel: path.join(root, 'apps/panel/dist/main.js'),
} as const;

/** What a process was given besides its arguments; nothing of the settings of who runs the tests. */
export type Environment = Readonly<Record<string, string>>;

/** Services over one database share their key; `start` over a data folder makes one of its own. */
const PROTECTION_KEY = Buffer.alloc(32, 'tests').toString('base64');

const environmentOf = (given: Environment): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  HOME: process.env['HOME'],
  TZ: process.env['TZ'],
  ...(given['DATABASE_URL'] === undefined ? {} : { PROTECTION_KEY }),
  ...given,
});

/** How a process ended and what it said. */
export interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A process that runs. */
export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Resolves when the output matches; rejects when the process ends without. */
  said(pattern: RegExp): Promise<RegExpExecArray>;
  stop(signal?: NodeJS.Signals): Promise<Ended>;
}

const running = new Set<ChildProcess>();

/** Starts a program; it ends with the tests at the latest. */
export function run(file: string, args: readonly string[], environment: NodeJS.ProcessEnv, cwd = root): Running {
  const child = spawn(file, args, { cwd, env: environment, stdio: ['pipe', 'pipe', 'pipe'] });
  running.add(child);
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status, signal) => {
      running.delete(child);
      resolve({ status, signal, stdout, stderr });
    });
  });
  return {
    child,
    ended,
    stdout: () => stdout,
    stderr: () => stderr,
    async said(pattern) {
      for (;;) {
        const match = pattern.exec(stdout) ?? pattern.exec(stderr);
        if (match !== null) return match;
        const over = await Promise.race([
          once(child.stdout, 'data').then(() => false),
          once(child.stderr, 'data').then(() => false),
          ended.then(() => true),
        ]);
        if (over && !pattern.test(stdout) && !pattern.test(stderr)) throw new Error(`ended without saying ${pattern}:\n${stdout}${stderr}`);
      }
    },
    async stop(signal = 'SIGTERM') {
      child.kill(signal);
      return await ended;
    },
  };
}

/** Ends what a test left running. */
export async function stopAll(): Promise<void> {
  const left = [...running];
  const closed = left.map((child) => once(child, 'close'));
  for (const child of left) child.kill('SIGTERM');
  await Promise.all(closed);
}

/** Runs a command of the command line to its end. */
export async function command(args: readonly string[], environment: Environment = {}, input = ''): Promise<Ended> {
  const started = run(node, [mains.command, ...args], environmentOf(environment));
  started.child.stdin?.end(input);
  return await started.ended;
}

/** The whole product in one process. */
export interface Service extends Running {
  readonly url: string;
}

/** Begins to start everything, on a free port. */
export const launch = (environment: Environment, ...args: string[]): Running =>
  run(node, [mains.command, 'start', '--port', '0', ...args], environmentOf(environment));

/** Starts everything over a data folder (or DATABASE_URL) on a free port; requests to it are those of its operator. */
export async function startService(environment: Environment, ...args: string[]): Promise<Service> {
  const started = launch(environment, ...args);
  const [, url = ''] = await started.said(/runs at (http:\S+)/);
  await started.said(/Ctrl\+C ends it/);
  const dataDir = environment['DATA_DIR'];
  if (dataDir !== undefined) {
    const { token } = JSON.parse(await readFile(path.join(dataDir, 'service.json'), 'utf8')) as { token: string };
    askAs(url, token);
  }
  return { ...started, url };
}

/** A token for each database, of an account that may record and bring knowledge into force. */
const tokens = new Map<string, string>();

async function tokenFor(environment: Environment): Promise<string> {
  const database = environment['DATABASE_URL'] ?? '';
  const known = tokens.get(database);
  if (known !== undefined) return known;
  await command(['account', 'add', 'e2e', '--role', 'coordinator', '--role', 'knowledge-editor'], environment);
  const { stdout, stderr } = await command(['account', 'token', 'e2e'], environment);
  const token = stdout.trim();
  if (token === '') throw new Error(`no token: ${stderr}`);
  tokens.set(database, token);
  return token;
}

/** Starts one service alone on a free port; requests to the API are those of an account of the tests. */
export async function startAlone(name: 'api' | 'projector' | 'panel', environment: Environment): Promise<Service> {
  const started = run(node, [mains[name]], environmentOf({ PORT: '0', PROJECTOR_PORT: '0', PANEL_PORT: '0', ...environment }));
  const [, url = ''] = await started.said(/"url":"(http:[^"]+)"/);
  if (name === 'api') askAs(url, await tokenFor(environment));
  return { ...started, url };
}

/** A process that is expected to refuse. */
export const attempt = async (name: keyof typeof mains, args: readonly string[], environment: Environment): Promise<Ended> =>
  await run(node, [mains[name], ...args], environmentOf(environment)).ended;

/** Asks until the answer satisfies, for at most `seconds`. */
export async function eventually<Answer>(
  ask: () => Promise<Answer>,
  satisfies: (answer: Answer) => boolean,
  seconds = 60,
): Promise<Answer> {
  const end = performance.now() + seconds * 1_000;
  for (;;) {
    const answer = await ask();
    if (satisfies(answer)) return answer;
    if (performance.now() > end) throw new Error(`not within ${seconds} s: ${JSON.stringify(answer)}`);
    await pause(50);
  }
}
