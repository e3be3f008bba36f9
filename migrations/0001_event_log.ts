import { type Kysely, sql } from 'kysely';

/**
 * The log, its subscriptions and the rights on both.
 *
 * Frozen: what has landed here is never edited; a change is a later migration.
 *
 * Conventions for later migrations
 * - Tables of the log live in schema `log`. The application may read and add to any of them; a table that it must
 *   also change is granted by name.
 * - Tables of read models live in schema `read_model`; the application may do with their rows what it likes.
 * - End a migration that creates a table in either schema with `select log.grant_application()`, which does nothing
 *   where the role `tumor_board_app` does not exist.
 * - Every unique key of the log starts with `stream_id`, and nothing stores a position as an identity.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db);

  await run(`
    create schema if not exists log;
    create schema if not exists read_model;
  `);

  await run(`
    create table log.events (
      stream_id text collate "C" not null,
      stream_version bigint not null check (stream_version > 0),
      event_id uuid not null,
      command_id uuid not null,
      command_index smallint not null check (command_index >= 0),
      type text not null,
      schema_version integer not null check (schema_version > 0),
      data jsonb not null,
      metadata jsonb not null,
      recorded_at timestamptz not null,
      hash bytea not null check (length(hash) = 32),
      partition smallint not null check (partition between 0 and 7),
      position bigint generated always as identity,
      transaction_id xid8 not null,
      primary key (stream_id, stream_version),
      unique (stream_id, command_id, command_index)
    );
    create index events_in_commit_order on log.events (partition, transaction_id, position);
    comment on table log.events is 'What happened, one row an event. Rows are added by log.append and never changed or removed.';
    comment on column log.events.hash is
      'sha256(hash of the previous event of the stream, nothing for the first || UTF-8 of the RFC 8785 JSON of commandId, data, eventId, metadata, recordedAt, schemaVersion, streamId, streamVersion, type)';
    comment on column log.events.partition is 'first byte of sha256(stream_id), modulo 8';
  `);

  await run(`
    create function log.refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception 'events of the log are never changed or removed: % refused', lower(tg_op)
        using errcode = 'insufficient_privilege', hint = 'A correction is another event.';
    end $$;
    create trigger events_stay before update or delete or truncate on log.events
      for each statement execute function log.refuse_change();
  `);

  await run(`
    create function log.partition_of(stream_id text) returns smallint language sql stable strict parallel safe
      return (get_byte(sha256(convert_to(stream_id, 'UTF8')), 0) & 7)::smallint;

    create function log.sealed_content(
      command_id uuid, data json, event_id uuid, metadata json, recorded_at timestamptz, schema_version integer, stream_id text, stream_version bigint, type text
    ) returns bytea language sql stable parallel safe
      return convert_to('{"commandId":"' || command_id || '","data":' || data || ',"eventId":"' || event_id || '","metadata":' || metadata
        || ',"recordedAt":"' || to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
        || '","schemaVersion":' || schema_version || ',"streamId":' || to_json(stream_id) || ',"streamVersion":' || stream_version
        || ',"type":' || to_json(type) || '}', 'UTF8');

    create function log.chain_step(state bytea, previous bytea, content bytea) returns bytea language plpgsql immutable parallel safe as $$
    begin
      return sha256(coalesce(state, previous) || content);
    end $$;

    create aggregate log.chain(previous bytea, content bytea) (sfunc = log.chain_step, stype = bytea);
    comment on aggregate log.chain(bytea, bytea) is 'The hash chain over the events of one append, in order, from the hash of the event before them.';
  `);

  // p has one row an event: i counts within its append, s stream, v version, c command, e event, t type,
  // n schema version, d data, m metadata (both canonical JSON text). It names a stream at most once.
  // The first event of each append decides whether the append wins its version; the others follow it in a statement of
  // their own, which appends of one event do without. So does the classification of what did not win: as a later
  // statement it sees what others committed while the first one waited for them. The log is looked up
  // by key alone, each look-up a lateral of its own with nothing but indexes allowed, because a plan made while the
  // table was small would be kept while it grows.
  await run(`
    create function log.append(p json, appends integer, events integer)
    returns table (stream_id text, outcome text, stream_version bigint, partition smallint, transaction_id xid8, "position" bigint, recorded_at text)
    language plpgsql
    set enable_seqscan = off set enable_bitmapscan = off
    as $$
    #variable_conflict use_column
    declare
      won integer;
    begin
      return query
      insert into log.events as f (stream_id, stream_version, event_id, command_id, command_index, type, schema_version, data, metadata, recorded_at, hash, partition, transaction_id)
      select x.s, x.v, x.e, x.c, 0, x.t, x.n, x.d::jsonb, x.m::jsonb, x.recorded_at,
        sha256(x.previous || log.sealed_content(x.c, x.d, x.e, x.m, x.recorded_at, x.n, x.s, x.v, x.t)), log.partition_of(x.s), pg_current_xact_id()
      from (
        select x.*, coalesce(h.hash, ''::bytea) as previous, greatest(clock_timestamp(), h.recorded_at) as recorded_at
        from json_to_recordset(p) as x(i smallint, s text, v bigint, c uuid, e uuid, t text, n integer, d json, m json)
        left join lateral (
          select h.stream_id, h.hash, h.recorded_at from log.events h where h.stream_id = x.s and h.stream_version = x.v - 1 limit 1) h on true
        where x.i = 0 and (x.v = 1 or h.stream_id is not null)
        order by x.s offset 0) x
      on conflict do nothing
      returning f.stream_id, 'appended', f.stream_version, f.partition, f.transaction_id, f.position,
        to_char(f.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');
      get diagnostics won = row_count;

      if events > appends and won > 0 then
        return query
        with x as materialized (
          select * from json_to_recordset(p) as x(i smallint, s text, v bigint, c uuid, e uuid, t text, n integer, d json, m json)
        ), sealed as (
          select x.*, f.recorded_at, f.partition, log.chain(f.hash, log.sealed_content(x.c, x.d, x.e, x.m, f.recorded_at, x.n, x.s, x.v, x.t))
            over (partition by x.s order by x.i) as hash
          from x cross join lateral (
            select f.hash, f.recorded_at, f.partition from log.events f
            where f.stream_id = x.s and f.stream_version = x.v - x.i
              and f.command_id = x.c and f.command_index = 0 and f.transaction_id is not distinct from pg_current_xact_id() limit 1) f
          where x.i > 0
        ), rest as (
          insert into log.events as r (stream_id, stream_version, event_id, command_id, command_index, type, schema_version, data, metadata, recorded_at, hash, partition, transaction_id)
          select a.s, a.v, a.e, a.c, a.i, a.t, a.n, a.d::jsonb, a.m::jsonb, a.recorded_at, a.hash, a.partition, pg_current_xact_id()
          from sealed a order by a.s, a.v
          returning r.*
        )
        select distinct on (r.stream_id) r.stream_id, 'appended', r.stream_version, r.partition, r.transaction_id, r.position,
          to_char(r.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
        from rest r order by r.stream_id, r.stream_version desc;
      end if;

      if won < appends then
        return query
        with x as materialized (
          select * from json_to_recordset(p) as x(i smallint, s text, v bigint, c uuid, e uuid) where x.i = 0
        )
        select x.s, case when given.event_id is null then 'conflict' when given.event_id = x.e then 'appended' else 'duplicate' end,
          coalesce(last.stream_version, head.stream_version, 0), last.partition, last.transaction_id, last.position,
          to_char(last.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
        from x
        left join lateral (
          select g.event_id, g.transaction_id from log.events g
          where g.stream_id = x.s and g.command_id = x.c and g.command_index = 0 limit 1) given on true
        left join lateral (
          select * from log.events e where e.stream_id = x.s and e.command_id = x.c order by e.command_index desc limit 1) last on true
        left join lateral (
          select e.stream_version from log.events e where e.stream_id = x.s order by e.stream_version desc limit 1) head on true
        where (given.event_id = x.e and given.transaction_id is not distinct from pg_current_xact_id_if_assigned()) is not true;
      end if;
    end $$;
    comment on function log.append(json, integer, integer) is
      'Appends the events of several commands, each all or nothing at its own expected version. Answers by stream: appended (a second row for the last of several events), duplicate (with what the first append gave) or conflict (with the actual version).';
  `);

  await run(`
    create table log.checkpoints (
      subscription text collate "C" not null,
      partition smallint not null check (partition between 0 and 7),
      transaction_id xid8 not null default '0',
      position bigint not null default 0,
      moved_at timestamptz,
      holder text,
      fence bigint not null default 0,
      leased_until timestamptz,
      primary key (subscription, partition)
    ) with (fillfactor = 50);
    comment on table log.checkpoints is
      'How far a subscription has come in a partition, and who follows it now. Only the holder of the newest fence may move it.';

    create table log.followers (
      subscription text collate "C" not null,
      holder text not null,
      seen_at timestamptz not null,
      primary key (subscription, holder)
    ) with (fillfactor = 50);
    comment on table log.followers is 'The processes that share a subscription, as last seen.';

    create table log.dead_letters (
      stream_id text collate "C" not null,
      subscription text collate "C" not null,
      stream_version bigint not null,
      partition smallint not null,
      type text not null,
      state text not null check (state in ('failed', 'parked')),
      error text,
      attempts integer not null,
      first_seen timestamptz not null default clock_timestamp(),
      last_seen timestamptz not null default clock_timestamp(),
      retry_requested boolean not null default false,
      primary key (stream_id, subscription, stream_version)
    );
    create index dead_letters_of_subscription on log.dead_letters (subscription, partition);
    comment on table log.dead_letters is
      'Events that a subscription could not take (failed), and later events of the same stream that wait behind them (parked).';
  `);

  // Members seen within the time to live share the partitions evenly. A partition is claimed when nobody holds it or
  // its lease has run out; claiming raises the fence, so that whoever held it before can no longer move the checkpoint.
  await run(`
    create function log.lease(of_subscription text, to_holder text, ttl interval)
    returns table (partition smallint, fence bigint, transaction_id xid8, "position" bigint, retry_requested boolean)
    language plpgsql as $$
    #variable_conflict use_column
    declare
      members integer;
      share integer;
      held integer;
    begin
      if (select count(*) from log.checkpoints c where c.subscription = of_subscription) < 8 then
        insert into log.checkpoints (subscription, partition) select of_subscription, g from generate_series(0, 7) g on conflict do nothing;
      end if;
      perform from log.checkpoints c where c.subscription = of_subscription order by c.partition for update;

      insert into log.followers (subscription, holder, seen_at) values (of_subscription, to_holder, clock_timestamp())
        on conflict (subscription, holder) do update set seen_at = excluded.seen_at;
      delete from log.followers f where f.subscription = of_subscription and f.seen_at < clock_timestamp() - ttl;
      select count(*) into members from log.followers f where f.subscription = of_subscription;
      share := ceil(8.0 / members);

      update log.checkpoints c set
          holder = case when mine.nth <= share then c.holder end,
          leased_until = case when mine.nth <= share then clock_timestamp() + ttl end
        from (select m.partition, row_number() over (order by m.partition) as nth
              from log.checkpoints m where m.subscription = of_subscription and m.holder = to_holder) mine
        where c.subscription = of_subscription and c.partition = mine.partition;
      select count(*) into held from log.checkpoints c where c.subscription = of_subscription and c.holder = to_holder;

      update log.checkpoints c set holder = to_holder, fence = c.fence + 1, leased_until = clock_timestamp() + ttl
        from (select f.partition from log.checkpoints f
              where f.subscription = of_subscription and (f.holder is null or f.leased_until < clock_timestamp())
              order by f.partition limit greatest(share - held, 0)) free
        where c.subscription = of_subscription and c.partition = free.partition;

      return query
        select c.partition, c.fence, c.transaction_id, c.position,
          exists (select from log.dead_letters d where d.subscription = of_subscription and d.partition = c.partition and d.retry_requested)
        from log.checkpoints c where c.subscription = of_subscription and c.holder = to_holder order by c.partition;
    end $$;
    comment on function log.lease(text, text, interval) is
      'Renews, shares and claims the partitions of a subscription; answers those that the holder has now.';

    create function log.release(of_subscription text, from_holder text) returns void language sql as $$
      update log.checkpoints c set holder = null, leased_until = null where c.subscription = of_subscription and c.holder = from_holder;
      delete from log.followers f where f.subscription = of_subscription and f.holder = from_holder;
    $$;
  `);

  await run(`
    do $$ begin
      create role tumor_board_app nologin;
    exception
      when duplicate_object or unique_violation or insufficient_privilege then null;
    end $$;
    do $$ begin
      grant tumor_board_app to current_user;
    exception
      when undefined_object or insufficient_privilege or unique_violation or internal_error or invalid_grant_operation then null;
    end $$;
    do $$ begin
      grant pg_read_all_stats to tumor_board_app;
    exception
      when undefined_object or insufficient_privilege or unique_violation or internal_error then null;
    end $$;

    create function log.grant_application() returns boolean language plpgsql as $$
    begin
      if not exists (select from pg_roles where rolname = 'tumor_board_app') then
        return false;
      end if;
      grant usage on schema log, read_model to tumor_board_app;
      grant select, insert on all tables in schema log to tumor_board_app;
      revoke update, delete, truncate on log.events from tumor_board_app;
      grant update, delete on log.checkpoints, log.followers, log.dead_letters to tumor_board_app;
      grant execute on all functions in schema log to tumor_board_app;
      grant select, insert, update, delete, truncate on all tables in schema read_model to tumor_board_app;
      grant usage, select on all sequences in schema read_model to tumor_board_app;
      alter default privileges in schema read_model grant select, insert, update, delete, truncate on tables to tumor_board_app;
      return true;
    end $$;
    revoke execute on function log.grant_application() from public;
    select log.grant_application();
  `);
}
