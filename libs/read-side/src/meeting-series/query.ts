import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { problem } from '@tumor-board/kernel';
import { sql } from 'kysely';
import { isCaseId, ReadModels } from '../read-models.js';
import type { MeetingSeriesRow } from './table.js';
import type { MeetingSeriesListView, MeetingSeriesView } from './view.js';

/** A series of meetings as it stands. */
export class MeetingSeriesQuery extends Query<MeetingSeriesView> {
  constructor(
    readonly site: string,
    readonly seriesId: string,
    /** Wait until the series is known as it was at this position. */
    readonly atLeast?: string | undefined,
  ) {
    super();
  }
}

/** The series of a site, by title. */
export class MeetingSeriesListQuery extends Query<MeetingSeriesListView> {
  constructor(
    readonly site: string,
    readonly atLeast?: string | undefined,
  ) {
    super();
  }
}

const SERIES_AT_MOST = 200;

const rowsOf = ({ db }: ReadModels, site: string) =>
  db
    .selectFrom('read_model.meeting_series as s')
    .select(['s.series_id', 's.plan', 's.meetings', 's.version'])
    .select(sql<string | null>`s.ends_from::text`.as('ends_from'))
    .where('s.site', '=', site)
    .orderBy('s.title')
    .orderBy('s.series_id')
    .limit(SERIES_AT_MOST);

const viewOf = ({
  series_id,
  plan,
  ends_from,
  meetings,
  version,
}: Pick<MeetingSeriesRow, 'series_id' | 'plan' | 'ends_from' | 'meetings' | 'version'>): MeetingSeriesView => ({
  seriesId: series_id,
  ...plan,
  disciplines: [...plan.disciplines],
  endsFrom: ends_from,
  meetings: [...meetings],
  version,
});

/** @throws Problem `series.unknown`, `projection.behind`, `position.invalid` */
@QueryHandler(MeetingSeriesQuery)
export class MeetingSeriesHandler implements IQueryHandler<MeetingSeriesQuery> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ site, seriesId, atLeast }: MeetingSeriesQuery): Promise<MeetingSeriesView> {
    await this.readModels.reached('meeting-series', atLeast);
    const row = isCaseId(seriesId) ? await rowsOf(this.readModels, site).where('s.series_id', '=', seriesId).executeTakeFirst() : undefined;
    if (row === undefined) throw problem('series.unknown', 'There is no such series of meetings.');
    return viewOf(row);
  }
}

/** @throws Problem `projection.behind`, `position.invalid` */
@QueryHandler(MeetingSeriesListQuery)
export class MeetingSeriesListHandler implements IQueryHandler<MeetingSeriesListQuery> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ site, atLeast }: MeetingSeriesListQuery): Promise<MeetingSeriesListView> {
    await this.readModels.reached('meeting-series', atLeast);
    return { series: (await rowsOf(this.readModels, site).execute()).map(viewOf) };
  }
}
