import { randomBytes } from 'node:crypto';
import { createPool } from '@tumor-board/database';
import pg from 'pg';
import { inject } from 'vitest';
import './global-postgres.js';

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
  const { url: serverUrl, template } = inject('testServer');
  const name = `${template}_${randomBytes(5).toString('hex')}`;
  const administer = async (text: string) => {
    const admin = new pg.Client({ connectionString: serverUrl });
    await admin.connect();
    try {
      await admin.query(text);
    } finally {
      await admin.end();
    }
  };
  await administer(`create database ${name} template ${template}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const pool = await createPool({ url: url.href, applicationName: 'test' });
  const owner = await createPool({ url: url.href, applicationName: 'test owner', role: 'login', max: 8 });
  return {
    url: url.href,
    pool,
    owner,
    async drop() {
      // A connection that a failed test did not give back must not hold up the others.
      await Promise.race([Promise.all([pool.end(), owner.end()]), new Promise((resolve) => setTimeout(resolve, 3000))]);
      await administer(`drop database if exists ${name} with (force)`);
    },
  };
}
