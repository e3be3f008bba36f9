import { applicationRole } from '@tumor-board/database';
import { runMigrations } from 'bullmq';
import pg from 'pg';

/** The schema of the jobs in the database. */
export const schema = 'bullmq';

// Any constant will do: it names this lock among the advisory locks of the database.
const lockKey = 7_412_027;

/**
 * Brings the tables of the jobs to the newest schema and lets the application use them. Run it with the rights of the
 * owner, after the migrations of the log; safe when several processes start at once.
 */
export async function migrateJobs(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'tumor-board job migrations' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    // BullMQ locks its own migrations; the grants below must not meet those of another process either.
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    await runMigrations(client, schema);
    await client.query(
      `do $$ begin
         if exists (select from pg_catalog.pg_roles where rolname = '${applicationRole}') then
           -- To create as well: BullMQ numbers the jobs of each queue by a sequence that it makes with the first one.
           grant usage, create on schema ${schema} to ${applicationRole};
           grant select, insert, update, delete on all tables in schema ${schema} to ${applicationRole};
           grant usage, select on all sequences in schema ${schema} to ${applicationRole};
           grant execute on all functions in schema ${schema} to ${applicationRole};
           alter default privileges in schema ${schema} grant usage, select on sequences to ${applicationRole};
         end if;
       end $$`,
    );
  } finally {
    await client.end();
  }
}
