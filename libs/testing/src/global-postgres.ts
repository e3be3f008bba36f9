import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { migrate, startEmbeddedPostgres } from '@tumor-board/database';
import pg from 'pg';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A server on which tests make databases, and the migrated one that they copy. */
    testServer: { readonly url: string; readonly template: string };
  }
}

/**
 * One PostgreSQL for the whole run: the server of TEST_DATABASE_URL (whose role may create databases), or else an
 * embedded one on throw-away data. Its database `template` is migrated once and copied by each test.
 */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const server = await openServer();
  const template = `tumor_board_test_${process.pid}_${Date.now().toString(36)}`;
  const admin = new pg.Client({ connectionString: server.url });
  await admin.connect();
  await admin.query(`create database ${template}`);
  const templateUrl = new URL(server.url);
  templateUrl.pathname = `/${template}`;
  await migrate(templateUrl.href);
  provide('testServer', { url: server.url, template });
  return async () => {
    await admin.query(`drop database if exists ${template} with (force)`);
    await admin.end();
    await server.stop();
  };
}

async function openServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given) return { url: given, stop: async () => undefined };
  const folder = await mkdtemp(path.join(tmpdir(), 'tumor-board-test-'));
  // Run by root, the server runs as another user, who must be able to enter.
  await chmod(folder, 0o755);
  const server = await startEmbeddedPostgres({
    dataDir: path.join(folder, 'postgres'),
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300', max_prepared_transactions: '4' },
  });
  return {
    url: server.url,
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
