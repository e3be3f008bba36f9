import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Settings } from '@tumor-board/config';
import { createPool, migrate, type PoolOptions, startEmbeddedPostgres } from '@tumor-board/database';
import { problem } from '@tumor-board/kernel';
import { runningService } from './running-service.js';

export type Pool = Awaited<ReturnType<typeof createPool>>;

/** A database that is up, and how to let go of it. */
export interface OpenDatabase {
  readonly url: string;
  readonly embedded: boolean;
  /** Where a database of our own lies when that is not in the data folder. */
  readonly location?: string;
  /** Resolves when a database of our own ends by itself, with the reason. */
  readonly ended?: Promise<Error | undefined>;
  close(): Promise<void>;
}

/** The folder of the embedded PostgreSQL inside the data folder. */
const clusterIn = (dataDir: string): string => path.join(dataDir, 'postgres');

/** The database of DATABASE_URL, or a PostgreSQL of our own; at the newest schema. */
export async function openDatabase(settings: Settings, log: (message: string) => void): Promise<OpenDatabase> {
  if (settings.DATABASE_URL !== undefined) {
    await migrate(settings.DATABASE_URL, { log });
    return { url: settings.DATABASE_URL, embedded: false, close: async () => undefined };
  }
  const server = await startEmbeddedPostgres({ dataDir: clusterIn(settings.DATA_DIR), log });
  try {
    await migrate(server.url, { log });
  } catch (error) {
    await server.stop();
    throw error;
  }
  const { url, location, ended } = server;
  return { url, embedded: true, ...(location === undefined ? {} : { location }), ended, close: () => server.stop() };
}

/** What a command without a server needs to know. */
export interface DatabaseAccess {
  readonly settings: Settings;
  /** Whether the command may begin with an empty database of our own. */
  readonly mayBeNew: boolean;
  readonly role?: PoolOptions['role'];
}

/**
 * Lets a command work on the database: that of DATABASE_URL, that of the service that runs over the data folder, or
 * the PostgreSQL of our own, started for as long as the command takes.
 * @throws Problem `data.none` when there is nothing recorded yet to work on
 */
export async function withDatabase<Result>(
  { settings, mayBeNew, role = 'application' }: DatabaseAccess,
  work: (pool: Pool, url: string) => Promise<Result>,
): Promise<Result> {
  const database = await databaseFor(settings, mayBeNew);
  try {
    const pool = await createPool({ url: database.url, applicationName: 'tumor-board command', role });
    try {
      return await work(pool, database.url);
    } finally {
      await pool.end();
    }
  } finally {
    await database.close();
  }
}

async function databaseFor(settings: Settings, mayBeNew: boolean): Promise<OpenDatabase> {
  if (settings.DATABASE_URL === undefined) {
    const running = await runningService(settings.DATA_DIR);
    if (running !== undefined) return { url: running.database, embedded: true, close: async () => undefined };
    if (!mayBeNew && !existsSync(`${clusterIn(settings.DATA_DIR)}.server.json`)) {
      throw problem('data.none', `Nothing is recorded in ${settings.DATA_DIR} yet. Set DATA_DIR or DATABASE_URL, or import a case first.`);
    }
  }
  return await openDatabase(settings, () => undefined);
}
