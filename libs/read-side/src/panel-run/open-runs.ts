import type pg from 'pg';

/** A run of the panel that has not concluded. */
export interface OpenRun {
  readonly site: string;
  readonly caseId: string;
  readonly runId: string;
}

/** The runs that go on, the oldest first. */
export async function openRuns(pool: pg.Pool, limit = 500): Promise<OpenRun[]> {
  const { rows } = await pool.query<OpenRun>(
    `select site, case_id as "caseId", run_id as "runId" from read_model.panel_run
     where state = 'running' order by requested_at, run_id limit $1`,
    [limit],
  );
  return rows;
}
