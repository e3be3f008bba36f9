import type pg from 'pg';
import { type AnyReadModel, keyOf } from './read-model.js';
import { qualified, quoted } from './rows.js';

/** How the rebuilt table differs from the live one at the moment of comparison. */
export interface Differences {
  readonly liveRows: number;
  readonly rebuiltRows: number;
  /** Rows that only the live table has. */
  readonly onlyLive: number;
  /** Rows that only the rebuilt table has: the live one had not come so far, or had lost them. */
  readonly onlyRebuilt: number;
  /** Rows that tell of the same version of a stream differently. */
  readonly different: number;
  /** Rows that tell of different versions of a stream: events recorded during the comparison. */
  readonly atOtherVersion: number;
  /** Ids of some of the cases, or meetings, concerned, at most 10. */
  readonly ids: readonly string[];
}

/** Compares the live table of a read model with a rebuilt one, as both stand at one moment. */
export async function compareTables(client: pg.ClientBase, model: AnyReadModel, shadow: string): Promise<Differences> {
  const key = `using (${keyOf(model).map(quoted).join(', ')})`;
  const { rows } = await client.query<Differences>(
    `with pairs as (
       select ${quoted(model.idColumn)} as id, l.site is null as only_rebuilt, s.site is null as only_live, l.version <> s.version as elsewhere,
         l.version = s.version and l is distinct from s as different
       from ${qualified(model.table)} l full join ${qualified(shadow)} s ${key})
     select (count(*) filter (where not only_rebuilt))::integer as "liveRows", (count(*) filter (where not only_live))::integer as "rebuiltRows",
       (count(*) filter (where only_live))::integer as "onlyLive", (count(*) filter (where only_rebuilt))::integer as "onlyRebuilt",
       (count(*) filter (where different))::integer as "different", (count(*) filter (where elsewhere))::integer as "atOtherVersion",
       coalesce((array_agg(distinct id::text) filter (where only_live or only_rebuilt or different or elsewhere))[1:10], '{}') as ids
     from pairs`,
  );
  const [found] = rows;
  if (found === undefined) throw new Error('a count gave no row');
  return found;
}
