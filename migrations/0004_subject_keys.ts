import { type Kysely, sql } from 'kysely';

/**
 * The keys that protect texts about a person, one a stream, and read models that hold such texts only encrypted.
 *
 * A key is made, may be used, and is destroyed: a trigger refuses everything else, so that a destroyed key does not come
 * back. The application may not even change a row; it destroys a key by a function.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db);

  await run(`
    create table log.subject_keys (
      stream_id text collate "C" not null,
      state text not null check (state in ('active', 'destroyed')),
      wrapped_key bytea,
      created_at timestamptz not null default clock_timestamp(),
      destroyed_at timestamptz,
      primary key (stream_id),
      check ((state = 'active') = (wrapped_key is not null)),
      check ((state = 'destroyed') = (destroyed_at is not null))
    ) with (fillfactor = 80);
    comment on table log.subject_keys is
      'One row a stream that has held protected texts: its key, wrapped by the key of the service, or that it was destroyed.';

    create table log.protection_check (
      one boolean primary key default true check (one),
      value bytea not null
    );
    comment on table log.protection_check is 'A constant, encrypted by the key of the service: tells whether a key is the right one.';
  `);

  await run(`
    create function log.guard_subject_key() returns trigger language plpgsql as $$
    begin
      if tg_level = 'ROW' and tg_op = 'UPDATE' then
        if old.state = 'active' and new.state = 'destroyed' and new.stream_id = old.stream_id and new.created_at = old.created_at then
          return new;
        end if;
      end if;
      raise exception 'a key is only made and destroyed, and never comes back: % refused', lower(tg_op)
        using errcode = 'insufficient_privilege';
    end $$;
    create trigger subject_keys_stay before update or delete on log.subject_keys for each row execute function log.guard_subject_key();
    create trigger subject_keys_are_kept before truncate on log.subject_keys for each statement execute function log.guard_subject_key();
    create trigger protection_check_stays before update or delete or truncate on log.protection_check
      for each statement execute function log.guard_subject_key();

    create function log.destroy_key(subject text) returns void language sql
      security definer set search_path = pg_catalog, pg_temp as $$
      insert into log.subject_keys as k (stream_id, state, destroyed_at) values (subject, 'destroyed', clock_timestamp())
      on conflict (stream_id) do update set state = 'destroyed', wrapped_key = null, destroyed_at = excluded.destroyed_at
        where k.state = 'active';
    $$;
    comment on function log.destroy_key(text) is 'Destroys the key of a stream, also one that was never made.';

    create function log.hold_keys(subjects text[]) returns bigint language sql
      security definer set search_path = pg_catalog, pg_temp as $$
      select count(*) from (
        select from log.subject_keys k where k.stream_id = any (subjects) and k.state = 'active' order by k.stream_id for share) held;
    $$;
    comment on function log.hold_keys(text[]) is 'Keeps the keys of streams from being destroyed until the transaction ends; answers how many there are.';

    create function log.append_protected(p json, appends integer, events integer, subjects text[])
    returns table (stream_id text, outcome text, stream_version bigint, partition smallint, transaction_id xid8, "position" bigint, recorded_at text)
    language plpgsql as $$
    begin
      if log.hold_keys(subjects) < cardinality(subjects) then
        raise exception 'the key of a stream was destroyed' using errcode = 'TB001';
      end if;
      return query select * from log.append(p, appends, events);
    end $$;
    comment on function log.append_protected(json, integer, integer, text[]) is
      'log.append for events with protected texts of some streams, whose keys must not have been destroyed.';
  `);

  // What the read models held in clear goes, and they follow the log from its beginning again.
  await run(`
    truncate read_model.case_list, read_model.case_overview, read_model.case_history;
    delete from log.checkpoints where subscription in ('case-list', 'case-overview', 'case-history');

    alter table read_model.case_list add column search_tokens text[] collate "C" not null default '{}';
    create index case_list_by_word on read_model.case_list using gin (search_tokens);
    comment on column read_model.case_list.title is 'Encrypted.';
    comment on column read_model.case_list.search is 'The reference in lower case.';
    comment on column read_model.case_list.search_tokens is 'Keyed hashes of the beginnings of the words of the title.';
  `);

  await run('select log.grant_application()');
}
