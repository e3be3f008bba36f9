import { type Kysely, sql } from 'kysely';

/**
 * The read models of cases. Every row names its site; every key starts with the case.
 *
 * Their content can be rebuilt from the log at any time, so a later migration may also drop and make a table anew,
 * followed by a rebuild.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db);

  await run(`
    create table read_model.case_list (
      case_id uuid not null,
      site text collate "C" not null,
      reference text collate "C" not null,
      title text,
      source text,
      search text not null,
      age_years double precision not null,
      sex text not null,
      next_step text collate "C",
      step_since timestamptz not null,
      queue_rank smallint,
      stage text,
      response text,
      alerts text,
      facts integer not null,
      last_fact_on date,
      version integer not null,
      opened_at timestamptz not null,
      changed_at timestamptz not null,
      primary key (case_id)
    ) with (fillfactor = 80);
    create index case_list_by_change on read_model.case_list (site, changed_at desc, case_id desc);
    create index case_list_by_reference on read_model.case_list (site, reference, case_id);
    create index case_list_by_step_and_change on read_model.case_list (site, next_step, changed_at desc, case_id desc);
    create index case_list_by_step_and_reference on read_model.case_list (site, next_step, reference, case_id);
    create index case_list_queue on read_model.case_list (site, queue_rank, step_since, case_id) where queue_rank is not null;
    comment on column read_model.case_list.step_since is 'Since when the next step has been this one.';
    comment on column read_model.case_list.queue_rank is 'How urgently the case waits for the board, from 1; null when it does not.';
    comment on table read_model.case_list is 'One row a case: what a list of cases shows, sorts, filters and searches by.';
    comment on column read_model.case_list.search is 'Reference and title in lower case.';
    comment on column read_model.case_list.source is 'synthetic or published where the case is not a patient''s own record.';
  `);

  // Without the extension a search reads the list in order instead: slower, never wrong.
  await run(`
    do $$ begin
      create extension if not exists pg_trgm;
      create index case_list_by_text on read_model.case_list using gin (search gin_trgm_ops);
    exception
      when insufficient_privilege or undefined_file or feature_not_supported or undefined_object then
        raise notice 'pg_trgm is not available; searching the case list will read it through';
    end $$;
  `);

  await run(`
    create table read_model.case_overview (
      case_id uuid not null,
      site text collate "C" not null,
      head jsonb not null,
      headline jsonb not null,
      assessment jsonb not null,
      fingerprint text collate "C" not null,
      digest_matches boolean,
      version integer not null,
      position text collate "C" not null,
      recorded_at timestamptz not null,
      primary key (case_id)
    ) with (fillfactor = 80);
    comment on table read_model.case_overview is 'One row a case: its head and the assessment that stands.';
    comment on column read_model.case_overview.digest_matches is
      'Whether the assessment recomputes to the recorded digest; null when facts followed the last recorded one.';
  `);

  await run(`
    create table read_model.case_history (
      case_id uuid not null,
      version integer not null,
      site text collate "C" not null,
      type text collate "C" not null,
      what text not null,
      fact_id text,
      on_day date,
      known_on date,
      actor text not null,
      recorded_at timestamptz not null,
      position text collate "C" not null,
      cause jsonb,
      changed jsonb,
      fingerprint text collate "C",
      primary key (case_id, version)
    );
    comment on table read_model.case_history is 'One row an event of a case: what happened, when, by whom, and what it changed.';
  `);

  await run('select log.grant_application()');
}
