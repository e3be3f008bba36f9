import type { ChildProcess } from 'node:child_process';
import { createTestDatabase, startRedis } from '@tumor-board/testing';
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

/** A Redis server that keeps nothing. */
export async function redisStorage(): Promise<TestStorage> {
  const redis = await startRedis();
  const { url } = redis;
  return { storage: { databaseUrl: '', redisUrl: url }, url, drop: () => redis.stop() };
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
