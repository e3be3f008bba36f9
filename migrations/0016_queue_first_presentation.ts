import { type Kysely, sql } from 'kysely';

/**
 * Whether a case is still to be presented for the first time. It used to be read from whether there is a decision, but one
 * that was made without a quorum does not take the place of the first presentation.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    alter table read_model.board_queue add column is_first_presentation boolean not null default true;
    update read_model.board_queue q set is_first_presentation = false
      where exists (select from read_model.decision d where d.case_id = q.case_id and not d.provisional);
    comment on column read_model.board_queue.is_first_presentation is 'True while the board has not decided on the case with a quorum.';
  `)
    .execute(db);
}
