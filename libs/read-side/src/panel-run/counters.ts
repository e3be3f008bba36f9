import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Agreement } from '@tumor-board/specialists';
import type pg from 'pg';
import { ReadModels } from '../read-models.js';
import type { PanelCountersView } from './view.js';

/** What is counted of the panel's runs at a site. */
export class PanelCountersQuery extends Query<PanelCountersView> {
  constructor(
    readonly site: string,
    /** Only runs under this knowledge release. */
    readonly release?: string | undefined,
    /** Wait until the counts know what stands at this position. */
    readonly atLeast?: string | undefined,
  ) {
    super();
  }
}

/** @throws Problem `projection.behind` */
@QueryHandler(PanelCountersQuery)
export class PanelCountersHandler implements IQueryHandler<PanelCountersQuery> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ site, release, atLeast }: PanelCountersQuery): Promise<PanelCountersView> {
    await this.readModels.reached('panel-run', atLeast);
    return await countedRuns(this.readModels.pool, site, release);
  }
}

const RUNS = `
  select release, count(*)::integer as runs, count(*) filter (where concluded_at is not null)::integer as concluded,
    count(*) filter (where state = 'running')::integer as running,
    count(*) filter (where concluded_at is null and state = 'superseded')::integer as overtaken,
    sum(claims)::integer as claims, sum(admitted)::integer as admitted, sum(dissent)::integer as dissent
  from read_model.panel_run where ($1::text is null or site = $1) and ($2::text is null or release = $2)
  group by release order by release`;
const AGREEMENTS = `
  select release, agreement, count(*)::integer as decisions from read_model.panel_run
  where ($1::text is null or site = $1) and ($2::text is null or release = $2) and agreement is not null
  group by release, agreement order by release, agreement`;
const DISCIPLINES = `
  select release, c.discipline, count(*)::integer as runs, sum(c.claims)::integer as claims, sum(c.repeats)::integer as repeats,
    sum(c.changed)::integer as "changedMind", count(*) filter (where c.absent)::integer as absent
  from read_model.panel_run, jsonb_to_recordset(counted) as c(discipline text, claims integer, repeats integer, changed integer, absent boolean)
  where ($1::text is null or site = $1) and ($2::text is null or release = $2) and concluded_at is not null
  group by release, c.discipline order by release, c.discipline`;
const STRUCK = `
  select release, c.discipline, s.key as reason, sum(s.value::integer)::integer as claims
  from read_model.panel_run, jsonb_to_recordset(counted) as c(discipline text, struck jsonb), jsonb_each_text(c.struck) as s
  where ($1::text is null or site = $1) and ($2::text is null or release = $2) and concluded_at is not null
  group by release, c.discipline, s.key order by release, c.discipline, s.key`;

/** The counts of one site, or of all when none is named. */
export async function countedRuns(pool: pg.Pool, site?: string, release?: string): Promise<PanelCountersView> {
  const given = [site ?? null, release ?? null];
  const [runs, agreements, disciplines, struck] = await Promise.all([
    pool.query<Omit<PanelCountersView['releases'][number], 'agreement'>>(RUNS, given),
    pool.query<{ release: string; agreement: Agreement; decisions: number }>(AGREEMENTS, given),
    pool.query<Omit<PanelCountersView['disciplines'][number], 'struck'>>(DISCIPLINES, given),
    pool.query<{ release: string; discipline: string; reason: string; claims: number }>(STRUCK, given),
  ]);
  return {
    releases: runs.rows.map((row) => ({
      ...row,
      agreement: Object.fromEntries(
        agreements.rows.filter((one) => one.release === row.release).map(({ agreement, decisions }) => [agreement, decisions]),
      ),
    })),
    disciplines: disciplines.rows.map((row) => ({
      ...row,
      struck: Object.fromEntries(
        struck.rows
          .filter((one) => one.release === row.release && one.discipline === row.discipline)
          .map(({ reason, claims }) => [reason, claims]),
      ),
    })),
  };
}
