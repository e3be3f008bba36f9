import { type Kysely, sql } from 'kysely';

/**
 * The queue is searched by reference alone: what is searched for there stands in an address, and words of a title may be
 * a patient's. So hashes of these words are no longer kept with it; the list of cases has them.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('alter table read_model.board_queue drop column search_tokens').execute(db);
}
