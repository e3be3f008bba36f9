import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { NestFactory } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';
import { caseStream, type MeetingPlan, meetingStream, type SeriesPlan } from '@tumor-board/board';
import { createEventStore, type EventStore } from '@tumor-board/event-store';
import type { CommandContext } from '@tumor-board/kernel';
import { DEFAULT_POLICY, knowledgeRelease } from '@tumor-board/knowledge';
import { parseCaseFile } from '@tumor-board/oncology';
import { createTestDatabase, type TestDatabase } from '@tumor-board/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  AddAgendaItemCommand,
  CloseMeetingCommand,
  FillAgendaCommand,
  JoinMeetingCommand,
  MeetingCommands,
  MoveAgendaItemCommand,
  OpenCaseCommand,
  OpenMeetingCommand,
  PlanMeetingCommand,
  PlanSeriesCommand,
  PlanSeriesMeetingsCommand,
  RecordedCases,
  RemoveAgendaItemCommand,
  SeriesCommands,
  WriteSideModule,
} from './index.js';

let database: TestDatabase;
let store: EventStore;
const closers: (() => Promise<void>)[] = [];

/** A process of its own, as far as meetings are concerned: it has its own cache and its own connections to the log. */
async function client() {
  const own = createEventStore({ pool: database.pool });
  const app = await NestFactory.createApplicationContext(
    WriteSideModule.forRoot({ eventStore: own, release: knowledgeRelease(), policy: DEFAULT_POLICY, attempts: 60 }),
    { logger: false },
  );
  await app.init();
  closers.push(async () => {
    await app.close();
    await own.close();
  });
  return {
    commands: app.get(CommandBus),
    meetings: app.get(MeetingCommands),
    series: app.get(SeriesCommands),
    cases: app.get(RecordedCases),
  };
}

beforeAll(async () => {
  database = await createTestDatabase();
  store = createEventStore({ pool: database.pool });
});
afterAll(async () => {
  for (const close of closers) await close();
  await store.close();
  await database.drop();
});

const context = (commandId: string = randomUUID(), site = 'default'): CommandContext => ({
  commandId,
  metadata: { site, actor: 'account:coordinator' },
  receivedAt: '2026-11-23T09:00:00Z',
});
const plan: MeetingPlan = {
  title: 'NPC board',
  on: '2026-11-30',
  startsAt: '14:30',
  timeZone: 'Europe/Berlin',
  durationMinutes: 60,
  place: 'Room 4',
  disciplines: ['radiology'],
  capacity: 8,
};
const planned = async ({ commands }: Awaited<ReturnType<typeof client>>) =>
  (await commands.execute(new PlanMeetingCommand({ plan }, context()))).meetingId;
const caseOf = async ({ commands }: Awaited<ReturnType<typeof client>>) => {
  const head = { format: 'tumor-board-case/1', reference: randomUUID(), patient: { ageYears: 50, sex: 'female' } } as const;
  return (await commands.execute(new OpenCaseCommand(head, [], context()))).caseId;
};
const byHand = { mode: 'discussion', origin: { kind: 'by-hand' } } as const;

/** Records a decision as far as it concerns meetings. */
async function decided(caseId: string, headline: Readonly<Record<string, string>>): Promise<void> {
  const content = { kind: 'any', step: 'continue-systemic', actions: [], dissent: [], expectations: [] };
  const data = { decisionId: randomUUID(), on: '2026-11-23', content, basis: { headline }, provisional: false, signature: {}, quorum: {} };
  const expectedVersion = (await store.read(caseStream(caseId))).length;
  await store.append({ streamId: caseStream(caseId), expectedVersion, events: [{ type: 'DecisionRecorded', data }], context: context() });
}

