import { type Kysely, sql } from 'kysely';

/**
 * Which record has a record number, by a keyed hash of the number, so that two that are changed at the same moment cannot
 * both get it. Whether the one that is named here really has the number, the log tells.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db);
  await run(`
    create table log.token_holders (
      token text collate "C" primary key,
      holder uuid not null,
      busy_until timestamptz not null
    ) with (fillfactor = 80);
    create index token_holders_by_holder on log.token_holders (holder);
    comment on table log.token_holders is 'Who has what a keyed hash stands for, as far as that was given here; whether it is so, the log tells.';
    comment on column log.token_holders.busy_until is 'Until then a command that gives it is under way.';
  `);
  await run(`
    create function log.hold_token(of_token text, for_holder uuid, instead_of uuid, busy_for interval)
    returns table (held_by uuid, is_busy boolean) language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    declare
      moment timestamptz := clock_timestamp();
    begin
      insert into log.token_holders as t (token, holder, busy_until) values (of_token, for_holder, moment + busy_for)
      on conflict (token) do update set holder = excluded.holder, busy_until = excluded.busy_until
        where t.holder = for_holder or (t.holder = instead_of and t.busy_until <= moment);
      return query select t.holder, t.busy_until > moment from log.token_holders t where t.token = of_token;
    end $$;
    comment on function log.hold_token(text, uuid, uuid, interval) is
      'Gives a token to somebody where nobody has it, or instead of somebody who does not need it any more; answers who has it now.';

    create function log.free_token(of_token text, of_holder uuid) returns void language sql
      security definer set search_path = pg_catalog, pg_temp as $$
      update log.token_holders set busy_until = '-infinity' where token = of_token and holder = of_holder;
    $$;
    comment on function log.free_token(text, uuid) is 'The command that gave the token is over.';

    create function log.forget_holder(of_holder uuid) returns void language sql
      security definer set search_path = pg_catalog, pg_temp as $$
      delete from log.token_holders where holder = of_holder;
    $$;
    comment on function log.forget_holder(uuid) is 'Forgets what somebody had.';
  `);
  await run('select log.grant_application()');
}
