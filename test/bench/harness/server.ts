import { mkdtemp, readFile, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { migrate, startEmbeddedPostgres } from '@tumor-board/database';
import pg from 'pg';

/** The server that every contender of a run shares. */
export interface BenchServer {
  readonly settings: Readonly<Record<string, string>>;
  /** Makes a database; a migrated one has the tables of the product. */
  database(name: string, options?: { readonly migrated?: boolean }): Promise<string>;
  stop(): Promise<void>;
}

const TMPFS = 0x01021994;
const SHOWN = ['server_version', 'fsync', 'synchronous_commit', 'full_page_writes', 'wal_sync_method', 'data_checksums', 'shared_buffers'];

/** A folder on a disk: where /tmp is in memory, fsync costs nothing and a comparison of commits says nothing. */
async function folderOnDisk(): Promise<string> {
  for (const folder of [tmpdir(), '/var/tmp']) {
    const { type } = await statfs(folder).catch(() => ({ type: TMPFS }));
    if (type !== TMPFS) return folder;
  }
  return path.resolve(import.meta.dirname, '../../..');
}

/** Starts an embedded PostgreSQL on throw-away data, as durable as it ships and with room for a large log. */
export async function startServer(): Promise<BenchServer> {
  const folder = await mkdtemp(path.join(await folderOnDisk(), 'tumor-board-bench-'));
  const dataDir = path.join(folder, 'postgres');
  const server = await startEmbeddedPostgres({
    dataDir,
    settings: {
      shared_buffers: '1GB',
      max_wal_size: '4GB',
      checkpoint_timeout: '15min',
      max_connections: '200',
      shared_preload_libraries: 'pg_stat_statements',
    },
  });
  const admin = new pg.Pool({ connectionString: server.url, max: 1 });
  const settings: Record<string, string> = {};
  for (const name of SHOWN) {
    const { rows } = await admin.query<{ value: string }>('select current_setting($1) as value', [name]);
    settings[name] = rows[0]?.value ?? '';
  }
  const template = 'bench_template';
  let migrated = false;
  return {
    settings,
    async database(name, options = {}) {
      const urlOf = (database: string) => Object.assign(new URL(server.url), { pathname: `/${database}` }).href;
      if (options.migrated === true && !migrated) {
        await admin.query(`create database ${template}`);
        await migrate(urlOf(template));
        migrated = true;
      }
      await admin.query(`create database ${name}${options.migrated === true ? ` template ${template}` : ''}`);
      return urlOf(name);
    },
    async stop() {
      await admin.end();
      await server.stop();
      const { location } = JSON.parse(await readFile(`${dataDir}.server.json`, 'utf8')) as { location?: string };
      if (location !== undefined) await rm(location, { recursive: true, force: true });
      await rm(folder, { recursive: true, force: true });
    },
  };
}
