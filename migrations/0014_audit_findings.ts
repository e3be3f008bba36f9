import { type Kysely, sql } from 'kysely';

/** What the audit of a decision without discussion found. Nothing to fill in: no such thing was recorded before. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    alter table read_model.decision
      add column audit_finding text collate "C",
      add column audited_on date,
      add column audited_by text;
    comment on column read_model.decision.audit_finding is 'What the audit found last, of a decision without discussion.';
    comment on column read_model.decision.audited_by is 'Name of the auditor.';
  `)
    .execute(db);
}
