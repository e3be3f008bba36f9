import { type Decider, digestOf, type EventBody, type IsoDate, problem } from '@tumor-board/kernel';
import { daysOfSeries, weekdayOf } from './local-time.js';
import type { MeetingPlan, SeriesPlan } from './meeting-values.js';
import { meetingOfSeries, type SeriesEvent } from './series-event.js';

/** Begin a series of meetings. */
export interface PlanSeries {
  readonly type: 'PlanSeries';
  readonly plan: SeriesPlan;
}

/** Change what meetings of the series will be like that are not planned yet. */
export interface ChangeSeries {
  readonly type: 'ChangeSeries';
  readonly plan: SeriesPlan;
}

/** Plan no more meetings from a day on. */
export interface EndSeries {
  readonly type: 'EndSeries';
  readonly from: IsoDate;
}

/** See to it that the next meetings from a day on are planned. */
export interface PlanSeriesMeetings {
  readonly type: 'PlanSeriesMeetings';
  readonly seriesId: string;
  readonly from: IsoDate;
  /** 1 to 60. */
  readonly count: number;
}

/** What may be asked of a series. */
export type SeriesCommand = PlanSeries | ChangeSeries | EndSeries | PlanSeriesMeetings;

/** There is no such series. */
export interface NoSeries {
  readonly status: 'none';
}

/** A series that has been planned. */
export interface RunningSeries {
  readonly status: 'running';
  readonly plan: SeriesPlan;
  /** The day from which on nothing is planned. */
  readonly endsFrom: IsoDate | null;
  /** The meetings that were planned, by day. */
  readonly meetings: readonly { readonly meetingId: string; readonly on: IsoDate }[];
}

/** A series as its events tell it. */
export type Series = NoSeries | RunningSeries;

export const noSeries = (): Series => ({ status: 'none' });

/** Folds one event into the state. Never changes the state it is given. */
export function evolveSeries(state: Series, event: SeriesEvent): Series {
  if (event.type === 'SeriesPlanned') {
    if (state.status === 'running') throw corrupt(event, 'the series is planned already');
    return { status: 'running', plan: event.data, endsFrom: null, meetings: [] };
  }
  if (state.status === 'none') throw corrupt(event, 'the series was never planned');
  switch (event.type) {
    case 'SeriesChanged':
      return { ...state, plan: event.data };
    case 'SeriesEnded':
      return { ...state, endsFrom: event.data.from };
    case 'SeriesMeetingsPlanned':
      return { ...state, meetings: [...state.meetings, ...event.data.meetings].toSorted((a, b) => (a.on < b.on ? -1 : 1)) };
  }
  // Reached only by an event that this version of the program does not know, e.g. while a newer one is being rolled out.
  throw corrupt(event, 'this version of the program does not know it');
}

/**
 * Decides a command. No events when it is so already.
 * @throws Problem `series.unknown`, `series.already-planned`, `series.invalid` naming the field, `series.ended`
 */
export function decideSeries(state: Series, command: SeriesCommand): readonly SeriesEvent[] {
  switch (command.type) {
    case 'PlanSeries':
      checkFirstDay(command.plan);
      if (state.status === 'none') return [{ type: 'SeriesPlanned', data: command.plan }];
      if (digestOf(state.plan) === digestOf(command.plan)) return [];
      throw problem('series.already-planned', 'The series is planned already, otherwise than this.');
    case 'ChangeSeries':
      checkFirstDay(command.plan);
      return digestOf(running(state).plan) === digestOf(command.plan) ? [] : [{ type: 'SeriesChanged', data: command.plan }];
    case 'EndSeries':
      return running(state).endsFrom === command.from ? [] : [{ type: 'SeriesEnded', data: { from: command.from } }];
    case 'PlanSeriesMeetings': {
      const { plan, endsFrom, meetings } = running(state);
      const days = daysOfSeries(plan, command.from, command.count).filter((on) => endsFrom === null || on < endsFrom);
      if (days.length === 0) throw problem('series.ended', 'The series has ended: no meeting of it is planned from then on.', { endsFrom });
      const fresh = days
        .map((on) => ({ meetingId: meetingOfSeries(command.seriesId, on), on }))
        .filter(({ meetingId }) => meetings.every((known) => known.meetingId !== meetingId));
      return fresh.length === 0 ? [] : [{ type: 'SeriesMeetingsPlanned', data: { meetings: fresh } }];
    }
  }
}

/** The decider of a series' stream. */
export const seriesDecider: Decider<Series, SeriesCommand, SeriesEvent> = {
  initialState: noSeries,
  decide: decideSeries,
  evolve: evolveSeries,
};

/** A meeting of a series on a day, by the plan of the series. */
export function planOfMeeting(
  seriesId: string,
  { weekday: _weekday, everyWeeks: _everyWeeks, firstOn: _firstOn, ...plan }: SeriesPlan,
  on: IsoDate,
): MeetingPlan {
  return { seriesId, ...plan, on };
}

function running(state: Series): RunningSeries {
  if (state.status === 'none') throw problem('series.unknown', 'There is no such series of meetings.');
  return state;
}

function checkFirstDay({ firstOn, weekday }: SeriesPlan): void {
  if (weekdayOf(firstOn) === weekday) return;
  const message = `expected a ${weekday}; ${firstOn} is a ${weekdayOf(firstOn)}`;
  throw problem('series.invalid', `The series cannot begin so: firstOn: ${message}.`, {}, [{ path: 'firstOn', message }]);
}

const corrupt = (event: EventBody, why: string) =>
  problem('series.unreadable-event', `The event ${event.type} cannot be folded: ${why}.`, { type: event.type });
