import type pg from 'pg';

/** A statement that inserts the rows of a JSON array, its one parameter. */
export interface RowsStatement {
  /** Under which the database keeps its plan. */
  readonly name: string;
  readonly text: string;
}

interface Waiting {
  /** As a JSON object. */
  readonly row: string;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

const ROWS_AT_MOST = 500;

/** Inserts rows that come in together, or while others are under way, in one statement, so that they share its costs. */
export class GatheredInsert {
  #waiting: Waiting[] = [];
  #underWay = false;

  constructor(
    private readonly pool: Pick<pg.Pool, 'query'>,
    private readonly statement: RowsStatement,
  ) {}

  /** Resolves when the row is in the database. */
  add(row: object): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ row: JSON.stringify(row), resolve, reject });
      if (this.#underWay) return;
      this.#underWay = true;
      // Many requests can be answered in one turn of the event loop: one append carries several commands.
      setImmediate(() => void this.#send());
    });
  }

  async #send(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, ROWS_AT_MOST);
      try {
        await this.pool.query({ ...this.statement, values: [`[${batch.map(({ row }) => row).join(',')}]`] });
        for (const { resolve } of batch) resolve();
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    this.#underWay = false;
  }
}
