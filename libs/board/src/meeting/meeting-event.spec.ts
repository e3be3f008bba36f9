import type { EventBody } from '@tumor-board/kernel';
import { describe, expect, it } from 'vitest';
import golden from '../../golden/meeting-events.v1.json' with { type: 'json' };
import { describeMeetingEvent, describeSeriesEvent } from './describe-meeting-event.js';
import { MEETING_EVENT_TYPES, meetingIdOf, meetingStream, parseMeetingEvent } from './meeting-event.js';
import { evolveMeeting, type KnownMeeting, noMeeting } from './meeting-state.js';
import { evolveSeries, noSeries, type RunningSeries } from './series.js';
import { parseSeriesEvent, SERIES_EVENT_TYPES, seriesIdOf, seriesStream } from './series-event.js';

const all = golden as readonly (EventBody & { schemaVersion: number })[];
const ofSeries = all.filter(({ type }) => type.startsWith('Series'));
const ofMeeting = all.filter((event) => !ofSeries.includes(event));

describe('the golden file of meeting events, schema version 1', () => {
  it('has an example of every type of event', () => {
    expect(new Set(ofMeeting.map(({ type }) => type))).toEqual(new Set(MEETING_EVENT_TYPES));
    expect(new Set(ofSeries.map(({ type }) => type))).toEqual(new Set(SERIES_EVENT_TYPES));
  });

  it.each(ofMeeting)('$type of a meeting still parses to the very same data', ({ type, data }) => {
    expect(parseMeetingEvent({ type, data })).toEqual({ type, data });
    expect(describeMeetingEvent(parseMeetingEvent({ type, data }))).toMatch(/\w/);
  });

  it.each(ofSeries)('$type of a series still parses to the very same data', ({ type, data }) => {
    expect(parseSeriesEvent({ type, data })).toEqual({ type, data });
    expect(describeSeriesEvent(parseSeriesEvent({ type, data }))).toMatch(/\w/);
  });

  it('folds to a meeting that is over', () => {
    const held = ofMeeting.filter(({ type }) => type !== 'MeetingCancelled').map(parseMeetingEvent);
    const meeting = held.reduce(evolveMeeting, noMeeting()) as KnownMeeting;
    expect(meeting.status).toBe('closed');
    expect(meeting.agenda.items.map(({ status, mode, sampled, carriedOverTo }) => [status, mode, sampled, carriedOverTo !== null])).toEqual(
      [
        ['deferred', 'discussion', true, false],
        ['decided', 'discussion', false, false],
        ['not-reached', 'discussion', false, true],
      ],
    );
    const series = ofSeries.map(parseSeriesEvent).reduce(evolveSeries, noSeries()) as RunningSeries;
    expect([series.meetings.length, series.endsFrom, series.plan.capacity]).toEqual([1, '2027-06-01', 10]);
  });
});

describe('an event of a meeting', () => {
  it.each([
    [{ type: 'CaseOpened', data: {} }, /not an event of a meeting/],
    [{ type: 'AgendaItemMoved', data: { itemId: 'first', after: null } }, /data\.itemId/],
    [{ type: 'ItemDeferred', data: { ...golden[0]?.data, note: 'patient unwell' } }, /data/],
  ])('is refused when it is not as its schema says: %o', (event, message) => {
    expect(() => parseMeetingEvent(event as EventBody)).toThrow(message);
  });

  it('of a type that this version does not know stops the fold instead of being passed over', () => {
    const first = parseMeetingEvent(ofMeeting[0] as EventBody);
    expect(() => evolveMeeting(evolveMeeting(noMeeting(), first), { type: 'FromTheFuture', data: {} } as never)).toThrow(/does not know/);
    expect(() => evolveMeeting(noMeeting(), { type: 'MeetingOpened', data: { by: 'x' } })).toThrow(/never planned/);
  });

  it('stands in a stream of its meeting', () => {
    expect([meetingIdOf(meetingStream('x')), meetingIdOf(seriesStream('x')), seriesIdOf(seriesStream('x'))]).toEqual(['x', undefined, 'x']);
  });
});
