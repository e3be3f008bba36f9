import { type Kysely, sql } from 'kysely';

/**
 * Accounts, sessions and roles, and who saw which case.
 *
 * Accounts are not events: a password must be forgotten when it is changed. What was done to an account, and every view
 * of a case, is kept in tables that can only be added to.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db);

  await run(`
    create schema access;

    create table access.accounts (
      account_id uuid primary key,
      login text collate "C" not null unique check (login ~ '^[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?$'),
      name text not null check (length(name) between 1 and 200),
      enabled boolean not null default true,
      demo boolean not null default false,
      created_at timestamptz not null default clock_timestamp()
    );
    comment on column access.accounts.demo is 'True for an account that came with the example cases.';

    create table access.identities (
      provider text collate "C" not null,
      subject text collate "C" not null,
      account_id uuid not null references access.accounts,
      secret text,
      must_change boolean not null default false,
      changed_at timestamptz not null default clock_timestamp(),
      primary key (provider, subject),
      unique (account_id, provider),
      check (provider <> 'password' or secret is not null)
    );
    comment on table access.identities is
      'How a person proves to be the one of an account: provider "password", or later the issuer of an OpenID provider and the subject it gives.';
    comment on column access.identities.secret is 'For a password its argon2id hash in PHC form, with its parameters.';

    create table access.account_roles (
      account_id uuid not null references access.accounts,
      site text collate "C" not null,
      role text collate "C" not null check (role in ('coordinator', 'clinician', 'chair', 'auditor', 'knowledge-editor', 'administrator')),
      disciplines text[] not null default '{}' check (role = 'clinician' or disciplines = '{}'),
      primary key (account_id, site, role)
    );

    create table access.sessions (
      token_digest bytea primary key check (length(token_digest) = 32),
      session_id uuid not null unique,
      account_id uuid not null references access.accounts,
      kind text not null check (kind in ('browser', 'program')),
      label text,
      created_at timestamptz not null default clock_timestamp(),
      used_at timestamptz not null default clock_timestamp(),
      expires_at timestamptz not null,
      idle_seconds integer check (idle_seconds > 0),
      revoked_at timestamptz
    ) with (fillfactor = 80);
    create index sessions_of_account on access.sessions (account_id) where revoked_at is null;
    comment on column access.sessions.token_digest is 'SHA-256 of the token. The token itself is nowhere here.';

    create table access.attempts (
      key text collate "C" primary key,
      failures integer not null,
      allowed boolean not null,
      last_at timestamptz not null,
      blocked_until timestamptz
    ) with (fillfactor = 50);
    comment on table access.attempts is 'Attempts to sign in that have not succeeded, by account and by address; forgotten after a while.';

    create table access.account_log (
      entry bigint generated always as identity primary key,
      at timestamptz not null default clock_timestamp(),
      actor text collate "C" not null,
      site text collate "C",
      account_id uuid not null,
      change text not null,
      detail jsonb not null default '{}'
    );
    create index account_log_of_account on access.account_log (account_id, entry);
    comment on table access.account_log is 'What was done to accounts, by whom. Never a password or a token.';

    create table access.read_log (
      entry bigint generated always as identity primary key,
      at timestamptz not null default clock_timestamp(),
      actor text collate "C" not null,
      name text not null,
      roles text[] not null,
      site text collate "C" not null,
      operation text collate "C" not null,
      cases uuid[] not null,
      correlation_id text
    );
    create index read_log_of_actor on access.read_log (site, actor, entry);
    create index read_log_of_site on access.read_log (site, entry);
    create index read_log_of_case on access.read_log using gin (cases);
    comment on table access.read_log is 'Who was shown which cases, when, by which operation. Written before the answer is sent.';
    comment on column access.read_log.name is 'The name of the person at that time.';
  `);

  await run(`
    create function access.refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception 'entries of % are never changed or removed: % refused', tg_table_name, lower(tg_op) using errcode = 'insufficient_privilege';
    end $$;
    create trigger read_log_stays before update or delete or truncate on access.read_log
      for each statement execute function access.refuse_change();
    create trigger account_log_stays before update or delete or truncate on access.account_log
      for each statement execute function access.refuse_change();
  `);

  // An attempt counts before it is judged, so that many at once are not one. While a key is blocked nothing counts: who
  // keeps trying does not make it longer.
  await run(`
    create function access.attempt(of_key text, free integer, cap interval, forget interval) returns double precision
    language plpgsql as $$
    declare
      moment timestamptz := clock_timestamp();
      one access.attempts;
    begin
      insert into access.attempts as a (key, failures, allowed, last_at, blocked_until)
      values (of_key, 1, true, moment, case when free <= 1 then moment + least(cap, interval '5 seconds') end)
      on conflict (key) do update set
        allowed = not coalesce(a.blocked_until > moment, false),
        failures = case when a.blocked_until > moment then a.failures when a.last_at < moment - forget then 1 else a.failures + 1 end,
        last_at = case when a.blocked_until > moment then a.last_at else moment end,
        blocked_until = case
          when a.blocked_until > moment then a.blocked_until
          when a.last_at < moment - forget or a.failures + 1 < free then null
          else moment + least(cap, interval '5 seconds' * power(2, least(a.failures + 1 - free, 20))) end
      returning a.* into one;
      return case when one.allowed then 0 else greatest(extract(epoch from one.blocked_until - moment), 0.001) end;
    end $$;
    comment on function access.attempt(text, integer, interval, interval) is
      'Counts an attempt and answers 0 when it may be made, else the seconds to wait. From the free-th failure on the wait of 5 s doubles up to the cap.';
  `);

  await run(`
    create function access.grant_application() returns boolean language plpgsql as $$
    begin
      if not exists (select from pg_roles where rolname = 'tumor_board_app') then
        return false;
      end if;
      grant usage on schema access to tumor_board_app;
      grant select, insert, update on access.accounts, access.identities, access.sessions, access.attempts to tumor_board_app;
      grant select, insert, delete on access.account_roles to tumor_board_app;
      grant delete on access.attempts to tumor_board_app;
      grant select, insert on access.read_log, access.account_log to tumor_board_app;
      grant execute on all functions in schema access to tumor_board_app;
      return true;
    end $$;
    revoke execute on function access.grant_application() from public;
    select access.grant_application();
  `);
}
