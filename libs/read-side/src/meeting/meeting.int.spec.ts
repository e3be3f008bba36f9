import { randomUUID } from 'node:crypto';
import type { AddAgendaItem, MeetingCommand } from '@tumor-board/board';
import { createEventStore, type EventStore, headPositions, waitForPosition } from '@tumor-board/event-store';
import { createTestDatabase, type TestDatabase } from '@tumor-board/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CaseWriter, histology, knowledge } from '../../test/case-writer.js';
import { MeetingWriter, plan } from '../../test/meeting-writer.js';
import { caseReadModel, caseReadModels } from '../case-read-models.js';
import { MeetingSeriesHandler, MeetingSeriesListHandler, MeetingSeriesListQuery, MeetingSeriesQuery } from '../meeting-series/query.js';
import { meetingSeriesView } from '../meeting-series/view.js';
import { rebuildReadModel } from '../projection/rebuild.js';
import { type RunningProjections, startProjections } from '../projection/start-projections.js';
import { ReadModels } from '../read-models.js';
import { MeetingHandler, MeetingListHandler, type MeetingListOptions, MeetingListQuery, MeetingQuery } from './query.js';
import { meetingListView, meetingView } from './view.js';

let database: TestDatabase;
let store: EventStore;
let cases: CaseWriter;
let meetings: MeetingWriter;
let projections: RunningProjections;
let readModels: ReadModels;
beforeAll(async () => {
  database = await createTestDatabase();
  store = createEventStore({ pool: database.pool });
  cases = new CaseWriter(store);
  meetings = new MeetingWriter(store);
  projections = startProjections({ pool: database.pool, readModels: caseReadModels({ eventStore: store, knowledge }) });
  readModels = new ReadModels({ pool: database.pool, eventStore: store, knowledge, waitMs: 20_000 });
});
afterAll(async () => {
  await projections.stop();
  await store.close();
  await database.drop();
});

const today = '2026-11-23';
const get = async (meetingId: string, site = 'default') => {
  for (const position of (await headPositions(database.pool)).values()) {
    for (const name of ['meeting', 'meeting-series', 'case-list']) await waitForPosition(database.pool, name, position, 60_000);
  }
  return meetingView.parse(await new MeetingHandler(readModels).execute(new MeetingQuery({ site, meetingId, today })));
};
const list = async (options: Partial<MeetingListOptions> = {}) =>
  meetingListView.parse(await new MeetingListHandler(readModels).execute(new MeetingListQuery({ site: 'default', ...options })));
const add = (caseId: string, itemId: string, mode: AddAgendaItem['mode'] = 'discussion', after?: string | null): AddAgendaItem => ({
  type: 'AddAgendaItem',
  itemId,
  caseId,
  mode,
  origin: { kind: 'by-hand' },
  ...(after === undefined ? {} : { after }),
  standard: { allowed: true, because: [] },
});
const person = (
  discipline: 'radiation-oncology' | 'medical-oncology' | 'radiology',
  chairs = false,
  conflicts: string[] = [],
): Extract<MeetingCommand, { type: 'JoinMeeting' }> => ({
  type: 'JoinMeeting',
  account: `account:${discipline}`,
  disciplines: [discipline],
  presence: 'remote',
  chairs,
  conflicts,
});

describe('a meeting', () => {
  it('is told with its agenda in order, its cases by reference and its quorum for each case', async () => {
    const [meetingId, one, two, three] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    const known = await cases.open('M-1', [histology]);
    const [unknown, standard] = [randomUUID(), randomUUID()];
    await meetings.give(
      meetingId,
      { type: 'PlanMeeting', plan },
      add(unknown, one),
      add(known.caseId, two, 'discussion', null),
      add(standard, three, 'without-discussion'),
      { type: 'MoveAgendaItem', itemId: three, after: null },
    );
    const planned = await get(meetingId);
    expect(planned.agenda.map(({ itemId, reference, mode, quorum }) => [itemId, reference, mode, quorum])).toEqual([
      [three, null, 'without-discussion', null],
      [two, 'M-1', 'discussion', null],
      [one, null, 'discussion', null],
    ]);
    expect(planned).toMatchObject({
      status: 'planned',
      starts: '2026-11-30T13:30:00.000000Z',
      counts: { toDiscuss: 2, withoutDiscussion: 1, sampled: 1 },
      placesLeft: 1,
      openedAt: null,
      lettersDueBy: null,
    });

    await meetings.give(
      meetingId,
      { type: 'OpenMeeting', by: 'account:chair' },
      person('radiation-oncology', true),
      person('medical-oncology'),
      person('radiology', false, [unknown]),
    );
    const open = await get(meetingId);
    expect(open.agenda.map(({ quorum }) => quorum?.any.state)).toEqual(['met', 'met', 'not-met']);
    expect(open.agenda[1]?.quorum?.['first-presentation']).toMatchObject({ state: 'not-met', missing: ['pathology'] });
    expect(open.attendance).toHaveLength(3);
    expect(open.openedAt).not.toBeNull();

    const end = await meetings.give(
      meetingId,
      { type: 'RemoveAgendaItem', itemId: one, reason: 'no-longer-needed' },
      { type: 'NoteDecision', itemId: two, decisionId: randomUUID() },
      { type: 'CloseMeeting', by: 'account:chair' },
    );
    const query = new MeetingQuery({ site: 'default', meetingId, today, atLeast: end?.position });
    expect(await new MeetingHandler(readModels).execute(query)).toMatchObject({
      status: 'closed',
      counts: { decided: 1, notReached: 1, toDiscuss: 0 },
      attendance: [{ isPresent: false }, { isPresent: false }, { isPresent: false }],
      // Two working days after a Monday.
      lettersDueBy: '2026-12-02',
    });
  });

  it('goes by the order that was asked for even behind an item that was taken off before the last event', async () => {
    const [meetingId, one, two, three] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    await meetings.give(meetingId, { type: 'PlanMeeting', plan }, add(randomUUID(), one), add(randomUUID(), two), add(randomUUID(), three));
    await get(meetingId);
    await meetings.give(meetingId, { type: 'RemoveAgendaItem', itemId: two, reason: 'other-meeting' });
    await get(meetingId);
    await meetings.give(meetingId, { type: 'MoveAgendaItem', itemId: one, after: three });
    await meetings.give(meetingId, { type: 'MoveAgendaItem', itemId: three, after: two });
    expect((await get(meetingId)).agenda.map(({ itemId }) => itemId)).toEqual([one, three]);
  });

  it('is not told to another site, nor one that there is not', async () => {
    const meetingId = randomUUID();
    await meetings.give(meetingId, { type: 'PlanMeeting', plan });
    await get(meetingId);
    for (const [id, site] of [
      [meetingId, 'north'],
      [randomUUID(), 'default'],
      ['first', 'default'],
    ] as const) {
      await expect(get(id, site)).rejects.toMatchObject({ code: 'meeting.unknown' });
    }
  });
});

