import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { problem } from '@tumor-board/kernel';
import { Kysely, PostgresDialect } from 'kysely';
import { type Migration, type MigrationProvider, Migrator } from 'kysely/migration';
import pg from 'pg';
import { applicationRole, type Log } from './pool.js';
import { passStoredTransactionIds } from './transaction-ids.js';

/** What a migration run did. */
export interface Migrated {
  /** Names of the migrations applied now, oldest first. */
  readonly applied: readonly string[];
  /** False when the application must connect with the rights of the login role. */
  readonly hasApplicationRole: boolean;
}

// Any constant will do: it names this lock among the advisory locks of the database.
const lockKey = 7_412_026;

/**
 * Brings the database to the newest schema. Safe when several processes start at once: the second waits and then
 * finds nothing to do.
 * @throws Problem `database.transaction-ids-behind`; `database.migration-failed` naming the migration; nothing of the run is kept
 */
export async function migrate(url: string, options: { readonly log?: Log; readonly folder?: string } = {}): Promise<Migrated> {
  const { log, folder = migrationsFolder() } = options;
  const guard = new pg.Client({ connectionString: url, application_name: 'tumor-board migrations' });
  guard.on('error', () => undefined);
  await guard.connect();
  const pool = new pg.Pool({ connectionString: url, application_name: 'tumor-board migrations', max: 2 });
  pool.on('error', () => undefined);
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    await guard.query('select pg_advisory_lock($1)', [lockKey]);
    const migrator = new Migrator({ db, provider: folderProvider(folder), migrationTableSchema: 'migrations' });
    const { error, results = [] } = await migrator.migrateToLatest();
    if (error !== undefined) {
      const failed = results.find((result) => result.status === 'Error')?.migrationName;
      const reason = error instanceof Error ? error.message : 'unknown error';
      throw problem('database.migration-failed', `The database could not be migrated${failed ? ` (${failed})` : ''}: ${reason}`, {
        failed,
      });
    }
    const applied = results.filter((result) => result.status === 'Success').map((result) => result.migrationName);
    for (const name of applied) log?.(`applied migration ${name}`);
    await passStoredTransactionIds(guard, { log });
    const { rows } = await guard.query<{ granted: boolean }>('select log.grant_application() as granted');
    const hasApplicationRole = rows[0]?.granted ?? false;
    // Not there while the schema is older.
    const { rowCount } = await guard.query(`select from pg_proc where oid = to_regprocedure('access.grant_application()')`);
    if (rowCount === 1) await guard.query('select access.grant_application()');
    if (!hasApplicationRole) {
      log?.(`the login role may not create the role ${applicationRole}; events are still guarded by a trigger`);
    }
    return { applied, hasApplicationRole };
  } finally {
    await db.destroy();
    await guard.end();
  }
}

/** The folder `migrations` of the checkout that this file belongs to, whether it runs from source or compiled. */
function migrationsFolder(): string {
  for (let folder = import.meta.dirname; ; folder = path.dirname(folder)) {
    const candidate = path.join(folder, 'migrations');
    if (existsSync(path.join(candidate, '0001_event_log.ts'))) return candidate;
    if (folder === path.dirname(folder)) {
      throw problem('database.migrations-missing', `No folder "migrations" above ${import.meta.dirname}.`);
    }
  }
}

const folderProvider = (folder: string): MigrationProvider => ({
  async getMigrations() {
    const files = (await readdir(folder)).filter((file) => /^\d{4}_[a-z0-9_]+\.ts$/.test(file)).toSorted();
    const migrations: Record<string, Migration> = {};
    for (const file of files) {
      const url = pathToFileURL(path.join(folder, file)).href;
      migrations[path.basename(file, '.ts')] = (await import(/* @vite-ignore */ url)) as Migration;
    }
    return migrations;
  },
});
