import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createTestDatabase } from '@tumor-board/testing';
import { type JobStorage, migrateJobs } from '../src/index.js';

/** A place for jobs that is a test's own. */
export interface TestStorage {
  readonly storage: JobStorage;
  /** The address for a worker in a process of its own. */
  readonly url: string;
  drop(): Promise<void>;
}

/** A database with the tables of the jobs. */
export async function postgresStorage(): Promise<TestStorage> {
  const database = await createTestDatabase();
  await migrateJobs(database.url);
  return { storage: { databaseUrl: database.url }, url: database.url, drop: () => database.drop() };
}

/** The Redis server of this machine, when it has one. */
export const redisServer: string | undefined = (process.env['PATH'] ?? '')
  .split(path.delimiter)
  .map((folder) => path.join(folder, 'redis-server'))
  .find((file) => existsSync(file));

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

/** A Redis server that keeps nothing. */
export async function redisStorage(): Promise<TestStorage> {
  const folder = await mkdtemp(path.join(tmpdir(), 'tumor-board-redis-'));
  const port = await freePort();
  const server = spawn(
    redisServer ?? 'redis-server',
    ['--port', `${port}`, '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--maxmemory-policy', 'noeviction'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  await saying(server, /Ready to accept connections/);
  const url = `redis://127.0.0.1:${port}`;
  return {
    storage: { databaseUrl: '', redisUrl: url },
    url,
    async drop() {
      server.kill('SIGTERM');
      await once(server, 'close');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Resolves when a process says something. */
export function saying(child: ChildProcess, pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (text: Buffer) => {
      said += text.toString();
      const found = pattern.exec(said);
      if (found) resolve(found[0]);
    });
    child.once('close', () => reject(new Error(`ended without saying ${pattern}: ${said}`)));
  });
}
