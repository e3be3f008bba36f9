import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { type Command, CommandBus, QueryBus } from '@nestjs/cqrs';
import { SiteAccess } from '@tumor-board/access';
import { problem } from '@tumor-board/kernel';
import { MeetingListQuery, MeetingQuery, type MeetingView } from '@tumor-board/read-side';
import {
  CancelMeetingCommand,
  CloseMeetingCommand,
  JoinMeetingCommand,
  LeaveMeetingCommand,
  type MeetingCommandResult,
  MeetingCommands,
  MoveMeetingCommand,
  OpenMeetingCommand,
  PlanMeetingCommand,
  today,
} from '@tumor-board/write-side';
import { type WriteHeaders, writeHeaders } from '../cases/case-requests.js';
import { RequestContext } from '../cases/request-context.js';
import { isSaid, refuseReusedKey, type Said } from '../cases/reused-key.js';
import { Access } from '../http/access.js';
import { CASE_READERS, CASE_WRITERS } from '../http/case-roles.js';
import { RequestHeaders } from '../http/request-headers.js';
import { Shows } from '../http/shows.js';
import { Operation } from '../openapi/operation.js';
import { meetingAnswer, meetingListAnswer, meetingRecorded, toMeetingRecorded } from './meeting-answers.js';
import {
  type Attendance,
  attendance,
  type Cancellation,
  cancellation,
  type Departure,
  departure,
  type MeetingListRequest,
  type MeetingPath,
  type MeetingRequest,
  meetingListQuery,
  meetingPath,
  meetingQuery,
  type NewMeeting,
  type NewTime,
  newMeeting,
  newTime,
} from './meeting-requests.js';
import { type Entered, recordedAttendee } from './recorded-attendee.js';

const MANAGERS = ['coordinator', 'chair'] as const;

