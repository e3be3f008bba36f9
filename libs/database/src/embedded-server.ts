import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { chown, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { problem } from '@tumor-board/kernel';
import type { Binaries } from './embedded-binaries.js';
import type { ServerUser } from './embedded-user.js';
import type { Log } from './pool.js';
import { isServer } from './server-process.js';

/** Stops the server that a killed process left behind; for who holds the folder's lock, so that nobody uses it any more. */
export async function stopOrphan(dataDir: string, log: Log): Promise<void> {
  const file = path.join(dataDir, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (!isServer(pid, dataDir)) {
    // The number may belong to another program by now, which PostgreSQL would take for a running server.
    await rm(file, { force: true });
    return;
  }
  log(`stopping the PostgreSQL (process ${pid}) that an interrupted run left behind`);
  for (const [signal, patience] of [['SIGINT', 20_000] as const, ['SIGQUIT', 10_000] as const]) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ESRCH') return;
      throw problem('database.embedded-failed', `A PostgreSQL of another user (process ${pid}) runs on ${dataDir}.`, { pid });
    }
    const end = Date.now() + patience;
    while (Date.now() < end) {
      if (!isServer(pid, dataDir)) return;
      await pause(20);
    }
  }
  throw problem('database.embedded-failed', `The PostgreSQL left behind on ${dataDir} (process ${pid}) does not stop.`, { pid });
}

/**
 * Makes an empty cluster: durable, with checksums, ordered by code point whatever the machine's locale. It comes into
 * its place whole, so that an interrupted attempt leaves nothing that looks like data.
 */
export async function initialise(
  binaries: Binaries,
  dataDir: string,
  owner: { readonly name: string; readonly password: string },
  user: ServerUser | undefined,
): Promise<void> {
  const partial = `${dataDir}.new`;
  const words = `${dataDir}.words`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { mode: 0o700 });
  await writeFile(words, `${owner.password}\n`, { mode: 0o600 });
  if (user) {
    await chown(partial, user.uid, user.gid);
    await chown(words, user.uid, user.gid);
  }
  try {
    await new Promise<void>((resolve, reject) => {
      const args = [`--pgdata=${partial}`, `--username=${owner.name}`, `--pwfile=${words}`, '--auth=scram-sha-256'];
      const form = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--data-checksums'];
      const child = spawn(binaries.initdb, [...args, ...form], {
        ...user,
        cwd: '/',
        env: environment(),
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const tail = tailOf(child);
      child.once('error', reject);
      child.once('close', (code) => (code === 0 ? resolve() : reject(failure('could not be initialised', tail))));
    });
    await rename(partial, dataDir);
  } finally {
    await rm(partial, { recursive: true, force: true });
    await rm(words, { force: true });
  }
}

/** A server process that we started. */
export interface Server {
  readonly child: ChildProcess;
  /** Ends with the server's last words. */
  readonly exited: Promise<string>;
}

/** Starts the server and waits until it takes connections. */
export async function startServer(
  binaries: Binaries,
  dataDir: string,
  settings: Readonly<Record<string, string>>,
  user: ServerUser | undefined,
  log: Log,
): Promise<Server> {
  const all = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    lc_messages: 'C',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // The server's log must not repeat what statements hold.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    ...settings,
  };
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // A session of its own: an interrupt typed at the terminal must reach us, not the server, which we stop last.
  const child = spawn(binaries.postgres, ['-D', dataDir, ...flags], {
    ...user,
    cwd: '/',
    env: environment(),
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  // For a process that ends without having stopped it, also while it is starting.
  const onExit = () => child.kill('SIGINT');
  process.once('exit', onExit);
  child.once('close', () => process.off('exit', onExit));
  const tail = tailOf(child, (line) => {
    if (/ (WARNING|ERROR|FATAL|PANIC): /.test(line)) log(`postgres: ${line}`);
  });
  const exited = new Promise<string>((resolve) => child.once('close', () => resolve(tail.slice(-5).join('\n'))));
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => reject(failure('did not start', tail)));
    child.stderr?.on('data', () => {
      if (tail.some((line) => line.includes('database system is ready to accept connections'))) resolve();
    });
  });
  return { child, exited };
}

const failure = (what: string, tail: readonly string[]) =>
  problem('database.embedded-failed', `The embedded PostgreSQL ${what}: ${tail.slice(-5).join(' / ') || 'it said nothing'}`, { log: tail });

/** The last 50 lines that a program says, kept current. */
function tailOf(child: ChildProcess, each: (line: string) => void = () => undefined): string[] {
  const tail: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    let rest = '';
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        tail.push(line);
        each(line);
      }
      tail.splice(0, tail.length - 50);
    });
  }
  return tail;
}

/** Only what a program needs to run: PG… and LC_… of our own environment would change how the server behaves. */
const environment = (): NodeJS.ProcessEnv => ({ PATH: process.env['PATH'] ?? '', LC_ALL: 'C', TZ: 'UTC' });
