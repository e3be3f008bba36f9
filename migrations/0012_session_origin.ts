import { type Kysely, sql } from 'kysely';

/** Where a session was begun, so that people can tell their own from those of somebody else. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db);

  await run(`
    alter table access.sessions add column agent text, add column address text collate "C";
    comment on column access.sessions.agent is 'What the browser said that it was when the session began.';
    comment on column access.sessions.address is 'The network address from which the session was begun.';`);
}