describe('the meetings of a site', () => {
  it('are listed by when they begin, page by page, by day, series and state', async () => {
    const writer = new MeetingWriter(store, 'south');
    const seriesId = randomUUID();
    const ids = [randomUUID(), randomUUID(), randomUUID()] as const;
    const days = ['2027-03-22', '2027-03-29', '2027-04-05'];
    for (const [index, meetingId] of ids.entries()) {
      await writer.give(meetingId, { type: 'PlanMeeting', plan: { ...plan, seriesId, on: days[index] ?? '' } });
    }
    await writer.give(ids[2], { type: 'CancelMeeting', reason: 'public-holiday' });
    await get(ids[0], 'south');
    const site = 'south';
    const first = await list({ site, limit: 2 });
    // Clocks go forward on the 28th: the same time of day, an hour earlier in UTC.
    expect(first.meetings.map(({ starts }) => starts)).toEqual(['2027-03-22T13:30:00.000000Z', '2027-03-29T12:30:00.000000Z']);
    const second = await list({ site, limit: 2, after: first.next ?? '' });
    expect([second.meetings.map(({ meetingId }) => meetingId), second.next]).toEqual([[ids[2]], null]);
    const found = async (options: Partial<MeetingListOptions>) =>
      (await list({ site, ...options })).meetings.map(({ meetingId }) => meetingId);
    expect(await found({ on: '2027-03-29' })).toEqual([ids[1]]);
    expect(await found({ status: 'planned', seriesId })).toEqual([ids[0], ids[1]]);
    expect(await found({ from: '2027-03-25T00:00:00Z', before: '2027-04-01T00:00:00Z' })).toEqual([ids[1]]);
    expect(await found({ site: 'west' })).toEqual([]);
    await expect(found({ after: 'nonsense' })).rejects.toMatchObject({ code: 'cursor.invalid' });
  });
});

describe('a series of meetings', () => {
  it('is told with the meetings that were planned', async () => {
    const seriesId = randomUUID();
    const { on: _on, ...same } = plan;
    await meetings.series(seriesId, { type: 'PlanSeries', plan: { ...same, weekday: 'monday', everyWeeks: 2, firstOn: '2026-11-30' } });
    await meetings.series(seriesId, { type: 'PlanSeriesMeetings', seriesId, from: today, count: 2 });
    const { position } = await meetings.series(seriesId, { type: 'EndSeries', from: '2027-01-01' });
    const found = await new MeetingSeriesHandler(readModels).execute(new MeetingSeriesQuery('default', seriesId, position));
    expect(meetingSeriesView.parse(found)).toMatchObject({ endsFrom: '2027-01-01', everyWeeks: 2 });
    expect(found.meetings.map(({ on }) => on)).toEqual(['2026-11-30', '2026-12-14']);
    expect((await new MeetingSeriesListHandler(readModels).execute(new MeetingSeriesListQuery('default'))).series).toEqual([found]);
    await expect(new MeetingSeriesHandler(readModels).execute(new MeetingSeriesQuery('north', seriesId))).rejects.toMatchObject({
      code: 'series.unknown',
    });
  });
});

describe('the read models of meetings', () => {
  it.each(['meeting', 'meeting-series'])('%s can be rebuilt from the log, with the rows that the live one has', async (name) => {
    for (const position of (await headPositions(database.pool)).values()) await waitForPosition(database.pool, name, position, 60_000);
    const rebuilt = await rebuildReadModel(caseReadModel(name, { eventStore: store, knowledge }), { pool: database.owner });
    expect(rebuilt.rows).toBeGreaterThan(0);
    expect(rebuilt.differences).toMatchObject({ onlyLive: 0, onlyRebuilt: 0, different: 0, atOtherVersion: 0, ids: [] });
  });
});