describe('two coordinators at once', () => {
  it('lose nothing of what either of them puts on, moves and takes off', { timeout: 60_000 }, async () => {
    const [one, two] = [await client(), await client()];
    const meetingId = await planned(one);
    const cases = await Promise.all(Array.from({ length: 12 }, () => caseOf(one)));
    const items = await Promise.all(
      cases.slice(0, 6).map(async (caseId) => {
        const itemId = randomUUID();
        await one.commands.execute(new AddAgendaItemCommand(meetingId, { ...byHand, caseId, itemId }, context()));
        return itemId;
      }),
    );
    const [first, , third, , fifth, sixth] = items as [string, string, string, string, string, string];
    const added = cases.slice(6).map((caseId) => ({ caseId, itemId: randomUUID() }));
    const asked = [
      ...added.map(
        (item, index) => () =>
          (index % 2 === 0 ? one : two).commands.execute(
            new AddAgendaItemCommand(meetingId, { ...byHand, ...item, after: third }, context()),
          ),
      ),
      ...items
        .slice(0, 4)
        .flatMap((itemId, index) => [
          () => one.commands.execute(new MoveAgendaItemCommand(meetingId, { itemId, after: items[(index + 2) % 4] ?? null }, context())),
          () => two.commands.execute(new MoveAgendaItemCommand(meetingId, { itemId, after: index % 2 === 0 ? sixth : fifth }, context())),
        ]),
      ...[fifth, sixth].flatMap((itemId) => [
        () => one.commands.execute(new RemoveAgendaItemCommand(meetingId, { itemId, reason: 'no-longer-needed' }, context())),
        () => two.commands.execute(new RemoveAgendaItemCommand(meetingId, { itemId, reason: 'no-longer-needed' }, context())),
      ]),
      () => two.commands.execute(new MoveAgendaItemCommand(meetingId, { itemId: first, after: null }, context())),
      () => one.commands.execute(new FillAgendaCommand(meetingId, { entries: [] }, context())),
    ];
    expect(asked.length).toBeGreaterThanOrEqual(20);
    const outcomes = await Promise.allSettled(asked.map((ask) => ask()));
    expect(outcomes.filter(({ status }) => status === 'rejected')).toEqual([]);

    const { agenda } = await two.meetings.find('default', meetingId);
    const expected = [...items.slice(0, 4), ...added.map(({ itemId }) => itemId)];
    expect(agenda.items.map(({ itemId }) => itemId).toSorted()).toEqual(expected.toSorted());
    // One more command of each sees all of it, whatever its process had cached.
    const end = await one.commands.execute(new MoveAgendaItemCommand(meetingId, { itemId: first, after: third }, context()));
    expect(end.meeting.agenda.items).toHaveLength(expected.length);
  });

  it('put the same case on at the same time, and it is there once', async () => {
    const [one, two] = [await client(), await client()];
    const [meetingId, caseId] = [await planned(one), await caseOf(one)];
    const results = await Promise.all(
      [one, two].map(({ commands }) => commands.execute(new AddAgendaItemCommand(meetingId, { ...byHand, caseId }, context()))),
    );
    expect(results.filter(({ duplicate }) => duplicate)).toHaveLength(1);
    expect((await one.meetings.find('default', meetingId)).agenda.items).toHaveLength(1);
  });
});

describe('a case whose course goes on as planned', () => {
  it('goes without discussion once the board has decided on it, and not when what it was decided on has changed', async () => {
    const one = await client();
    const meetingId = await planned(one);
    const file = parseCaseFile(JSON.parse(await readFile(new URL('../../../apps/cli/examples/V13.case.json', import.meta.url), 'utf8')));
    const { facts, ...head } = file;
    const { caseId } = await one.commands.execute(new OpenCaseCommand(head, facts, context()));
    const without = () =>
      one.commands.execute(
        new AddAgendaItemCommand(meetingId, { mode: 'without-discussion', origin: { kind: 'by-hand' }, caseId }, context()),
      );
    await expect(without()).rejects.toMatchObject({
      code: 'meeting.needs-discussion',
      data: { because: expect.arrayContaining(['the board has not decided on the case yet']) },
    });
    await decided(caseId, (await one.cases.find('default', caseId)).headline);
    const { recorded } = await without();
    expect(recorded.map(({ type }) => type)).toEqual(['AgendaItemAdded', 'ItemSampledForAudit']);

    const next = await planned(one);
    await decided(caseId, { ...(await one.cases.find('default', caseId)).headline, 'm1.YAO23': 'of another class' });
    const again = new AddAgendaItemCommand(next, { mode: 'without-discussion', origin: { kind: 'by-hand' }, caseId }, context());
    await expect(one.commands.execute(again)).rejects.toMatchObject({ code: 'meeting.needs-discussion' });
  });
});

