import { randomUUID } from 'node:crypto';
import { NestFactory } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';
import { caseStream, type MeetingPlan, meetingStream, type SeriesPlan, seriesStream } from '@tumor-board/board';
import { createEventStore, type EventStore, type Subscription } from '@tumor-board/event-store';
import type { CommandContext, EventBody } from '@tumor-board/kernel';
import { DEFAULT_POLICY, knowledgeRelease } from '@tumor-board/knowledge';
import { createTestDatabase, type TestDatabase } from '@tumor-board/testing';
import {
  AddAgendaItemCommand,
  CancelMeetingCommand,
  CloseMeetingCommand,
  DeferItemCommand,
  DelistCaseCommand,
  MeetingCommands,
  MoveMeetingCommand,
  OpenCaseCommand,
  OpenMeetingCommand,
  PlanMeetingCommand,
  PlanSeriesCommand,
  PlanSeriesMeetingsCommand,
  RecordedCases,
  ReferCaseCommand,
  RemoveAgendaItemCommand,
  SeriesCommands,
  WriteSideModule,
} from '@tumor-board/write-side';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { followMeetings } from './follow.js';
import { MeetingWorkflow } from './meeting-workflow.js';

let database: TestDatabase;
let store: EventStore;
let commands: CommandBus;
let meetings: MeetingCommands;
let series: SeriesCommands;
let cases: RecordedCases;
let close: () => Promise<void>;
const following: Subscription[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  store = createEventStore({ pool: database.pool });
  const knowledge = { release: knowledgeRelease(), policy: DEFAULT_POLICY };
  const app = await NestFactory.createApplicationContext(WriteSideModule.forRoot({ eventStore: store, ...knowledge }), { logger: false });
  await app.init();
  [commands, meetings, series, cases] = [app.get(CommandBus), app.get(MeetingCommands), app.get(SeriesCommands), app.get(RecordedCases)];
  close = () => app.close();
});
afterEach(async () => {
  await Promise.all(following.splice(0).map((subscription) => subscription.stop()));
});
afterAll(async () => {
  await close();
  await store.close();
  await database.drop();
});

