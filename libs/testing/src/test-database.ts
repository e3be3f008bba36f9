import { randomBytes } from 'node:crypto';
import { createPool } from '@tumor-board/database';
import type pg from 'pg';
import { inject } from 'vitest';
import { administer, databaseOn, type TestServer } from './global-postgres.js';

/** A migrated database of a test's own. */
export interface TestDatabase {
  readonly url: string;
  /** With the rights that a running service has. */
  readonly pool: pg.Pool;
  /** With the rights of the owner, to prepare what a service may not do. */
  readonly owner: pg.Pool;
  /** Closes both pools and drops the database. */
  drop(): Promise<void>;
}

/**
 * Makes a fresh database as a copy of the migrated template, in about 50 ms. Drop it when the test is over:
 * `afterAll(() => database.drop())`.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { url: serverUrl, template } = serverOfWorker();
  const name = `${template}_${randomBytes(5).toString('hex')}`;
  await administer(serverUrl, `create database ${name} template ${template}`);
  const url = databaseOn(serverUrl, name);
  const pool = await createPool({ url, applicationName: 'test' });
  const owner = await createPool({ url, applicationName: 'test owner', role: 'login', max: 8 });
  return {
    url,
    pool,
    owner,
    async drop() {
      // A connection that a failed test did not give back must not hold up the others.
      await Promise.race([Promise.all([pool.end(), owner.end()]), new Promise((resolve) => setTimeout(resolve, 3000))]);
      await administer(serverUrl, `drop database if exists ${name} with (force)`);
    },
  };
}

/** Workers are numbered from 1. */
function serverOfWorker(): TestServer {
  const servers = inject('testServers');
  const server = servers[(Number(process.env['VITEST_POOL_ID']) - 1) % servers.length];
  if (server === undefined) throw new Error('This worker has no PostgreSQL: run integration specs with vitest.');
  return server;
}
