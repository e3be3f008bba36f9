import { type Kysely, sql } from 'kysely';

/** The queue in the order of the references, a page at a time. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('create index board_queue_by_reference on read_model.board_queue (site, search, case_id) where in_queue').execute(db);
}