const context = (): CommandContext => ({
  commandId: randomUUID(),
  metadata: { site: 'default', actor: 'account:coordinator' },
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
const { on: _on, ...same } = plan;
const seriesPlan: SeriesPlan = { ...same, weekday: 'monday', everyWeeks: 1, firstOn: '2026-11-30' };
const planned = async () => (await commands.execute(new PlanMeetingCommand({ plan }, context()))).meetingId;
const listedCase = async () => {
  const head = { format: 'tumor-board-case/1', reference: randomUUID(), patient: { ageYears: 50, sex: 'female' } } as const;
  const { caseId } = await commands.execute(new OpenCaseCommand(head, [], context()));
  const referral = { referralId: randomUUID(), question: 'What next?', urgency: 'routine', disciplines: [] } as const;
  await commands.execute(new ReferCaseCommand(caseId, { ...referral, disciplines: [] }, context()));
  return caseId;
};
const put = async (meetingId: string, caseId: string) => {
  const itemId = randomUUID();
  await commands.execute(
    new AddAgendaItemCommand(meetingId, { itemId, caseId, mode: 'discussion', origin: { kind: 'by-hand' } }, context()),
  );
  return itemId;
};
const schedule = async (caseId: string) => (await cases.find('default', caseId)).board.schedule;
const agenda = async (meetingId: string) => (await meetings.find('default', meetingId)).agenda.items;
const workflow = (bus: Pick<CommandBus, 'execute'> = commands) => new MeetingWorkflow({ commands: bus, meetings, series, cases });
const follow = () => {
  following.push(followMeetings({ pool: database.pool, workflow: workflow() }));
};
const soon = { timeout: 60_000 };

/** What the stream of a case holds of a decision, as far as meetings are concerned. */
async function decide(caseId: string, meetingId: string, itemId: string): Promise<string> {
  const decisionId = randomUUID();
  const content = { kind: 'any', step: 'surveillance', actions: [], dissent: [], expectations: [] };
  const data = {
    decisionId,
    on: '2026-11-30',
    meetingId,
    itemId,
    content,
    basis: { headline: {} },
    provisional: false,
    signature: {},
    quorum: {},
  };
  const events = [{ type: 'DecisionRecorded', data }] as readonly EventBody[];
  const expectedVersion = (await store.read(caseStream(caseId))).length;
  await store.append({ streamId: caseStream(caseId), expectedVersion, events, context: context() });
  return decisionId;
}

/** Gives every event of the streams to a workflow, again and again, until nothing comes of it any more. */
async function deliver(given: MeetingWorkflow, streams: readonly string[]): Promise<void> {
  for (let before = -1; ; ) {
    let events = 0;
    for (const stream of streams) {
      for (const event of await store.read(stream)) {
        await given.handle(event);
        events += 1;
      }
    }
    if (events === before) return;
    before = events;
  }
}

/** A series with two meetings, the first of which ended before the board came to its case. */
async function unreached() {
  const { seriesId } = await commands.execute(new PlanSeriesCommand({ plan: seriesPlan }, context()));
  const ahead = await commands.execute(new PlanSeriesMeetingsCommand(seriesId, '2026-11-23', 2, context()));
  const [first, second] = ahead.meetings.map(({ meetingId }) => meetingId) as [string, string];
  const caseId = await listedCase();
  const itemId = await put(first, caseId);
  await workflow().handle((await store.read(meetingStream(first))).at(-1) as never);
  await commands.execute(new OpenMeetingCommand(first, { by: 'account:chair' }, context()));
  await commands.execute(new CloseMeetingCommand(first, { by: 'account:chair' }, context()));
  return {
    seriesId,
    first,
    second,
    caseId,
    itemId,
    streams: [seriesStream(seriesId), meetingStream(first), meetingStream(second), caseStream(caseId)],
  };
}

describe('a case on an agenda', () => {
  it('is scheduled, follows the meeting to another day, and is free again when it is taken off', async () => {
    follow();
    const [meetingId, caseId] = [await planned(), await listedCase()];
    const itemId = await put(meetingId, caseId);
    await expect.poll(() => schedule(caseId), soon).toEqual({ meetingId, itemId, meetingOn: '2026-11-30', mode: 'discussion' });
    const { startsAt, timeZone, durationMinutes, place } = plan;
    const to = { on: '2026-12-01', startsAt, timeZone, durationMinutes, place };
    await commands.execute(new MoveMeetingCommand(meetingId, to, context()));
    await expect.poll(async () => (await schedule(caseId))?.meetingOn, soon).toBe('2026-12-01');
    await commands.execute(new RemoveAgendaItemCommand(meetingId, { itemId, reason: 'no-longer-needed' }, context()));
    await expect.poll(() => schedule(caseId), soon).toBeNull();
  });

  it('comes off it when it is put on that of another meeting', async () => {
    follow();
    const [first, second, caseId] = [await planned(), await planned(), await listedCase()];
    await put(first, caseId);
    await expect.poll(async () => (await schedule(caseId))?.meetingId, soon).toBe(first);
    const itemId = await put(second, caseId);
    await expect.poll(() => schedule(caseId), soon).toMatchObject({ meetingId: second, itemId });
    expect(await agenda(first)).toEqual([]);
    expect(await agenda(second)).toHaveLength(1);
  });

  it('stays with a meeting that is being held, which is said', async () => {
    const [first, second, caseId] = [await planned(), await planned(), await listedCase()];
    await put(first, caseId);
    await deliver(workflow(), [meetingStream(first), caseStream(caseId)]);
    await commands.execute(new OpenMeetingCommand(first, { by: 'account:chair' }, context()));
    await expect(put(second, caseId)).rejects.toMatchObject({ code: 'meeting.case-elsewhere', data: { meetingId: first } });
    expect(await agenda(first)).toHaveLength(1);
    expect(await agenda(second)).toEqual([]);
  });

  it('stays where it is when the other meeting does not take it', async () => {
    const [first, second, caseId] = [await planned(), await planned(), await listedCase()];
    await put(first, caseId);
    await deliver(workflow(), [meetingStream(first), caseStream(caseId)]);
    await commands.execute(new OpenMeetingCommand(second, { by: 'account:chair' }, context()));
    await commands.execute(new CloseMeetingCommand(second, { by: 'account:chair' }, context()));
    await expect(put(second, caseId)).rejects.toMatchObject({ code: 'meeting.over' });
    expect(await agenda(first)).toHaveLength(1);
  });

  it('moves nothing when a request that was carried out is sent again', async () => {
    const [first, second, caseId] = [await planned(), await planned(), await listedCase()];
    const item = { itemId: randomUUID(), caseId, mode: 'discussion', origin: { kind: 'by-hand' } } as const;
    const sent = new AddAgendaItemCommand(first, item, context());
    await commands.execute(sent);
    await deliver(workflow(), [meetingStream(first), caseStream(caseId)]);
    await put(second, caseId);
    await deliver(workflow(), [meetingStream(first), meetingStream(second), caseStream(caseId)]);
    await commands.execute(sent);
    expect(await agenda(second)).toHaveLength(1);
    expect(await schedule(caseId)).toMatchObject({ meetingId: second });
  });

  it('that was put on two at the same moment stays on the first', async () => {
    const [first, second, caseId] = [await planned(), await planned(), await listedCase()];
    await put(first, caseId);
    await put(second, caseId);
    await deliver(workflow(), [meetingStream(first), meetingStream(second), caseStream(caseId)]);
    expect(await agenda(second)).toEqual([]);
    expect(await schedule(caseId)).toMatchObject({ meetingId: first });
  });

  it('that moved from one meeting to another is scheduled there, though the first is slow to say that it is off', async () => {
    const [first, second, caseId] = [await planned(), await planned(), await listedCase()];
    const itemId = await put(first, caseId);
    await workflow().handle((await store.read(meetingStream(first))).at(-1) as never);
    await commands.execute(new RemoveAgendaItemCommand(first, { itemId, reason: 'other-meeting' }, context()));
    const other = await put(second, caseId);
    await deliver(workflow(), [meetingStream(second), meetingStream(first), caseStream(caseId)]);
    expect(await schedule(caseId)).toMatchObject({ meetingId: second, itemId: other });
    expect(await agenda(second)).toHaveLength(1);
  });

  it('comes off when it leaves the queue', async () => {
    follow();
    const [meetingId, caseId] = [await planned(), await listedCase()];
    await put(meetingId, caseId);
    await expect.poll(() => schedule(caseId), soon).not.toBeNull();
    await commands.execute(new DelistCaseCommand(caseId, { reason: 'not-for-this-board' }, context()));
    await expect.poll(() => agenda(meetingId), soon).toEqual([]);
  });

  it('is noted as decided once its stream holds a decision', async () => {
    follow();
    const [meetingId, caseId] = [await planned(), await listedCase()];
    const itemId = await put(meetingId, caseId);
    await expect.poll(() => schedule(caseId), soon).not.toBeNull();
    await commands.execute(new OpenMeetingCommand(meetingId, { by: 'account:chair' }, context()));
    const decisionId = await decide(caseId, meetingId, itemId);
    await expect.poll(() => agenda(meetingId), soon).toMatchObject([{ status: 'decided', decisions: [decisionId] }]);
  });
});

describe('a case that the board did not come to', () => {
  it('goes to the next meeting of the series', async () => {
    const { first, second, caseId, itemId, streams } = await unreached();
    await deliver(workflow(), streams);
    expect(await agenda(first)).toMatchObject([{ itemId, status: 'not-reached', carriedOverTo: second }]);
    const [carried] = await agenda(second);
    expect(carried).toMatchObject({ caseId, status: 'waiting', origin: { kind: 'carried-over', meetingId: first, itemId, times: 1 } });
    expect(await schedule(caseId)).toMatchObject({ meetingId: second, itemId: carried?.itemId, meetingOn: '2026-12-07' });
  });

  it('goes there once, whichever command a process dies before, and however often events are delivered', { timeout: 60_000 }, async () => {
    for (let allowed = 0; allowed < 6; allowed += 1) {
      const { second, caseId, streams } = await unreached();
      let left = allowed;
      const dying = {
        execute: async (command: never) => {
          if (left === 0) throw new Error('the process was killed');
          left -= 1;
          return await commands.execute(command);
        },
      };
      await expect(deliver(workflow(dying as never), streams)).rejects.toThrow(/killed/);
      await deliver(workflow(), streams);
      await deliver(workflow(), streams.toReversed());
      expect(await agenda(second)).toHaveLength(1);
      expect(await schedule(caseId)).toMatchObject({ meetingId: second });
      const told = (await store.read(caseStream(caseId))).filter(({ type }) => type === 'CaseScheduled' || type === 'CaseUnscheduled');
      expect(told.map(({ type }) => type)).toEqual(['CaseScheduled', 'CaseUnscheduled', 'CaseScheduled']);
    }
  });

  it('goes back to the queue where no other meeting is planned', async () => {
    const { first, second, caseId, streams } = await unreached();
    await commands.execute(new CancelMeetingCommand(second, { reason: 'public-holiday' }, context()));
    await deliver(workflow(), streams);
    expect(await agenda(first)).toMatchObject([{ carriedOverTo: 'queue' }]);
    expect(await schedule(caseId)).toBeNull();
    expect((await cases.find('default', caseId)).board.listing).not.toBeNull();
  });

  it('goes on when the meeting that it was carried over to is called off', async () => {
    const { seriesId, second, caseId, streams } = await unreached();
    await deliver(workflow(), streams);
    const ahead = await commands.execute(new PlanSeriesMeetingsCommand(seriesId, '2026-12-14', 1, context()));
    const third = ahead.meetings[0]?.meetingId ?? '';
    await commands.execute(new CancelMeetingCommand(second, { reason: 'public-holiday' }, context()));
    await deliver(workflow(), [...streams, meetingStream(third)]);
    expect(await agenda(third)).toMatchObject([{ caseId, origin: { kind: 'carried-over', meetingId: second, times: 2 } }]);
    expect(await schedule(caseId)).toMatchObject({ meetingId: third });
  });

  it('comes off the next meeting when word of its decision only arrives later', async () => {
    const { first, second, caseId, itemId, streams } = await unreached();
    await deliver(workflow(), streams);
    expect(await agenda(second)).toHaveLength(1);
    await decide(caseId, first, itemId);
    await deliver(workflow(), streams);
    expect(await agenda(first)).toMatchObject([{ status: 'decided' }]);
    expect(await agenda(second)).toEqual([]);
  });

  it('is not carried over when its stream holds a decision that the meeting has not heard of', async () => {
    const { first, second, caseId, itemId, streams } = await unreached();
    await decide(caseId, first, itemId);
    await deliver(workflow(), streams);
    expect(await agenda(first)).toMatchObject([{ status: 'decided', carriedOverTo: null }]);
    expect(await agenda(second)).toEqual([]);
  });
});

describe('a case that is deferred', () => {
  it('is deferred in its own stream with the reason, and goes where the board said', async () => {
    const [meetingId, caseId] = [await planned(), await listedCase()];
    const itemId = await put(meetingId, caseId);
    await commands.execute(new DeferItemCommand(meetingId, { itemId, reason: 'result-awaited', carryOver: 'queue' }, context()));
    await deliver(workflow(), [meetingStream(meetingId), caseStream(caseId)]);
    const { board } = await cases.find('default', caseId);
    expect(board).toMatchObject({ schedule: null, deferral: { reason: 'result-awaited', meetingId, itemId } });
    expect(board.listing?.deferrals).toHaveLength(1);
  });
});

describe('the meetings of a series', () => {
  it('are planned by the workflow when who asked for them was cut off', async () => {
    const { seriesId } = await commands.execute(new PlanSeriesCommand({ plan: seriesPlan }, context()));
    const asked = { type: 'PlanSeriesMeetings', seriesId, from: '2026-11-23', count: 2 } as const;
    const { series: known } = await series.carryOut(seriesId, asked, context());
    await deliver(workflow(), [seriesStream(seriesId)]);
    for (const { meetingId, on } of known.meetings)
      expect((await meetings.find('default', meetingId)).plan).toMatchObject({ seriesId, on });
  });
});
