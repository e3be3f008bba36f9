import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';
import pg from 'pg';

/** The role that application connections take when they may: it can add events, never change them. */
export const applicationRole = 'tumor_board_app';

/** Where a program says what an operator should know. */
export type Log = (message: string) => void;

/** How to reach the database, and how patient to be. Times in ms. */
export interface PoolOptions {
  readonly url: string;
  /** Shown in `pg_stat_activity`, e.g. `tumor-board api`. */
  readonly applicationName: string;
  /**
   * `application` (default) takes {@link applicationRole} where it exists and the login role is a member of it;
   * `login` keeps the rights of the login role, for migrations and for rebuilding tables.
   */
  readonly role?: 'application' | 'login';
  /** The schema that unqualified names are looked up in, for a library that brings its own tables. */
  readonly searchPath?: string;
  /** Connections at most; default 16. */
  readonly max?: number;
  /** Default 60 000. */
  readonly statementTimeoutMs?: number;
  /** Default 15 000. An open write transaction holds every reader of the log back, so that it must not last. */
  readonly idleInTransactionTimeoutMs?: number;
  /** How long to wait for a connection; default 10 000. */
  readonly connectionTimeoutMs?: number;
  readonly log?: Log;
}

/**
 * Opens a connection pool; close it with `end()`.
 * @throws the driver's error when the database cannot be reached
 */
export async function createPool(options: PoolOptions): Promise<pg.Pool> {
  const { url, applicationName, role = 'application', max = 16, searchPath, log } = options;
  const config: pg.PoolConfig = {
    connectionString: url,
    application_name: applicationName,
    max,
    connectionTimeoutMillis: options.connectionTimeoutMs ?? 10_000,
    idle_in_transaction_session_timeout: options.idleInTransactionTimeoutMs ?? 15_000,
    statement_timeout: options.statementTimeoutMs ?? 60_000,
    keepAlive: true,
  };
  const taken = role === 'application' && (await mayTakeApplicationRole(config));
  if (role === 'application' && !taken) {
    log?.(`the role ${applicationRole} does not exist or is not granted; connected with the rights of the login role`);
  }
  // A lookup by key costs about what it costs on a solid-state disk; the default makes the planner scan young tables
  // from end to end, and a prepared plan keeps that habit while the table grows.
  const settings = [
    'random_page_cost=1.1',
    ...(taken ? [`role=${applicationRole}`] : []),
    ...(searchPath ? [`search_path=${searchPath}`] : []),
  ];
  const pool = new pg.Pool({ ...config, options: settings.map((setting) => `-c ${setting}`).join(' ') });
  pool.on('error', (error) => log?.(`an idle database connection was lost: ${error.message}`));
  // A connection that is lost between two statements of a transaction says so here; the next statement fails.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

async function mayTakeApplicationRole(config: pg.ClientConfig): Promise<boolean> {
  const client = new pg.Client(config);
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ member: boolean }>(
      `select pg_has_role(oid, 'member') as member from pg_catalog.pg_roles where rolname = $1`,
      [applicationRole],
    );
    return rows[0]?.member ?? false;
  } finally {
    await client.end();
  }
}

/**
 * A query builder over a pool, typed by the tables that its user owns:
 * `kyselyOver<{ 'read_model.queue': QueueRow }>(pool)`. Making one costs nothing; the pool is closed by who opened it.
 */
export const kyselyOver = <Tables>(pool: pg.Pool): Kysely<Tables> => new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });

/**
 * A query builder over one connection, typically inside a transaction that the caller has begun: everything goes
 * through that connection, which stays the caller's to commit and to release. Do not begin a transaction with it.
 */
export const kyselyOn = <Tables>(client: pg.ClientBase): Kysely<Tables> => {
  const connection = {
    query: client.query.bind(client),
    release: () => undefined,
  } as unknown as PostgresPoolClient;
  return new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: { connect: async () => connection, end: async () => undefined } as PostgresPool }),
  });
};