/** Meetings of the board: when they are, how they begin and end, who is there. */
@Controller('api/meetings')
export class MeetingsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly context: RequestContext,
    private readonly meetings: MeetingCommands,
    private readonly access: SiteAccess,
  ) {}

  @Get()
  @Access(...CASE_READERS)
  @Shows('nothing')
  @Operation({
    id: 'listMeetings',
    tag: 'meetings',
    summary: 'The meetings of the board, the earliest first',
    answers: { 200: { description: 'A page of meetings.', schema: meetingListAnswer } },
    problems: ['cursor.invalid', 'position.invalid', 'projection.behind'],
  })
  async list(@Query({ schema: meetingListQuery }) query: MeetingListRequest) {
    return await this.queries.execute(new MeetingListQuery({ ...query, site: this.context.site.id }));
  }

  @Post()
  @Access(...MANAGERS)
  @Shows('nothing')
  @Operation({
    id: 'planMeeting',
    tag: 'meetings',
    summary: 'Plan a single meeting',
    description: 'Times are those of the clocks of its place. Meetings of a series are planned with the series.',
    answers: { 201: { description: 'The meeting is planned.', schema: meetingRecorded } },
    problems: ['meeting.already-planned', 'idempotency.key-reused', 'log.unavailable'],
  })
  async plan(@Body({ schema: newMeeting }) plan: NewMeeting, @RequestHeaders({ schema: writeHeaders }) headers: WriteHeaders) {
    const context = this.context.command('meetings', headers['idempotency-key']);
    return await this.carryOut(headers, new PlanMeetingCommand({ plan }, context), { type: 'MeetingPlanned', data: plan });
  }

  @Get(':id')
  @Access(...CASE_READERS)
  @Shows((meeting: MeetingView) => meeting.agenda.map(({ caseId }) => caseId))
  @Operation({
    id: 'getMeeting',
    tag: 'meetings',
    summary: 'A meeting with its agenda in order, who is there, and the quorum for each case',
    answers: { 200: { description: 'The meeting as it stands.', schema: meetingAnswer } },
    problems: ['meeting.unknown', 'position.invalid', 'projection.behind'],
  })
  async get(@Param({ schema: meetingPath }) { id }: MeetingPath, @Query({ schema: meetingQuery }) { atLeast }: MeetingRequest) {
    return await this.queries.execute(new MeetingQuery({ site: this.context.site.id, meetingId: id, today: today(), atLeast }));
  }

  @Put(':id/time')
  @Access(...MANAGERS)
  @Shows('nothing')
  @Operation({
    id: 'moveMeeting',
    tag: 'meetings',
    summary: 'Move a meeting to another time or place before it begins',
    answers: { 200: { description: 'The meeting is moved.', schema: meetingRecorded } },
    problems: ['meeting.unknown', 'meeting.begun', 'meeting.over', 'idempotency.key-reused', 'log.unavailable'],
  })
  async move(
    @Param({ schema: meetingPath }) { id }: MeetingPath,
    @Body({ schema: newTime }) time: NewTime,
    @RequestHeaders({ schema: writeHeaders }) headers: WriteHeaders,
  ) {
    const context = this.context.command(`meetings/${id}/time`, headers['idempotency-key']);
    return await this.carryOut(headers, new MoveMeetingCommand(id, time, context), { type: 'MeetingMoved', data: time });
  }

  @Post(':id/cancellation')
  @HttpCode(200)
  @Access(...MANAGERS)
  @Shows('nothing')
  @Operation({
    id: 'cancelMeeting',
    tag: 'meetings',
    summary: 'Call a meeting off',
    description: 'What is on its agenda goes to the next meeting of the series, where there is one, else back to the queue.',
    answers: { 200: { description: 'The meeting is called off.', schema: meetingRecorded } },
    problems: ['meeting.unknown', 'meeting.begun', 'meeting.over', 'idempotency.key-reused', 'log.unavailable'],
  })
  async cancel(
    @Param({ schema: meetingPath }) { id }: MeetingPath,
    @Body({ schema: cancellation }) because: Cancellation,
    @RequestHeaders({ schema: writeHeaders }) headers: WriteHeaders,
  ) {
    const context = this.context.command(`meetings/${id}/cancellation`, headers['idempotency-key']);
    return await this.carryOut(headers, new CancelMeetingCommand(id, because, context), { type: 'MeetingCancelled', data: because });
  }

  @Post(':id/opening')
  @HttpCode(200)
  @Access(...MANAGERS)
  @Shows('nothing')
  @Operation({
    id: 'openMeeting',
    tag: 'meetings',
    summary: 'Begin a meeting',
    answers: { 200: { description: 'The meeting is open.', schema: meetingRecorded } },
    problems: ['meeting.unknown', 'meeting.over', 'log.unavailable'],
  })
  async open(@Param({ schema: meetingPath }) { id }: MeetingPath, @RequestHeaders({ schema: writeHeaders }) headers: WriteHeaders) {
    const context = this.context.command(`meetings/${id}/opening`, headers['idempotency-key']);
    return toMeetingRecorded(await this.commands.execute(new OpenMeetingCommand(id, { by: this.context.person().actor }, context)));
  }

  @Post(':id/closing')
  @HttpCode(200)
  @Access(...MANAGERS)
  @Shows('nothing')
  @Operation({
    id: 'closeMeeting',
    tag: 'meetings',
    summary: 'End a meeting',
    description:
      'Cases that were neither decided nor deferred go to the next meeting of the series, where there is one, else back to the queue.',
    answers: { 200: { description: 'The meeting is closed.', schema: meetingRecorded } },
    problems: ['meeting.unknown', 'meeting.not-open', 'meeting.over', 'log.unavailable'],
  })
  async close(@Param({ schema: meetingPath }) { id }: MeetingPath, @RequestHeaders({ schema: writeHeaders }) headers: WriteHeaders) {
    const context = this.context.command(`meetings/${id}/closing`, headers['idempotency-key']);
    return toMeetingRecorded(await this.commands.execute(new CloseMeetingCommand(id, { by: this.context.person().actor }, context)));
  }

  @Post(':id/attendance')
  @HttpCode(200)
  @Access(...CASE_WRITERS)
  @Shows('nothing')
  @Operation({
    id: 'joinMeeting',
    tag: 'meetings',
    summary: 'Be at a meeting, or record that somebody is',
    description:
      'Counts towards the quorum with the disciplines of the account, also where somebody else records it by its login or name. Sent again it changes what was said before.',
    answers: { 200: { description: 'The attendance is recorded.', schema: meetingRecorded } },
    problems: ['meeting.unknown', 'meeting.not-open', 'meeting.over', 'access.unknown-account', 'log.unavailable'],
  })
  async join(@Param({ schema: meetingPath }) { id }: MeetingPath, @Body({ schema: attendance }) body: Attendance) {
    const person = this.context.person();
    const { attendee, presence, chairs, conflicts } = body;
    if (attendee !== undefined) this.mayRecordOthers();
    else if (chairs && !person.roles.includes('chair'))
      throw problem('access.denied', 'Only somebody with the role chair can chair the meeting.');
    const who =
      attendee === undefined || attendee.account === person.actor
        ? { account: person.actor, name: person.name, disciplines: [...person.disciplines], conflicts }
        : await this.recorded(id, attendee, conflicts);
    const context = this.context.command(`meetings/${id}/attendance`, undefined);
    return toMeetingRecorded(await this.commands.execute(new JoinMeetingCommand(id, { ...who, presence, chairs }, context)));
  }

  @Post(':id/departure')
  @HttpCode(200)
  @Access(...CASE_WRITERS)
  @Shows('nothing')
  @Operation({
    id: 'leaveMeeting',
    tag: 'meetings',
    summary: 'Leave a meeting, or record that somebody left',
    answers: { 200: { description: 'The departure is recorded.', schema: meetingRecorded } },
    problems: ['meeting.unknown', 'meeting.not-open', 'meeting.over', 'log.unavailable'],
  })
  async leave(@Param({ schema: meetingPath }) { id }: MeetingPath, @Body({ schema: departure }) { account }: Departure) {
    const person = this.context.person();
    if (account !== undefined && account !== person.actor) this.mayRecordOthers();
    const context = this.context.command(`meetings/${id}/departure`, undefined);
    return toMeetingRecorded(await this.commands.execute(new LeaveMeetingCommand(id, { account: account ?? person.actor }, context)));
  }

  private async carryOut(headers: WriteHeaders, command: Command<MeetingCommandResult>, said: Said) {
    const result = await this.commands.execute(command);
    refuseReusedKey(headers['idempotency-key'], result, (event) => isSaid(event, said));
    return toMeetingRecorded(result);
  }

  private async recorded(meetingId: string, entered: Entered, conflicts: readonly string[]) {
    const [accounts, meeting] = await Promise.all([this.access.accounts.list(), this.meetings.find(this.context.site.id, meetingId)]);
    const { disciplines, conflicts: before, ...who } = recordedAttendee(entered, accounts, meeting.attendance);
    return { ...who, disciplines: [...disciplines], conflicts: [...new Set([...before, ...conflicts])] };
  }

  private mayRecordOthers(): void {
    if (this.context.person().roles.some((role) => role === 'coordinator' || role === 'chair')) return;
    throw problem('access.denied', 'Only a coordinator or a chair can record the attendance of others.');
  }
}
