import type { CommandBus } from '@nestjs/cqrs';
import {
  afterCaseEvent,
  afterMeetingEvent,
  type CaseEvent,
  type CaseStep,
  caseIdOf,
  instantOf,
  isOpenItem,
  itemOf,
  type KnownMeeting,
  type MeetingEvent,
  type MeetingPlan,
  type MeetingStep,
  meetingIdOf,
  type RemovalReason,
  type SeriesEvent,
  seriesIdOf,
  TOLD_TO_MEETINGS,
  type ToldToMeetings,
} from '@tumor-board/board';
import { type CommandContext, daysAfter, derivedId, isProblem, type RecordedEvent } from '@tumor-board/kernel';
import {
  AddAgendaItemCommand,
  CarryOverItemCommand,
  DeferCaseCommand,
  deferralOf,
  type MeetingCommands,
  NoteDecisionCommand,
  PullBackItemCommand,
  planMeetingsOf,
  type RecordedCases,
  RemoveAgendaItemCommand,
  ScheduleCaseCommand,
  type SeriesCommands,
  UnscheduleCaseCommand,
} from '@tumor-board/write-side';

/** Who carries word between meetings and cases, as the log names it. */
export const MEETING_WORKFLOW = 'workflow:meetings';

/** What the workflow works with. */
export interface MeetingWorkflowOptions {
  readonly commands: Pick<CommandBus, 'execute'>;
  readonly meetings: MeetingCommands;
  readonly series: SeriesCommands;
  readonly cases: RecordedCases;
}

/** A meeting that may have been held a month before or after the day for which the series planned it. */
const MOVED_AT_MOST_DAYS = 31;

/**
 * Carries word between meetings and cases, which nothing makes change together. Every command is named after the event
 * that causes it: given again, after an interruption or twice, it changes nothing. Where an item goes is recorded in the
 * meeting that it comes from before it is put on another, so that it never goes to two.
 */
export class MeetingWorkflow {
  readonly #options: MeetingWorkflowOptions;

  constructor(options: MeetingWorkflowOptions) {
    this.#options = options;
  }

  /** Does what follows from an event. */
  async handle(event: RecordedEvent): Promise<void> {
    const { streamId } = event;
    const meetingId = meetingIdOf(streamId);
    if (meetingId !== undefined) return await this.#afterMeeting(meetingId, event);
    const seriesId = seriesIdOf(streamId);
    if (seriesId !== undefined) return await this.#afterSeries(seriesId, event);
    const caseId = caseIdOf(streamId);
    if (caseId !== undefined) await this.#afterCase(event);
  }

