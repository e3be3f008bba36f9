import { type Kysely, sql } from 'kysely';

/**
 * What the panel was asked and what is counted of its runs. What it said stays in the log. Content can be rebuilt from the
 * log at any time.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db);

  await run(`
    create table read_model.panel_run (
      case_id uuid not null,
      run_id uuid not null,
      site text collate "C" not null,
      version integer not null,
      because text not null,
      state text collate "C" not null check (state in ('running', 'concluded', 'superseded')),
      superseded_because text,
      release text collate "C" not null,
      fingerprint text collate "C" not null,
      requested_at timestamptz not null,
      deadline timestamptz not null,
      concluded_at timestamptz,
      digest text collate "C",
      claims integer not null,
      admitted integer not null,
      dissent integer not null,
      absent jsonb not null,
      counted jsonb not null,
      agreement text collate "C",
      primary key (case_id, run_id)
    ) with (fillfactor = 80);
    create index panel_run_open on read_model.panel_run (requested_at, run_id) where state = 'running';
    create index panel_run_counted on read_model.panel_run (site, release) where concluded_at is not null;
    comment on table read_model.panel_run is 'One row a run of the panel, without its words, which stay in the log.';
    comment on column read_model.panel_run.counted is 'By discipline: claims, struck by reason, repeats, changed minds, absent.';
    comment on column read_model.panel_run.agreement is 'How the decision that came next stood to the synthesis.';
  `);
  await run('select log.grant_application()');
}
