import { given } from '@tumor-board/testing';
import { describe, expect, it } from 'vitest';
import { uuid } from './meeting.fixture.js';
import type { SeriesPlan } from './meeting-values.js';
import { planOfMeeting, seriesDecider } from './series.js';
import { meetingOfSeries, type SeriesEvent } from './series-event.js';

const SERIES = uuid(1, 'e');
const plan: SeriesPlan = {
  title: 'NPC board',
  weekday: 'monday',
  everyWeeks: 1,
  startsAt: '14:30',
  timeZone: 'Europe/Berlin',
  durationMinutes: 60,
  place: 'Room 4',
  disciplines: ['radiology'],
  capacity: 8,
  firstOn: '2026-11-30',
};
const planned: SeriesEvent = { type: 'SeriesPlanned', data: plan };
const meetings = (...days: string[]): SeriesEvent => ({
  type: 'SeriesMeetingsPlanned',
  data: { meetings: days.map((on) => ({ meetingId: meetingOfSeries(SERIES, on), on })) },
});
const next = (count: number, from = '2026-11-23') => ({ type: 'PlanSeriesMeetings', seriesId: SERIES, from, count }) as const;

describe('a series of meetings', () => {
  it('begins on a day of its weekday', () => {
    given(seriesDecider).when({ type: 'PlanSeries', plan }).thenExactly(planned);
    given(seriesDecider, planned).when({ type: 'PlanSeries', plan }).thenExactly();
    given(seriesDecider)
      .when({ type: 'PlanSeries', plan: { ...plan, firstOn: '2026-12-01' } })
      .thenProblem('series.invalid');
    given(seriesDecider, planned)
      .when({ type: 'PlanSeries', plan: { ...plan, capacity: 3 } })
      .thenProblem('series.already-planned');
  });

  it('plans its next meetings, and only those that are not planned yet', () => {
    given(seriesDecider, planned).when(next(2)).thenExactly(meetings('2026-11-30', '2026-12-07'));
    given(seriesDecider, planned, meetings('2026-11-30', '2026-12-07')).when(next(2)).thenExactly();
    given(seriesDecider, planned, meetings('2026-11-30', '2026-12-07')).when(next(3)).thenExactly(meetings('2026-12-14'));
    given(seriesDecider).when(next(1)).thenProblem('series.unknown');
  });

  it('plans by a changed plan from then on, and leaves alone what is planned', () => {
    const changed: SeriesEvent = { type: 'SeriesChanged', data: { ...plan, weekday: 'tuesday', firstOn: '2026-12-01' } };
    given(seriesDecider, planned, meetings('2026-11-30'), changed).when(next(1)).thenExactly(meetings('2026-12-01'));
    given(seriesDecider, planned).when({ type: 'ChangeSeries', plan }).thenExactly();
  });

  it('plans nothing from its end on', () => {
    const ended: SeriesEvent = { type: 'SeriesEnded', data: { from: '2026-12-07' } };
    given(seriesDecider, planned).when({ type: 'EndSeries', from: '2026-12-07' }).thenExactly(ended);
    given(seriesDecider, planned, ended).when({ type: 'EndSeries', from: '2026-12-07' }).thenExactly();
    given(seriesDecider, planned, ended).when(next(5)).thenExactly(meetings('2026-11-30'));
    given(seriesDecider, planned, ended).when(next(1, '2026-12-07')).thenProblem('series.ended');
  });

  it('gives its meetings what it says of them', () => {
    const { weekday: _weekday, everyWeeks: _everyWeeks, firstOn: _firstOn, ...same } = plan;
    expect(planOfMeeting(SERIES, plan, '2026-12-07')).toEqual({ ...same, seriesId: SERIES, on: '2026-12-07' });
  });
});
