import type pg from 'pg';
import { qualified } from './rows.js';

interface Index {
  readonly name: string;
  readonly definition: string;
  readonly primary: boolean;
}

const shadowOf = (name: string): string => `${name}_rebuild`;
const oldOf = (name: string): string => `${name}_old`;
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/**
 * An empty table beside a read model's table, with the same columns and without indexes, which are cheaper to make
 * when it is filled. Replaces one that an interrupted rebuild left.
 * @returns its name
 */
export async function createShadow(client: pg.ClientBase, table: string): Promise<string> {
  const shadow = shadowOf(table);
  const { rows } = await client.query<{ options: string[] | null; comment: string | null }>(
    `select c.reloptions as options from pg_catalog.pg_class c where c.oid = $1::regclass`,
    [qualified(table)],
  );
  const options = rows[0]?.options ?? [];
  await client.query(`drop table if exists ${qualified(shadow)}`);
  await client.query(
    `create table ${qualified(shadow)} (like ${qualified(table)} including defaults including constraints including storage including comments)` +
      (options.length > 0 ? ` with (${options.join(', ')})` : ''),
  );
  await client.query(
    `do $$ begin
       if exists (select from pg_catalog.pg_roles where rolname = 'tumor_board_app') then
         grant select, insert, update, delete, truncate on ${qualified(shadow)} to tumor_board_app;
       end if;
     end $$`,
  );
  return shadow;
}

/** Gives the filled shadow the indexes of the table. */
export async function indexShadow(client: pg.ClientBase, table: string): Promise<void> {
  const shadow = shadowOf(table);
  for (const index of await indexesOf(client, table)) {
    // pg_get_indexdef always writes: CREATE [UNIQUE] INDEX name ON schema.table USING ….
    const using = index.definition.slice(index.definition.indexOf(' USING '));
    const unique = index.definition.startsWith('CREATE UNIQUE') ? 'unique' : '';
    await client.query(`create ${unique} index ${quoted(shadowOf(index.name))} on ${qualified(shadow)}${using}`);
    if (index.primary) await client.query(`alter table ${qualified(shadow)} add primary key using index ${quoted(shadowOf(index.name))}`);
  }
  await client.query(`analyze ${qualified(shadow)}`);
}

/** Puts the shadow and its indexes in the place and under the names of the table, and drops that; in the caller's transaction. */
export async function swapShadow(client: pg.ClientBase, table: string): Promise<void> {
  const indexes = await indexesOf(client, table);
  await client.query(`alter table ${qualified(table)} rename to ${quoted(oldOf(table))}`);
  await client.query(`alter table ${qualified(shadowOf(table))} rename to ${quoted(table)}`);
  for (const { name } of indexes) await client.query(`alter index ${qualified(name)} rename to ${quoted(oldOf(name))}`);
  for (const { name } of indexes) await client.query(`alter index ${qualified(shadowOf(name))} rename to ${quoted(name)}`);
  await client.query(`drop table ${qualified(oldOf(table))}`);
}

export async function dropShadow(client: pg.ClientBase, table: string): Promise<void> {
  await client.query(`drop table if exists ${qualified(shadowOf(table))}`);
}

async function indexesOf(client: pg.ClientBase, table: string): Promise<Index[]> {
  const { rows } = await client.query<Index>(
    `select c.relname as name, pg_get_indexdef(i.indexrelid) as definition, i.indisprimary as primary
     from pg_catalog.pg_index i join pg_catalog.pg_class c on c.oid = i.indexrelid
     where i.indrelid = $1::regclass order by i.indisprimary desc, c.relname`,
    [qualified(table)],
  );
  return rows;
}
