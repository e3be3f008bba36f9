import { type Kysely, sql } from 'kysely';

/**
 * How far the re-assessment of a site's cases after a change of release or policy has come. The activations are in the
 * log, so that rows which are lost are made anew, and begin anew.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db);

  await run(`
    create table read_model.reassessment (
      activation uuid not null,
      site text collate "C" not null,
      change text not null check (change in ('release', 'policy')),
      "to" text collate "C" not null,
      effective_from date not null,
      activated_at timestamptz not null,
      cursor text collate "C" not null default '',
      done integer not null default 0,
      total integer,
      changed integer not null default 0,
      relist integer not null default 0,
      failed integer not null default 0,
      started_at timestamptz,
      finished_at timestamptz,
      superseded boolean not null default false,
      error text,
      primary key (activation)
    ) with (fillfactor = 50);
    create index reassessment_by_site on read_model.reassessment (site, activated_at desc);
    create index reassessment_unfinished on read_model.reassessment (effective_from) where finished_at is null;
    comment on table read_model.reassessment is 'One row an activation: how many cases of the site have been assessed anew.';
    comment on column read_model.reassessment.activation is 'Id of the report that the change rests on.';
    comment on column read_model.reassessment.cursor is 'The last stream that was reached; empty before the first.';
    comment on column read_model.reassessment.failed is 'Cases that could not be assessed anew; the last of them is told in error.';
    comment on column read_model.reassessment.superseded is 'True when the change was dropped before it came into force.';
  `);

  await run('select log.grant_application()');
}
