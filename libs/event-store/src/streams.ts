import type pg from 'pg';

/** Which streams. */
export interface StreamSelection {
  /** `case` */
  readonly category: string;
  /** Only streams of this site. */
  readonly site: string;
}

/** A page of streams in the order of their ids. */
export interface StreamPage extends StreamSelection {
  /** The last stream of the page before; empty for the first page. */
  readonly after: string;
  readonly limit: number;
}

// '.' follows '-' in the order of the stream ids.
const within = `e.stream_id > $1 and e.stream_id < $2 and e.stream_version = 1 and e.metadata->>'site' = $3`;

/** The ids of streams, a page at a time. A page costs what it holds, however many streams there are. */
export async function streamIds(pool: pg.Pool, { category, site, after, limit }: StreamPage): Promise<string[]> {
  const { rows } = await pool.query<{ stream_id: string }>({
    name: 'log.stream-ids',
    text: `select e.stream_id from log.events e where ${within} order by e.stream_id limit $4`,
    values: [after === '' ? `${category}-` : after, `${category}.`, site, limit],
  });
  return rows.map((row) => row.stream_id);
}

/** How many streams there are. Reads an index through: for a total now and then. */
export async function countStreams(pool: pg.Pool, { category, site }: StreamSelection): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(`select count(*)::integer as count from log.events e where ${within}`, [
    `${category}-`,
    `${category}.`,
    site,
  ]);
  return rows[0]?.count ?? 0;
}

/** A text that stands in the data of events of one type, as whoever asks for it has an index on. */
export interface EventField {
  /** `PatientIdentified` */
  readonly type: string;
  /** `patientId` */
  readonly field: string;
  readonly value: string;
}

const NAME = /^[A-Za-z]+$/;

/**
 * The streams that hold an event of a type with a text in a field of its data, as committed at this moment. Asks the log
 * itself, for who must not miss what a read model does not know yet; without an index it reads the whole log.
 */
export async function streamsWith(pool: pg.Pool, { type, field, value }: EventField): Promise<string[]> {
  if (!NAME.test(type) || !NAME.test(field)) throw new Error(`not the name of a type and a field of events: ${type}, ${field}`);
  // Both names stand in the text, so that a partial index on them is seen to serve.
  const { rows } = await pool.query<{ stream_id: string }>(
    `select distinct e.stream_id from log.events e where e.type = '${type}' and e.data ->> '${field}' = $1 order by e.stream_id`,
    [value],
  );
  return rows.map((row) => row.stream_id);
}
