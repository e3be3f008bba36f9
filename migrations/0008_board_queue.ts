import { type Kysely, sql } from 'kysely';

/**
 * The queue of the board, and what boards decided: lists across cases. Content can be rebuilt from the log at any time.
 *
 * What a case waits for used to be derived from its next step in the list of cases; now it is recorded, and the queue
 * keeps it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db);

  await run(`
    create table read_model.board_queue (
      case_id uuid not null,
      site text collate "C" not null,
      version integer not null,
      reference text collate "C" not null,
      title text,
      source text,
      search text collate "C" not null,
      search_tokens text[] collate "C" not null,
      in_queue boolean not null,
      reason text collate "C",
      rank smallint,
      due_by date,
      listed_on date,
      listed_since timestamptz,
      urgency text,
      trigger text,
      trigger_facts jsonb not null,
      trigger_changed jsonb not null,
      has_question boolean not null,
      disciplines text[] not null,
      referral_disciplines text[] not null,
      readiness text collate "C",
      awaiting_until date,
      deferred boolean not null,
      missing jsonb not null,
      meeting_id uuid,
      meeting_on date,
      meeting_mode text,
      item_id uuid,
      deferred_until date,
      deferral_reason text,
      deferrals integer not null,
      next_step text collate "C",
      stage text,
      response text,
      decision_id uuid,
      decision_state text not null check (decision_state in ('none', 'current', 'needs-review')),
      review_trigger text,
      review_changed jsonb not null,
      changed_at timestamptz not null,
      primary key (case_id)
    ) with (fillfactor = 80);
    create index board_queue_by_rank on read_model.board_queue (site, rank, due_by, listed_since, case_id) where in_queue;
    create index board_queue_by_due on read_model.board_queue (site, due_by, listed_since, case_id) where in_queue;
    create index board_queue_by_wait on read_model.board_queue (site, listed_since, case_id) where in_queue;
    create index board_queue_by_readiness on read_model.board_queue (site, readiness, rank, due_by, listed_since, case_id) where in_queue;
    create index board_queue_counted on read_model.board_queue (site, reason, readiness, deferred, deferred_until, awaiting_until, due_by) where in_queue;
    create index board_queue_deferred on read_model.board_queue (site, rank, due_by, listed_since, case_id) where in_queue and deferred;
    create index board_queue_of_meeting on read_model.board_queue (meeting_id) where meeting_id is not null;
    create index board_queue_by_discipline on read_model.board_queue using gin (disciplines) where in_queue;
    create index board_queue_by_word on read_model.board_queue using gin (search_tokens) where in_queue;
    comment on column read_model.board_queue.title is 'Encrypted.';
    comment on column read_model.board_queue.search is 'The reference in lower case.';
    comment on column read_model.board_queue.search_tokens is 'Keyed hashes of the beginnings of the words of the title.';
    comment on table read_model.board_queue is 'One row a case: whether and why it waits for the board, and what it waits with.';
    comment on column read_model.board_queue.rank is 'How urgent the reason is, from 1.';
    comment on column read_model.board_queue.listed_on is 'The day from which the case waits.';
    comment on column read_model.board_queue.listed_since is 'The moment on that day: that of the record where it was recorded on the day, else its beginning.';
    comment on column read_model.board_queue.disciplines is 'Those that the referral asks for and those that the question needs.';
    comment on column read_model.board_queue.readiness is 'ready, not-ready, awaiting-result (until awaiting_until) or listed; a deferral stands beside it because it ends without an event.';
    comment on column read_model.board_queue.deferred is 'Put off, until a day (deferred_until) or until somebody takes it up again.';
  `);

  // Without the extension a search reads the queue in order instead: slower, never wrong.
  await run(`
    do $$ begin
      create extension if not exists pg_trgm;
      create index board_queue_by_text on read_model.board_queue using gin (search gin_trgm_ops) where in_queue;
    exception
      when insufficient_privilege or undefined_file or feature_not_supported or undefined_object then
        raise notice 'pg_trgm is not available; searching the queue will read it through';
    end $$;
  `);

  await run(`
    create table read_model.decision (
      case_id uuid not null,
      decision_id uuid not null,
      site text collate "C" not null,
      version integer not null,
      recorded_version integer not null,
      recorded_at timestamptz not null,
      on_day date not null,
      meeting_id uuid,
      item_id uuid,
      kind text not null,
      step text collate "C" not null,
      proposed text collate "C" not null,
      intent text not null,
      release text collate "C" not null,
      state text collate "C" not null check (state in ('standing', 'needs-review', 'superseded')),
      provisional boolean not null,
      quorum text not null,
      override_reason text collate "C",
      dissents integer not null,
      signatures integer not null,
      actions integer not null,
      expectations integer not null,
      review_on date,
      supersedes uuid,
      superseded_by uuid,
      review_trigger text,
      primary key (case_id, decision_id)
    ) with (fillfactor = 80);
    create index decision_by_day on read_model.decision (site, on_day desc, recorded_at desc, decision_id desc);
    create index decision_by_state on read_model.decision (site, state, on_day desc, recorded_at desc, decision_id desc);
    create index decision_of_meeting on read_model.decision (meeting_id) where meeting_id is not null;
    create index decision_by_override on read_model.decision (site, override_reason, on_day desc, recorded_at desc, decision_id desc)
      where override_reason is not null;
    create index decision_by_release on read_model.decision (site, release, on_day desc, recorded_at desc, decision_id desc);
    create index decision_by_id on read_model.decision (decision_id);
    comment on table read_model.decision is 'One row a decision, without its texts, which stay in the log.';
    comment on column read_model.decision.version is 'The version of the case at which the row last changed.';
    comment on column read_model.decision.recorded_version is 'The version of the case that recorded it.';
  `);

  await run(`
    create table read_model.action (
      case_id uuid not null,
      decision_id uuid not null,
      action_id text collate "C" not null,
      site text collate "C" not null,
      version integer not null,
      meeting_id uuid,
      owner_account text collate "C",
      owner_discipline text collate "C",
      due_on date not null,
      state text collate "C" not null check (state in ('open', 'done', 'partly', 'not-done', 'superseded')),
      reason text,
      reported_on date,
      primary key (case_id, decision_id, action_id)
    ) with (fillfactor = 80);
    create index action_open on read_model.action (site, due_on, case_id, decision_id, action_id) where state = 'open';
    create index action_by_due on read_model.action (site, due_on, case_id, decision_id, action_id);
    create index action_of_account on read_model.action (site, owner_account, due_on, case_id) where owner_account is not null;
    create index action_of_discipline on read_model.action (site, owner_discipline, due_on, case_id) where owner_discipline is not null;
    create index action_of_meeting on read_model.action (meeting_id) where meeting_id is not null;
    comment on table read_model.action is 'One row an action of a decision: who owes it by when, and what became of it. Overdue: open after its day.';
    comment on column read_model.action.state is 'superseded: still open when a later decision took the place of its own.';

    create table read_model.expectation (
      case_id uuid not null,
      decision_id uuid not null,
      expectation_id text collate "C" not null,
      site text collate "C" not null,
      version integer not null,
      result text collate "C" not null,
      decided_on date not null,
      due_on date not null,
      check_on date not null,
      state text collate "C" not null check (state in ('open', 'met', 'overdue', 'dropped')),
      fact_id text,
      primary key (case_id, decision_id, result, expectation_id)
    ) with (fillfactor = 80);
    create index expectation_due on read_model.expectation (check_on, case_id) where state = 'open';
    create index expectation_of_site on read_model.expectation (site, state, due_on, case_id);
    comment on table read_model.expectation is 'One row a result that a plan counts on by a day, or the day on which the board looks again, and what became of it.';
    comment on column read_model.expectation.check_on is 'The first day on which a check finds that it has not come.';
    comment on column read_model.expectation.fact_id is 'The result that came.';
  `);

  // The index on the rank goes with it.
  await run('alter table read_model.case_list drop column queue_rank, drop column step_since');

  await run('select log.grant_application()');
}
