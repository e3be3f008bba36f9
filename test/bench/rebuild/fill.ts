import { randomUUID } from 'node:crypto';
import { type CaseEvent, decideCase, type Knowledge, noCase } from '@tumor-board/board';
import { canonicalJson } from '@tumor-board/kernel';
import type pg from 'pg';
import { caseOf } from '../harness/cases.ts';
import { metadata } from '../harness/events.ts';

const TEMPLATES = 400;
const FACTS = 24;
const TRANSACTIONS = 20;
/** How much of the log's time one case takes. */
const SPAN = 0.1;

/** The events of one case, decided as the service decides them. */
function eventsOf(seed: number, knowledge: Knowledge): readonly CaseEvent[] {
  const { facts, ...head } = caseOf(seed, FACTS);
  return decideCase(noCase(), { type: 'OpenCase', head, facts }, knowledge, { today: '2025-01-06' }).events;
}

/**
 * Fills a log with cases of about 40 events each whose events lie among those of others, as they do where many cases
 * are open at a time. A few hundred cases are decided and copied under other ids. Versions, order and sizes are those
 * of appended events; the hashes are of the right length and no chain.
 * @returns how many events and cases
 */
export function fillLog(owner: pg.Pool, atLeast: number, knowledge: Knowledge): Promise<{ events: number; cases: number }> {
  const templates = Array.from({ length: TEMPLATES }, (_, template) => eventsOf(template + 1, knowledge));
  return copyCases(owner, templates, Math.ceil(atLeast / templates.flat().length));
}

/** Fills a log with so many copies of each case, under other ids and laid among each other. */
export async function copyCases(
  owner: pg.Pool,
  templates: readonly (readonly CaseEvent[])[],
  copies: number,
): Promise<{ events: number; cases: number }> {
  const rows = templates.flatMap((events, template) =>
    events.map(({ type, data }, index) => ({ k: template, v: index + 1, t: type, d: canonicalJson(data) })),
  );
  const client = await owner.connect();
  try {
    await client.query("set statement_timeout = 0; set work_mem = '256MB'; set maintenance_work_mem = '512MB'");
    await client.query('create unlogged table bench_template (k integer, v integer, t text, d jsonb)');
    for (let from = 0; from < rows.length; from += 5_000) {
      await client.query(
        'insert into bench_template select k, v, t, d::jsonb from json_to_recordset($1) as r(k integer, v integer, t text, d text)',
        [JSON.stringify(rows.slice(from, from + 5_000))],
      );
    }
    await client.query(
      `create unlogged table bench_plan as
       select row_number() over (order by s.start + ${SPAN} * t.v / 40.0) as n, s.stream_id, t.k, t.v
       from (select k, 'case-' || md5($1::text || k || ' ' || copy)::uuid as stream_id, random() as start
             from generate_series(0, ${templates.length - 1}) k cross join generate_series(1, ${copies}) copy) s
       join bench_template t using (k)`.replace('$1', `'${randomUUID()}'`),
    );
    await client.query('create index on bench_plan (n); create index on bench_template (k, v); analyze bench_plan, bench_template');
    const events = rows.length * copies;
    const slice = Math.ceil(events / TRANSACTIONS);
    for (let from = 0; from < events; from += slice) {
      await client.query(
        `insert into log.events (stream_id, stream_version, event_id, command_id, command_index, type, schema_version, data, metadata, recorded_at, hash, partition, transaction_id)
         select p.stream_id, p.v, gen_random_uuid(), gen_random_uuid(), 0, t.t, 1, t.d, $1::jsonb, timestamptz '2025-01-01' + p.n * interval '1 minute',
           sha256(convert_to(p.stream_id || p.v, 'UTF8')), log.partition_of(p.stream_id), pg_current_xact_id()
         from bench_plan p join bench_template t using (k, v) where p.n > $2 and p.n <= $3 order by p.n`,
        [canonicalJson(metadata), from, from + slice],
      );
    }
    await client.query('drop table bench_plan, bench_template');
    await client.query('vacuum (analyze) log.events');
    await client.query('checkpoint');
    return { events, cases: templates.length * copies };
  } finally {
    client.release(true);
  }
}
