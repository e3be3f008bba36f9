import { evolveSeries, noSeries, type Series, type SeriesEvent } from '@tumor-board/board';
import { streamReadModel } from '../projection/read-model.js';
import type { MeetingSeriesRow } from './table.js';

/** Keeps `read_model.meeting_series`: everything in it comes from the events themselves. */
export const meetingSeriesReadModel = streamReadModel<MeetingSeriesRow, SeriesEvent>({
  name: 'meeting-series',
  table: 'meeting_series',
  category: 'series',
  idColumn: 'series_id',
  rowPer: 'stream',
  columns: {
    series_id: 'uuid',
    site: 'text',
    title: 'text',
    plan: 'jsonb',
    ends_from: 'date',
    meetings: 'jsonb',
    version: 'integer',
    position: 'text',
    changed_at: 'timestamptz',
  },
  fold({ id, site, events }, previous) {
    let series: Series =
      previous === undefined
        ? noSeries()
        : { status: 'running', plan: previous.plan, endsFrom: previous.ends_from, meetings: previous.meetings };
    for (const event of events) series = evolveSeries(series, event);
    const last = events.at(-1);
    if (series.status === 'none' || last === undefined) return [];
    const { plan, endsFrom, meetings } = series;
    return [
      {
        series_id: id,
        site,
        title: plan.title,
        plan,
        ends_from: endsFrom,
        meetings,
        version: last.streamVersion,
        position: last.position,
        changed_at: last.recordedAt,
      },
    ];
  },
});
