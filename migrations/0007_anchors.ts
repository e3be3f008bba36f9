import { type Kysely, sql } from 'kysely';

/**
 * Anchors: at intervals, the heads of the streams that have grown since the anchor before, chained and signed. And
 * what verifications of the whole found.
 *
 * The anchors are a chain of their own, as if they were a stream: so that their key begins with `stream_id` like every
 * other of the log, all have the stream id `anchors`.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db);

  await run(`
    create table log.anchors (
      stream_id text collate "C" not null default 'anchors' check (stream_id = 'anchors'),
      number bigint not null check (number > 0),
      made_at timestamptz not null,
      content text not null,
      hash bytea not null check (length(hash) = 32),
      signature bytea not null check (length(signature) = 64),
      public_key bytea not null check (length(public_key) = 32),
      up_to xid8 not null,
      heads integer not null check (heads >= 0),
      primary key (stream_id, number)
    );
    comment on table log.anchors is 'The heads of streams, signed: rows are added and never changed or removed.';
    comment on column log.anchors.content is 'RFC 8785 JSON, to the byte as it was hashed.';
    comment on column log.anchors.hash is 'sha256(hash of the anchor before, nothing for the first || UTF-8 of content)';
    comment on column log.anchors.signature is 'Ed25519 over the 32 bytes of hash.';
    comment on column log.anchors.public_key is 'The 32 bytes of the key that verifies the signature.';
    comment on column log.anchors.up_to is
      'Events of older transactions are covered by this anchor or one before it. Belongs to this database, so it is not sealed.';
    comment on column log.anchors.heads is 'How many streams had grown since the anchor before.';

    create function log.refuse_anchor_change() returns trigger language plpgsql as $$
    begin
      raise exception 'anchors of the log are never changed or removed: % refused', lower(tg_op)
        using errcode = 'insufficient_privilege', hint = 'Another anchor can be added.';
    end $$;
    create trigger anchors_stay before update or delete or truncate on log.anchors
      for each statement execute function log.refuse_anchor_change();
  `);

  await run(`
    create table log.verifications (
      stream_id text collate "C" not null default 'verifications' check (stream_id = 'verifications'),
      verification_id uuid not null,
      actor text collate "C" not null,
      started_at timestamptz not null,
      finished_at timestamptz not null default clock_timestamp(),
      holds boolean not null,
      result jsonb not null,
      primary key (stream_id, verification_id)
    );
    create index verifications_by_time on log.verifications (finished_at desc);
    comment on table log.verifications is 'What verifications of the whole log found, when, and who asked for them.';
  `);

  await run('select log.grant_application()');
}
