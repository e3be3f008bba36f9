import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { type Command, CommandBus, QueryBus } from '@nestjs/cqrs';
import { MeetingSeriesListQuery, MeetingSeriesQuery } from '@tumor-board/read-side';
import {
  ChangeSeriesCommand,
  dayOf,
  EndSeriesCommand,
  PlanSeriesCommand,
  PlanSeriesMeetingsCommand,
  type SeriesCommandResult,
} from '@tumor-board/write-side';
import { type WriteHeaders, writeHeaders } from '../cases/case-requests.js';
import { RequestContext } from '../cases/request-context.js';
import { isSaid, refuseReusedKey, type Said } from '../cases/reused-key.js';
import { Access } from '../http/access.js';
import { CASE_READERS } from '../http/case-roles.js';
import { RequestHeaders } from '../http/request-headers.js';
import { Shows } from '../http/shows.js';
import { Operation } from '../openapi/operation.js';
import { plannedMeetings, seriesAnswer, seriesListAnswer, seriesRecorded, toSeriesRecorded } from './meeting-answers.js';
import {
  type MeetingRequest,
  meetingQuery,
  type NewSeries,
  newSeries,
  type PlannedAhead,
  plannedAhead,
  type SeriesEnd,
  type SeriesPath,
  seriesEnd,
  seriesPath,
} from './meeting-requests.js';

const MANAGERS = ['coordinator', 'chair'] as const;

/** Meetings that come again. */
@Controller('api/meeting-series')
export class MeetingSeriesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly context: RequestContext,
  ) {}

  @Get()
  @Access(...CASE_READERS)
  @Shows('nothing')
  @Operation({
    id: 'listMeetingSeries',
    tag: 'meetings',
    summary: 'The series of meetings, by title',
    answers: { 200: { description: 'The series of the site.', schema: seriesListAnswer } },
    problems: ['position.invalid', 'projection.behind'],
  })
  async list(@Query({ schema: meetingQuery }) { atLeast }: MeetingRequest) {
    return await this.queries.execute(new MeetingSeriesListQuery(this.context.site.id, atLeast));
  }

  @Get(':id')
  @Access(...CASE_READERS)
  @Shows('nothing')
  @Operation({
    id: 'getMeetingSeries',
    tag: 'meetings',
    summary: 'A series of meetings with those that are planned',
    answers: { 200: { description: 'The series as it stands.', schema: seriesAnswer } },
    problems: ['series.unknown', 'position.invalid', 'projection.behind'],
  })
  async get(@Param({ schema: seriesPath }) { id }: SeriesPath, @Query({ schema: meetingQuery }) { atLeast }: MeetingRequest) {
    return await this.queries.execute(new MeetingSeriesQuery(this.context.site.id, id, atLeast));
  }

  @Post()
  @Access(...MANAGERS)
  @Shows('nothing')
  @Operation({
    id: 'planMeetingSeries',
    tag: 'meetings',
    summary: 'Begin a series of meetings',
    description:
      'Times are those of the clocks of the place, whatever clocks do in the meantime. Its meetings are planned by a request of their own.',
    answers: { 201: { description: 'The series has begun.', schema: seriesRecorded } },
    problems: ['series.invalid', 'series.already-planned', 'idempotency.key-reused', 'log.unavailable'],
  })
  async plan(@Body({ schema: newSeries }) plan: NewSeries, @RequestHeaders({ schema: writeHeaders }) headers: WriteHeaders) {
    const context = this.context.command('meeting-series', headers['idempotency-key']);
    const said = { type: 'SeriesPlanned', data: plan };
    return toSeriesRecorded(await this.carryOut(headers, said, new PlanSeriesCommand({ plan }, context)));
  }

  @Put(':id')
  @Access(...MANAGERS)
  @Shows('nothing')
  @Operation({
    id: 'changeMeetingSeries',
    tag: 'meetings',
    summary: 'Change what the next meetings of a series will be like',
    description: 'Meetings that are planned already stay as they are; each can be moved or called off.',
    answers: { 200: { description: 'The series is changed.', schema: seriesRecorded } },
    problems: ['series.unknown', 'series.invalid', 'idempotency.key-reused', 'log.unavailable'],
  })
  async change(
    @Param({ schema: seriesPath }) { id }: SeriesPath,
    @Body({ schema: newSeries }) plan: NewSeries,
    @RequestHeaders({ schema: writeHeaders }) headers: WriteHeaders,
  ) {
    const context = this.context.command(`meeting-series/${id}`, headers['idempotency-key']);
    const said = { type: 'SeriesChanged', data: plan };
    return toSeriesRecorded(await this.carryOut(headers, said, new ChangeSeriesCommand(id, { plan }, context)));
  }

  @Post(':id/end')
  @HttpCode(200)
  @Access(...MANAGERS)
  @Shows('nothing')
  @Operation({
    id: 'endMeetingSeries',
    tag: 'meetings',
    summary: 'Plan no more meetings of a series from a day on',
    answers: { 200: { description: 'The series ends.', schema: seriesRecorded } },
    problems: ['series.unknown', 'idempotency.key-reused', 'log.unavailable'],
  })
  async end(
    @Param({ schema: seriesPath }) { id }: SeriesPath,
    @Body({ schema: seriesEnd }) end: SeriesEnd,
    @RequestHeaders({ schema: writeHeaders }) headers: WriteHeaders,
  ) {
    const context = this.context.command(`meeting-series/${id}/end`, headers['idempotency-key']);
    const said = { type: 'SeriesEnded', data: end };
    return toSeriesRecorded(await this.carryOut(headers, said, new EndSeriesCommand(id, end, context)));
  }

  @Post(':id/meetings')
  @HttpCode(200)
  @Access(...MANAGERS)
  @Shows('nothing')
  @Operation({
    id: 'planSeriesMeetings',
    tag: 'meetings',
    summary: 'See to it that the next meetings of a series are planned',
    description: 'Those that are planned already stay as they are, so that asking twice plans nothing twice.',
    answers: { 200: { description: 'The meetings that are planned now.', schema: plannedMeetings } },
    problems: ['series.unknown', 'series.ended', 'log.unavailable'],
  })
  async meetings(
    @Param({ schema: seriesPath }) { id }: SeriesPath,
    @Body({ schema: plannedAhead }) { count, from }: PlannedAhead,
    @RequestHeaders({ schema: writeHeaders }) headers: WriteHeaders,
  ) {
    // Another number, or another day, is another request: asking for what is planned already plans nothing twice.
    const context = this.context.command(`meeting-series/${id}/meetings/${from ?? 'now'}/${count}`, headers['idempotency-key']);
    const planned = await this.commands.execute(new PlanSeriesMeetingsCommand(id, from ?? dayOf(context.receivedAt), count, context));
    return { ...toSeriesRecorded(planned), meetings: planned.meetings };
  }

  private async carryOut(headers: WriteHeaders, said: Said, command: Command<SeriesCommandResult>): Promise<SeriesCommandResult> {
    const result = await this.commands.execute(command);
    refuseReusedKey(headers['idempotency-key'], result, (event) => isSaid(event, said));
    return result;
  }
}
