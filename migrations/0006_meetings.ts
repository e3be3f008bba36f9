import { type Kysely, sql } from 'kysely';

/** Meetings of the board and series of them. Content can be rebuilt from the log at any time. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db);

  await run(`
    create table read_model.meeting (
      meeting_id uuid not null,
      site text collate "C" not null,
      series_id uuid,
      status text collate "C" not null check (status in ('planned', 'open', 'closed', 'cancelled')),
      starts timestamptz not null,
      plan jsonb not null,
      agenda jsonb not null,
      removed jsonb not null,
      attendance jsonb not null,
      opened_at timestamptz,
      ended_at timestamptz,
      cancelled_because text,
      version integer not null,
      position text collate "C" not null,
      changed_at timestamptz not null,
      primary key (meeting_id)
    ) with (fillfactor = 70);
    create index meeting_by_time on read_model.meeting (site, starts, meeting_id);
    create index meeting_by_series on read_model.meeting (series_id, starts) where series_id is not null;
    comment on table read_model.meeting is 'One row a meeting: when and where, its agenda in order, who was there.';
    comment on column read_model.meeting.starts is 'The moment at which it begins, by the clocks of its time zone.';
    comment on column read_model.meeting.removed is 'Items that were taken off, so that the order can be told on.';
  `);

  await run(`
    create table read_model.meeting_series (
      series_id uuid not null,
      site text collate "C" not null,
      title text not null,
      plan jsonb not null,
      ends_from date,
      meetings jsonb not null,
      version integer not null,
      position text collate "C" not null,
      changed_at timestamptz not null,
      primary key (series_id)
    ) with (fillfactor = 70);
    create index meeting_series_by_title on read_model.meeting_series (site, title, series_id);
    comment on table read_model.meeting_series is 'One row a series of meetings: its rhythm and the meetings planned of it.';
  `);

  await run('select log.grant_application()');
}
