import path from 'node:path';
import { migrate, startEmbeddedPostgres } from '@tumor-board/database';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { throwAwayFolder } from './throw-away-folder.js';

/** A server on which tests make databases, and the migrated one that they copy. */
export interface TestServer {
  readonly url: string;
  readonly template: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** One for each worker. */
    testServers: readonly TestServer[];
  }
}

/** A server of ours, until the tests are over. */
interface OpenServer extends TestServer {
  close(): Promise<void>;
}

/**
 * A PostgreSQL for each worker, because an open transaction holds back every reader of the log on its server, also
 * those in other databases: an embedded one on throw-away data, or else the server of TEST_DATABASE_URL (whose role may
 * create databases) for a single worker. Its database `template` is migrated once and copied by each test.
 */
export default async function setup({ config, provide }: TestProject): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_URL'];
  const servers = given ? [await givenServer(given)] : await Promise.all(Array.from({ length: config.maxWorkers }, ownServer));
  provide(
    'testServers',
    servers.map(({ url, template }) => ({ url, template })),
  );
  return async () => {
    await Promise.all(servers.map((server) => server.close()));
  };
}

async function givenServer(url: string): Promise<OpenServer> {
  const template = `tumor_board_test_${process.pid}_${Date.now().toString(36)}`;
  await makeTemplate(url, template);
  return { url, template, close: () => administer(url, `drop database if exists ${template} with (force)`) };
}

async function ownServer(): Promise<OpenServer> {
  const folder = await throwAwayFolder();
  const server = await startEmbeddedPostgres({
    dataDir: path.join(folder.path, 'postgres'),
    settings: {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      max_connections: '300',
      max_prepared_transactions: '4',
      min_wal_size: '32MB',
      max_wal_size: '128MB',
    },
  });
  const template = 'tumor_board_test';
  await makeTemplate(server.url, template);
  return {
    url: server.url,
    template,
    async close() {
      await server.stop();
      await folder.remove();
    },
  };
}

async function makeTemplate(serverUrl: string, template: string): Promise<void> {
  await administer(serverUrl, `create database ${template}`);
  await migrate(databaseOn(serverUrl, template));
}

/** The address of another database of a server. */
export function databaseOn(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** One statement of the owner of a server. */
export async function administer(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