describe('a command to a meeting', () => {
  it('that is repeated records nothing and answers as the first time', async () => {
    const one = await client();
    const [meetingId, caseId, again] = [await planned(one), await caseOf(one), context()];
    const add = new AddAgendaItemCommand(meetingId, { ...byHand, caseId }, again);
    const first = await one.commands.execute(add);
    await one.commands.execute(
      new RemoveAgendaItemCommand(meetingId, { itemId: first.meeting.agenda.items[0]?.itemId ?? '', reason: 'decided' }, context()),
    );
    const second = await one.commands.execute(add);
    expect(second).toMatchObject({ duplicate: true, version: first.version, position: first.position });
    expect(second.recorded).toMatchObject(first.recorded);
    expect((await one.meetings.find('default', meetingId)).agenda.items).toEqual([]);
  });

  it('is refused for a meeting or a case of another site', async () => {
    const one = await client();
    const [meetingId, caseId] = [await planned(one), await caseOf(one)];
    const elsewhere = context(randomUUID(), 'north');
    await expect(one.commands.execute(new OpenMeetingCommand(meetingId, { by: 'x' }, elsewhere))).rejects.toMatchObject({
      code: 'meeting.unknown',
    });
    await expect(one.meetings.find('north', meetingId)).rejects.toMatchObject({ code: 'meeting.unknown' });
    await expect(
      one.commands.execute(new AddAgendaItemCommand(meetingId, { ...byHand, caseId: randomUUID() }, context())),
    ).rejects.toMatchObject({
      code: 'case.unknown',
    });
    const other = (await one.commands.execute(new PlanMeetingCommand({ plan }, elsewhere))).meetingId;
    await expect(
      one.commands.execute(new AddAgendaItemCommand(other, { ...byHand, caseId }, context(randomUUID(), 'north'))),
    ).rejects.toMatchObject({
      code: 'case.unknown',
    });
  });

  it('leads from the plan to the end of a meeting', async () => {
    const one = await client();
    const [meetingId, caseId] = [await planned(one), await caseOf(one)];
    await one.commands.execute(new AddAgendaItemCommand(meetingId, { ...byHand, caseId }, context()));
    await one.commands.execute(new OpenMeetingCommand(meetingId, { by: 'account:chair' }, context()));
    const person = {
      account: 'account:chair',
      disciplines: ['radiology' as const],
      presence: 'in-person' as const,
      chairs: true,
      conflicts: [],
    };
    await one.commands.execute(new JoinMeetingCommand(meetingId, person, context()));
    const { meeting } = await one.commands.execute(new CloseMeetingCommand(meetingId, { by: 'account:chair' }, context()));
    expect(meeting).toMatchObject({ status: 'closed', agenda: { items: [{ status: 'not-reached', carryOver: 'next' }] } });
  });
});

describe('the meetings of a series', () => {
  const series: SeriesPlan = { ...without(plan, 'on'), weekday: 'monday', everyWeeks: 1, firstOn: '2026-11-30' };

  it('are planned ahead once, however often they are asked for', async () => {
    const one = await client();
    const { seriesId } = await one.commands.execute(new PlanSeriesCommand({ plan: series }, context()));
    const two = await one.commands.execute(new PlanSeriesMeetingsCommand(seriesId, '2026-11-23', 2, context()));
    expect(two.meetings.map(({ on }) => on)).toEqual(['2026-11-30', '2026-12-07']);
    const three = await one.commands.execute(new PlanSeriesMeetingsCommand(seriesId, '2026-11-23', 3, context()));
    expect(three.meetings.map(({ on }) => on)).toEqual(['2026-11-30', '2026-12-07', '2026-12-14']);
    for (const { meetingId, on } of three.meetings) {
      expect(await one.meetings.find('default', meetingId)).toMatchObject({ status: 'planned', plan: { seriesId, on, startsAt: '14:30' } });
      expect(await store.read(meetingStream(meetingId))).toHaveLength(1);
    }
  });

  it('are planned to the end by who comes back after an interruption', async () => {
    const one = await client();
    const { seriesId } = await one.commands.execute(new PlanSeriesCommand({ plan: series }, context()));
    // The series recorded that they are to take place, and then the process was gone.
    await one.series.carryOut(seriesId, { type: 'PlanSeriesMeetings', seriesId, from: '2026-11-23', count: 2 }, context());
    const { meetings } = await one.commands.execute(new PlanSeriesMeetingsCommand(seriesId, '2026-11-23', 2, context()));
    for (const { meetingId } of meetings) expect((await one.meetings.find('default', meetingId)).status).toBe('planned');
  });
});

function without<Of extends object, Key extends keyof Of>(from: Of, key: Key): Omit<Of, Key> {
  const { [key]: _gone, ...rest } = from;
  return rest;
}
