import { type Kysely, sql } from 'kysely';

/**
 * The keys of an attempt to sign in are judged together: while one of them is blocked none counts, so that who shares an
 * address with somebody that guesses is not kept out of the own account for it. What an address has failed drains away with
 * time, and a success ends the wait that its own attempt began, or a hospital behind one address would never be let in again.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db);
  await run(`
    drop function access.attempt(text, integer, interval, interval);
    alter table access.attempts drop column allowed;
  `);

  // Rows are locked in the order of their keys, here and below, so that nobody waits for each other.
  await run(`
    create function access.attempt(of_keys text[], free integer[], cap_seconds double precision[], drain_seconds double precision[], forget interval)
    returns double precision language plpgsql as $$
    declare
      moment timestamptz;
      wait double precision;
      one record;
    begin
      insert into access.attempts (key, failures, last_at)
        select key, 0, clock_timestamp() from unnest(of_keys) as key order by key
        on conflict (key) do nothing;
      perform from access.attempts where key = any(of_keys) order by key for update;
      moment := clock_timestamp();
      select max(extract(epoch from blocked_until - moment)) into wait
        from access.attempts where key = any(of_keys) and blocked_until > moment;
      if wait is not null then
        return greatest(wait, 0.001);
      end if;
      for one in
        select l.key, l.free, l.cap, l.drain, a.last_at,
          case
            when a.failures is null or a.last_at < moment - forget then 0
            else greatest(a.failures - coalesce(floor(extract(epoch from moment - a.last_at) / l.drain), 0), 0)::integer
          end as failures
        from unnest(of_keys, free, cap_seconds, drain_seconds) as l(key, free, cap, drain) left join access.attempts a using (key)
        order by l.key
      loop
        insert into access.attempts as a (key, failures, last_at, blocked_until)
        values (
          one.key,
          one.failures + 1,
          -- What has drained away is counted in whole failures; the rest of the time counts towards the next.
          case
            when one.drain is null or one.failures = 0 then moment
            else one.last_at + make_interval(secs => floor(extract(epoch from moment - one.last_at) / one.drain) * one.drain)
          end,
          case
            when one.failures + 1 >= one.free
            then moment + make_interval(secs => least(one.cap, 5 * power(2, least(one.failures + 1 - one.free, 20))))
          end
        )
        on conflict (key) do update set failures = excluded.failures, last_at = excluded.last_at, blocked_until = excluded.blocked_until;
      end loop;
      return 0;
    end $$;
    comment on function access.attempt(text[], integer[], double precision[], double precision[], interval) is
      'Counts an attempt under all its keys and answers 0 when it may be made, else the seconds to wait, and then counts it under none. From the free-th failure of a key on the wait of 5 s doubles up to its cap; one failure drains away in the given seconds, or none when they are null.';
  `);

  await run(`
    create function access.attempt_succeeded(cleared text[], kept text[]) returns void language plpgsql as $$
    begin
      perform from access.attempts where key = any(cleared || kept) order by key for update;
      delete from access.attempts where key = any(cleared);
      update access.attempts set failures = greatest(failures - 1, 0), blocked_until = null where key = any(kept);
    end $$;
    comment on function access.attempt_succeeded(text[], text[]) is
      'Takes back what an attempt counted that has succeeded: of the keys that are cleared every failure, of those that are kept its own alone.';
    select access.grant_application();
  `);
}