  async #afterSeries(seriesId: string, event: RecordedEvent): Promise<void> {
    const happened = event as RecordedEvent & SeriesEvent;
    if (happened.type !== 'SeriesMeetingsPlanned') return;
    const { meetings, series } = this.#options;
    const { plan } = await series.find(event.metadata.site, seriesId, event.streamVersion);
    await planMeetingsOf(meetings, seriesId, plan, happened.data.meetings, contextOf(event, ''));
  }

  async #afterMeeting(meetingId: string, event: RecordedEvent): Promise<void> {
    const meeting = await this.#options.meetings.find(event.metadata.site, meetingId);
    const steps = afterMeetingEvent(event as RecordedEvent & MeetingEvent, meeting);
    if ('kind' in steps) return;
    for (const step of steps) await this.#take(step, meetingId, meeting, event);
  }

  async #take(step: MeetingStep, meetingId: string, meeting: KnownMeeting, event: RecordedEvent): Promise<void> {
    const { commands } = this.#options;
    const { itemId } = step;
    switch (step.kind) {
      case 'schedule-case':
        return await this.#schedule(step, meetingId, event);
      case 'unschedule-case': {
        const removal = { meetingId, itemId, reason: step.reason };
        return await tolerating(GONE, () =>
          commands.execute(new UnscheduleCaseCommand(step.caseId, removal, contextOf(event, `unschedule ${itemId}`))),
        );
      }
      case 'defer-case': {
        const { commandId, deferral } = deferralOf({ meetingId, itemId, reason: step.reason });
        const context = { ...contextOf(event, 'defer'), commandId };
        return await tolerating([...GONE, 'case.not-listed'], () => commands.execute(new DeferCaseCommand(step.caseId, deferral, context)));
      }
      case 'settle-carry-over':
        return await this.#settle(step, meetingId, meeting, event);
      case 'carry-over':
        return await this.#carryOver(step, meetingId, meeting, event);
      case 'withdraw-carried':
        return await this.#remove(step.from, carriedItem(meetingId, itemId), 'decided', event);
    }
  }

  /** A case can be on one agenda. Where another meeting still has it, it comes off this one; where that one is only slow to say that it is not, this is said first. */
  async #schedule(step: Extract<MeetingStep, { kind: 'schedule-case' }>, meetingId: string, event: RecordedEvent): Promise<void> {
    const { commands, meetings } = this.#options;
    const { kind: _kind, caseId, ...schedule } = step;
    const { itemId } = schedule;
    const context = contextOf(event, `schedule ${itemId}`);
    for (let attempt = 1; ; attempt += 1) {
      try {
        await commands.execute(new ScheduleCaseCommand(caseId, { meetingId, ...schedule }, context));
        return;
      } catch (error) {
        // On the agenda, though nothing keeps the case in the queue: somebody put it on by hand.
        if (isProblem(error, 'case.not-listed')) return;
        if (isProblem(error, 'case.patient-died')) return await this.#remove(meetingId, itemId, 'died', event);
        if (isProblem(error) && GONE.includes(error.code)) return await this.#remove(meetingId, itemId, 'no-longer-needed', event);
        if (!isProblem(error, 'case.already-scheduled') || attempt > 3) throw error;
        const there = { meetingId: String(error.data['meetingId']), itemId: String(error.data['itemId']) };
        const other = await meetings.find(event.metadata.site, there.meetingId);
        const item = itemOf(other.agenda, there.itemId);
        if (item !== undefined && isOpenItem(item)) return await this.#remove(meetingId, itemId, 'other-meeting', event);
        const reason = item?.status === 'deferred' ? 'deferred' : item?.status === 'not-reached' ? 'not-reached' : 'removed';
        await commands.execute(new UnscheduleCaseCommand(caseId, { ...there, reason }, contextOf(event, `unschedule ${there.itemId}`)));
      }
    }
  }

  async #settle(
    { itemId, caseId, carryOver }: Extract<MeetingStep, { kind: 'settle-carry-over' }>,
    meetingId: string,
    meeting: KnownMeeting,
    event: RecordedEvent,
  ): Promise<void> {
    if (await this.#isDecided(event.metadata.site, caseId, itemId)) return;
    const to = carryOver === 'next' ? ((await this.#nextMeeting(event.metadata.site, meeting.plan)) ?? 'queue') : carryOver;
    await this.#options.commands.execute(new CarryOverItemCommand(meetingId, { itemId, to }, contextOf(event, `settle ${itemId}`)));
  }

  async #carryOver(
    { itemId, caseId, to, times }: Extract<MeetingStep, { kind: 'carry-over' }>,
    meetingId: string,
    meeting: KnownMeeting,
    event: RecordedEvent,
  ): Promise<void> {
    const { commands } = this.#options;
    const item = {
      itemId: carriedItem(meetingId, itemId),
      caseId,
      mode: 'discussion',
      origin: { kind: 'carried-over', meetingId, itemId, times },
    } as const;
    try {
      await commands.execute(new AddAgendaItemCommand(to, item, contextOf(event, `carry-over ${itemId}`)));
    } catch (error) {
      if (isProblem(error) && GONE.includes(error.code)) return;
      if (!isProblem(error, 'meeting.over') && !isProblem(error, 'meeting.unknown')) throw error;
      const other = (await this.#nextMeeting(event.metadata.site, meeting.plan)) ?? 'queue';
      await commands.execute(
        new CarryOverItemCommand(meetingId, { itemId, to: other, insteadOf: to }, contextOf(event, `settle ${itemId}`)),
      );
    }
  }

  /** The next meeting of the series that is planned; undefined when there is none, or no series. Read from the log, which is never behind. */
  async #nextMeeting(site: string, { seriesId, ...plan }: MeetingPlan): Promise<string | undefined> {
    const { meetings, series } = this.#options;
    if (seriesId === undefined) return undefined;
    const known = await series.find(site, seriesId);
    const since = momentOf(plan);
    let next: { readonly meetingId: string; readonly starts: string } | undefined;
    for (const { meetingId, on } of known.meetings) {
      if (on < daysAfter(plan.on, -MOVED_AT_MOST_DAYS)) continue;
      if (next !== undefined && on > daysAfter(next.starts.slice(0, 10), MOVED_AT_MOST_DAYS)) break;
      const candidate = await meetings.find(site, meetingId).catch((error: unknown) => {
        // To take place, and about to be planned.
        if (isProblem(error, 'meeting.unknown')) return undefined;
        throw error;
      });
      if (candidate?.status !== 'planned') continue;
      const starts = momentOf(candidate.plan);
      if (starts > since && (next === undefined || starts < next.starts)) next = { meetingId, starts };
    }
    return next?.meetingId;
  }

  async #isDecided(site: string, caseId: string, itemId: string): Promise<boolean> {
    const { board } = await this.#options.cases.find(site, caseId);
    return board.decisions.some((decision) => decision.itemId === itemId);
  }

  async #afterCase(event: RecordedEvent): Promise<void> {
    const happened = event as RecordedEvent & CaseEvent;
    if (!isToldToMeetings(happened)) return;
    const { before, after } = await this.#options.cases.around(event);
    if (before.status === 'none' || after.status === 'none') return;
    const steps = afterCaseEvent(happened, before.board, after);
    if ('kind' in steps) return;
    for (const step of steps) await this.#tell(step, event);
  }

  async #tell(step: CaseStep, event: RecordedEvent): Promise<void> {
    const { commands } = this.#options;
    const { meetingId, itemId } = step;
    switch (step.kind) {
      case 'note-decision': {
        const { decisionId } = step;
        return await tolerating(NOT_THERE, () =>
          commands.execute(new NoteDecisionCommand(meetingId, { itemId, decisionId }, contextOf(event, `note ${itemId}`))),
        );
      }
      case 'remove-item':
        return await this.#remove(meetingId, itemId, step.reason, event);
      case 'pull-back':
        return await tolerating(SETTLED, () =>
          commands.execute(new PullBackItemCommand(meetingId, { itemId, by: MEETING_WORKFLOW }, contextOf(event, `pull-back ${itemId}`))),
        );
    }
  }

  async #remove(meetingId: string, itemId: string, reason: RemovalReason, event: RecordedEvent): Promise<void> {
    const context = contextOf(event, `remove ${itemId}`);
    await tolerating(SETTLED, () => this.#options.commands.execute(new RemoveAgendaItemCommand(meetingId, { itemId, reason }, context)));
  }
}

