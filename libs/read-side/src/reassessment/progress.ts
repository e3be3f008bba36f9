import type pg from 'pg';

/** A change that every open case of a site is to be assessed under. */
export interface Activation {
  /** Id of the report that the change rests on. */
  readonly activation: string;
  readonly site: string;
  readonly change: 'release' | 'policy';
  readonly to: string;
  /** A day. */
  readonly effectiveFrom: string;
  /** When it was recorded, ISO 8601. */
  readonly activatedAt: string;
}

/** How far a re-assessment has come. */
export interface Progress extends Activation {
  /** The last stream that was reached; empty before the first. */
  readonly cursor: string;
  readonly isStarted: boolean;
  readonly isFinished: boolean;
}

/** What a page of cases came to. */
export interface PageDone {
  readonly done: number;
  readonly changed: number;
  readonly relist: number;
  /** Cases that could not be assessed anew, one line each. */
  readonly failures: readonly string[];
}

const columns = `activation, site, change, "to", effective_from::text as "effectiveFrom",
  to_char(activated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "activatedAt",
  cursor, started_at is not null as "isStarted", finished_at is not null as "isFinished"`;

/**
 * Where the progress of re-assessments is kept. Every step names the place that it starts from, so that a step that is
 * taken twice counts once.
 */
export class ReassessmentProgress {
  constructor(private readonly pool: pg.Pool) {}

  /** Notes activations, those that are known already as they are; in the transaction of `client` when one is given. */
  async note(activations: readonly Activation[], client: pg.Pool | pg.ClientBase = this.pool): Promise<void> {
    if (activations.length === 0) return;
    await client.query(
      `insert into read_model.reassessment (activation, site, change, "to", effective_from, activated_at)
       select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::date[], $6::timestamptz[])
       on conflict (activation) do nothing`,
      [
        activations.map(({ activation }) => activation),
        activations.map(({ site }) => site),
        activations.map(({ change }) => change),
        activations.map(({ to }) => to),
        activations.map(({ effectiveFrom }) => effectiveFrom),
        activations.map(({ activatedAt }) => activatedAt),
      ],
    );
  }

  /** Those that are due on a day and not done. */
  async unfinished(day: string): Promise<Progress[]> {
    const { rows } = await this.pool.query<Progress>(
      `select ${columns} from read_model.reassessment where finished_at is null and effective_from <= $1::date order by activated_at`,
      [day],
    );
    return rows;
  }

  async find(activation: string): Promise<Progress | undefined> {
    const { rows } = await this.pool.query<Progress>(`select ${columns} from read_model.reassessment where activation = $1`, [activation]);
    return rows[0];
  }

  /** The activations of some sites that are in force or will be, by the reports that they rest on. */
  async activatedAt(activations: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const { rows } = await this.pool.query<Progress>(`select ${columns} from read_model.reassessment where activation = any($1::uuid[])`, [
      activations,
    ]);
    return new Map(rows.map((row) => [row.activation, row.activatedAt]));
  }

  /** It begins, with so many cases to be reached. Nothing when it has begun. */
  async begin(activation: string, total: number): Promise<void> {
    await this.pool.query(
      'update read_model.reassessment set started_at = clock_timestamp(), total = $2 where activation = $1 and started_at is null',
      [activation, total],
    );
  }

  /** A page was done. Counts once: false when somebody was faster. `to` undefined ends the re-assessment. */
  async advance(activation: string, from: string, to: string | undefined, page: PageDone): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      `update read_model.reassessment set cursor = coalesce($3, cursor), done = done + $4, changed = changed + $5, relist = relist + $6,
         failed = failed + $7, error = case when $7 > 0 then $8 when failed > 0 then error end,
         finished_at = case when $3::text is null then clock_timestamp() end
       where activation = $1 and cursor = $2 and finished_at is null`,
      [activation, from, to ?? null, page.done, page.changed, page.relist, page.failures.length, page.failures.at(-1) ?? null],
    );
    return rowCount === 1;
  }

  /** The change was dropped before it came into force. */
  async supersede(activation: string): Promise<void> {
    await this.pool.query(
      'update read_model.reassessment set superseded = true, finished_at = clock_timestamp() where activation = $1 and finished_at is null',
      [activation],
    );
  }

  /** Something went wrong; it goes on from where it stands. */
  async failed(activation: string, error: string): Promise<void> {
    await this.pool.query('update read_model.reassessment set error = $2 where activation = $1 and finished_at is null', [
      activation,
      error,
    ]);
  }
}
