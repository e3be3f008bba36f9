import type pg from 'pg';
import { type AnyReadModel, keyOf, type StreamRow } from './read-model.js';

/** A name for SQL. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** The qualified name of a table of the schema `read_model`, for SQL. */
export const qualified = (table: string): string => `read_model.${quoted(table)}`;

/** Adds rows to a table that has none of them, in one statement. */
export async function insertRows(
  client: pg.Pool | pg.ClientBase,
  model: AnyReadModel,
  table: string,
  rows: readonly StreamRow[],
): Promise<void> {
  if (rows.length > 0)
    await client.query({ name: `read_model.insert.${table}`, text: insertion(model, table), values: [JSON.stringify(rows)] });
}

/**
 * Adds rows or replaces them by newer ones, in one statement however many they are. A row that tells of an older
 * version than the one that stands changes nothing, so events that are given again do no harm.
 */
export async function upsertRows(client: pg.ClientBase, model: AnyReadModel, table: string, rows: readonly StreamRow[]): Promise<void> {
  if (rows.length === 0) return;
  const text = `${insertion(model, table)} ${onConflict(model)}`;
  await client.query({ name: `read_model.upsert.${table}`, text, values: [JSON.stringify(rows)] });
}

function insertion({ columns }: AnyReadModel, table: string): string {
  const names = Object.keys(columns).map(quoted).join(', ');
  const types = Object.entries(columns).map(([name, type]) => `${quoted(name)} ${type}`);
  return `insert into ${qualified(table)} as t (${names}) select ${names} from json_to_recordset($1::json) as r(${types.join(', ')})`;
}

function onConflict(model: AnyReadModel): string {
  const key = keyOf(model);
  const target = `on conflict (${key.map(quoted).join(', ')})`;
  if (model.rowPer === 'event') return `${target} do nothing`;
  const updates = Object.keys(model.columns)
    .filter((name) => !key.includes(name))
    .map((name) => `${quoted(name)} = excluded.${quoted(name)}`);
  return `${target} do update set ${updates.join(', ')} where t.version < excluded.version`;
}

/**
 * The rows that stand for some streams, by the id of the stream, in one query: of them what the fold reads. Instants and
 * dates come as texts.
 */
export async function standingRows(
  client: pg.ClientBase,
  { idColumn, standing }: AnyReadModel,
  table: string,
  ids: readonly string[],
): Promise<Map<string, StreamRow[]>> {
  const read = standing?.concat('site', 'version').map((name) => `'${name}', t.${quoted(name)}`);
  const row = read === undefined ? 'to_json(t)' : `json_build_object(${read.join(', ')})`;
  const { rows } = await client.query<{ id: string; row: StreamRow }>({
    name: `read_model.standing.${table}`,
    text: `select t.${quoted(idColumn)} as id, ${row} as row from ${qualified(table)} t where t.${quoted(idColumn)} = any($1::uuid[])`,
    values: [ids],
  });
  const byId = new Map<string, StreamRow[]>();
  for (const { id, row } of rows) {
    const found = byId.get(id);
    if (found === undefined) byId.set(id, [row]);
    else found.push(row);
  }
  return byId;
}
