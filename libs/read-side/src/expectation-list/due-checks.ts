import type pg from 'pg';

/** A case in which something has not come by its day, or at which the board looks again. */
export interface DueCheck {
  readonly site: string;
  readonly caseId: string;
  readonly decisionId: string;
  /** The first day on which a check finds it. */
  readonly checkOn: string;
}

/** What is to be looked at on a day and has not been found yet, the longest due first. */
export async function dueChecks(pool: pg.Pool, today: string, limit = 1_000): Promise<DueCheck[]> {
  const { rows } = await pool.query<DueCheck>(
    `select site, case_id as "caseId", decision_id as "decisionId", min(check_on)::text as "checkOn"
     from read_model.expectation where state = 'open' and check_on <= $1::date
     group by site, case_id, decision_id order by min(check_on), case_id limit $2`,
    [today, limit],
  );
  return rows;
}
