import { kyselyOver } from '@tumor-board/database';
import { problem } from '@tumor-board/kernel';
import { type Kysely, sql } from 'kysely';
import type pg from 'pg';
import { z } from 'zod';
import { GatheredInsert } from './gathered-insert.js';
import type { Person, Role } from './roles.js';
import type { AccessTables } from './tables.js';

/** That somebody was shown cases. No text of a patient, and not what was searched for. */
export interface CasesShown {
  readonly person: Person;
  /** The operation of the HTTP interface, e.g. `getCase`. */
  readonly operation: string;
  readonly caseIds: readonly string[];
  /** The records of persons whose identity was shown. */
  readonly patientIds?: readonly string[] | undefined;
  readonly correlationId?: string | undefined;
  /** True when an event of the log tells the same, so that the entry need not wait for the disk; default false. */
  readonly toldByEvent?: boolean;
}

/** An entry of the read log. */
export const readLogEntry = z.strictObject({
  entry: z.string(),
  at: z.iso.datetime(),
  actor: z.string(),
  /** The name and roles of the person at that time. */
  name: z.string(),
  roles: z.array(z.string()),
  operation: z.string(),
  /** How many cases were shown. */
  count: z.int(),
  caseIds: z.array(z.uuid()),
  /** The records of persons whose identity was shown. */
  patientIds: z.array(z.uuid()),
  correlationId: z.string().nullable(),
});
export type ReadLogEntry = z.infer<typeof readLogEntry>;

/** A page of the read log. */
export const readLogView = z.strictObject({ entries: z.array(readLogEntry), next: z.string().nullable() });
export type ReadLogView = z.infer<typeof readLogView>;

/** Which part of the read log. */
export interface ReadLogOptions {
  readonly caseId?: string | undefined;
  readonly patientId?: string | undefined;
  readonly actor?: string | undefined;
  /** ISO 8601; from this moment on. */
  readonly from?: string | undefined;
  /** ISO 8601; before this moment. */
  readonly to?: string | undefined;
  /** 1 to 200, default 50. */
  readonly limit?: number | undefined;
  /** `next` of the page before. */
  readonly after?: string | undefined;
}

/** The entries are the same; the second statement commits without waiting for the disk. */
const insertOf = (before: string, from: string) => `
  ${before}insert into access.read_log (actor, name, roles, site, operation, cases, patients, correlation_id)
  select x.actor, x.name, x.roles, x.site, x.operation, x.cases, x.patients, x.correlation_id
  from ${from}json_to_recordset($1::json)
    as x(actor text, name text, roles text[], site text, operation text, cases uuid[], patients uuid[], correlation_id text)`;
const waiting = { name: 'access-read-log', text: insertOf('', '') };
const notWaiting = {
  name: 'access-read-log-async',
  text: insertOf(`with off as materialized (select set_config('synchronous_commit', 'off', true)) `, 'off cross join '),
};

/** Microseconds, which the driver's own Date would lose. */
const instantText = sql<string>`to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** Who was shown which cases. Entries can be added and read, never changed. */
export class ReadLog {
  readonly #db: Kysely<AccessTables>;
  readonly #site: string;
  readonly #waiting: GatheredInsert;
  readonly #notWaiting: GatheredInsert;

  constructor({ pool, site }: { readonly pool: pg.Pool; readonly site: string }) {
    this.#db = kyselyOver<AccessTables>(pool);
    this.#site = site;
    this.#waiting = new GatheredInsert(pool, waiting);
    this.#notWaiting = new GatheredInsert(pool, notWaiting);
  }

  /** Resolves when the entry is in the database; entries that come in together share a statement. */
  async record({ person, operation, caseIds, patientIds = [], correlationId, toldByEvent = false }: CasesShown): Promise<void> {
    const { actor, name, roles, site } = person;
    const row = {
      actor,
      name,
      roles,
      site,
      operation,
      cases: [...new Set(caseIds)],
      patients: [...new Set(patientIds)],
      correlation_id: correlationId,
    };
    await (toldByEvent ? this.#notWaiting : this.#waiting).add(row);
  }

  /**
   * A page of the entries of the site, the newest first.
   * @throws Problem `cursor.invalid`
   */
  async list({ caseId, patientId, actor, from, to, limit = 50, after }: ReadLogOptions): Promise<ReadLogView> {
    const size = Math.min(Math.max(Math.trunc(limit), 1), 200);
    let select = this.#db
      .selectFrom('access.read_log as l')
      .select(['l.entry', instantText.as('at'), 'l.actor', 'l.name', 'l.roles', 'l.operation', 'l.cases', 'l.patients', 'l.correlation_id'])
      .where('l.site', '=', this.#site)
      .orderBy('l.entry', 'desc')
      .limit(size + 1);
    if (caseId !== undefined) select = select.where(sql<boolean>`l.cases @> array[${caseId}::uuid]`);
    if (patientId !== undefined) select = select.where(sql<boolean>`l.patients @> array[${patientId}::uuid] and l.patients <> '{}'`);
    if (actor !== undefined) select = select.where('l.actor', '=', actor);
    if (from !== undefined) select = select.where(sql<boolean>`l.at >= ${from}::timestamptz`);
    if (to !== undefined) select = select.where(sql<boolean>`l.at < ${to}::timestamptz`);
    if (after !== undefined) select = select.where('l.entry', '<', entryOf(after));
    const rows = await select.execute();
    const entries = rows.slice(0, size).map(
      (row): ReadLogEntry => ({
        entry: row.entry,
        at: row.at,
        actor: row.actor,
        name: row.name,
        roles: row.roles as Role[],
        operation: row.operation,
        count: row.cases.length,
        caseIds: row.cases,
        patientIds: row.patients,
        correlationId: row.correlation_id,
      }),
    );
    return { entries, next: rows.length > size ? (entries.at(-1)?.entry ?? null) : null };
  }
}

/** The key of the last entry of the page before. */
function entryOf(after: string): string {
  if (/^\d{1,18}$/.test(after)) return after;
  throw problem('cursor.invalid', 'This does not continue a list of the read log.', {}, [
    { path: 'after', message: 'expected the "next" of a page before' },
  ]);
}
