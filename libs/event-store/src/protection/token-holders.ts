import type pg from 'pg';

/** How long a command may be under way that gives a token; where it ended with its process, others wait no longer. */
const BUSY_SECONDS = 60;
const ATTEMPTS = 5;

/**
 * Who has what a token of the blind index stands for, where only one may have it. Kept beside the log so that commands to
 * two streams cannot both give it; the log has the last word on whether somebody has it still.
 */
export class TokenHolders {
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  /**
   * Does what gives a token to somebody, while nobody else can be given it.
   * @param hasStill whether another has what the token stands for, as the log tells it
   * @param taken what to throw when another has it, or is being given it
   */
  async giving<Result>(
    { token, to }: { readonly token: string; readonly to: string },
    hasStill: (other: string) => Promise<boolean>,
    taken: (other: string) => Error,
    give: () => Promise<Result>,
  ): Promise<Result> {
    const other = await this.#hold(token, to, hasStill);
    if (other !== undefined) throw taken(other);
    try {
      return await give();
    } finally {
      await this.#pool.query('select log.free_token($1, $2)', [token, to]);
    }
  }

  /** Forgets what somebody had. */
  async forget(holder: string): Promise<void> {
    await this.#pool.query('select log.forget_holder($1)', [holder]);
  }

  /** Who has the token instead; undefined when it is held now. */
  async #hold(token: string, to: string, hasStill: (other: string) => Promise<boolean>): Promise<string | undefined> {
    let other: string | undefined;
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const { rows } = await this.#pool.query<{ held_by: string; is_busy: boolean }>(
        'select * from log.hold_token($1, $2, $3, make_interval(secs => $4))',
        [token, to, other ?? null, BUSY_SECONDS],
      );
      const [row] = rows;
      if (row === undefined) continue;
      if (row.held_by === to) return undefined;
      other = row.held_by;
      if (row.is_busy || (await hasStill(other))) return other;
    }
    return other;
  }
}
