import { type Expression, type RawBuilder, sql } from 'kysely';
import { z } from 'zod';

/** An instant as views give it: ISO 8601 in UTC with microseconds, `2025-01-06T09:30:00.000000Z`. */
export const instant = z.iso.datetime({ precision: 6 });

/** A column of instants as that text; the driver's own Date would lose the microseconds. */
export const instantText = (column: Expression<unknown>): RawBuilder<string> =>
  sql<string>`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