/** The case cannot be told any more. */
const GONE: readonly string[] = ['case.unknown', 'case.erased', 'case.patient-died'];
const NOT_THERE: readonly string[] = ['meeting.unknown', 'meeting.item-unknown'];
/** The board is done with the item, or never had it. */
const SETTLED: readonly string[] = [...NOT_THERE, 'meeting.item-settled', 'meeting.over'];

const told: ReadonlySet<string> = new Set(TOLD_TO_MEETINGS);
const isToldToMeetings = (event: RecordedEvent & CaseEvent): event is RecordedEvent & ToldToMeetings => told.has(event.type);

/** The item that an item becomes in the meeting that it is carried over to. */
const carriedItem = (meetingId: string, itemId: string): string => derivedId('carried-over', meetingId, itemId);

const momentOf = ({ on, startsAt, timeZone }: Pick<MeetingPlan, 'on' | 'startsAt' | 'timeZone'>): string =>
  instantOf(on, startsAt, timeZone);

const contextOf = ({ eventId, metadata }: RecordedEvent, purpose: string): CommandContext => ({
  commandId: derivedId('meetings', eventId, purpose),
  metadata: { site: metadata.site, actor: MEETING_WORKFLOW, causationId: eventId },
  receivedAt: new Date().toISOString(),
});

async function tolerating(codes: readonly string[], work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!isProblem(error) || !codes.includes(error.code)) throw error;
  }
}
