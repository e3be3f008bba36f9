import type pg from 'pg';

/** A case that has something to be looked at: a result that has not come, or the day on which the board looks again. */
export interface DueCheck {
  readonly site: string;
  readonly caseId: string;
  readonly decisionId: string;
  /** The first day on which a check finds it. */
  readonly checkOn: string;
}

/**
 * What is due on a day and has not been found yet, the longest due first. A result is overdue on the day after its own;
 * the board looks again on the day itself.
 */
export async function dueChecks(pool: pg.Pool, today: string, limit = 1_000): Promise<DueCheck[]> {
  const { rows } = await pool.query<DueCheck>(
    `select site, case_id as "caseId", decision_id as "decisionId", min(check_on)::text as "checkOn" from (
       select site, case_id, decision_id, due_on + 1 as check_on from read_model.expectation where state = 'open' and due_on < $1::date
       union all
       select site, case_id, decision_id, review_due from read_model.decision where review_due <= $1::date) due
     group by site, case_id, decision_id order by min(check_on), case_id limit $2`,
    [today, limit],
  );
  return rows;
}
