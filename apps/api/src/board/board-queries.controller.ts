import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import {
  ActionListQuery,
  type ActionListView,
  AuditSampleQuery,
  type AuditSampleView,
  CaseBoardQuery,
  DecisionListQuery,
  type DecisionListView,
  HindsightQuery,
  type HindsightView,
  MeetingHindsightQuery,
  type MeetingHindsightView,
  OverridesQuery,
} from '@tumor-board/read-side';
import { today } from '@tumor-board/write-side';
import type { FastifyReply } from 'fastify';
import { ActorNames } from '../access/actor-names.js';
import { type CasePath, casePath } from '../cases/case-requests.js';
import { RequestContext } from '../cases/request-context.js';
import { Access } from '../http/access.js';
import { ASSESSMENT_READERS, CASE_READERS } from '../http/case-roles.js';
import { Shows } from '../http/shows.js';
import { Operation } from '../openapi/operation.js';
import {
  actionListAnswer,
  auditSampleAnswer,
  caseBoardAnswer,
  decisionListAnswer,
  hindsightAnswer,
  meetingHindsightAnswer,
  overridesAnswer,
  withId,
} from './board-answers.js';
import {
  type ActionListRequest,
  type AuditSampleRequest,
  actionListQuery,
  auditSampleQuery,
  type BoardRequest,
  boardQuery,
  type DecisionListRequest,
  decisionListQuery,
  type HindsightRequest,
  hindsightQuery,
  type OfDecisionPath,
  type OfMeetingPath,
  ofDecisionPath,
  ofMeetingPath,
} from './board-requests.js';

/** What the board is doing, and what became of what it decided. */
@Controller('api')
export class BoardQueriesController {
  constructor(
    private readonly queries: QueryBus,
    private readonly context: RequestContext,
    private readonly actors: ActorNames,
  ) {}

  @Get('cases/:id/board')
  @Access(...CASE_READERS)
  @Shows('case')
  @Operation({
    id: 'getCaseBoard',
    tag: 'board',
    summary: 'What the board is doing with a case',
    description:
      'Referrals, listing, readiness, what is missing and who owes it, decisions with their signatures, actions and expectations.',
    answers: {
      200: {
        description: 'The work of the board.',
        schema: caseBoardAnswer,
        headers: { etag: 'The version of the case, for `If-Match`.' },
      },
    },
    problems: ['case.unknown', 'horizon.invalid', 'position.invalid'],
  })
  async board(
    @Param({ schema: casePath }) { id }: CasePath,
    @Query({ schema: boardQuery }) query: BoardRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const options = { ...query, site: this.context.site.id, caseId: id, today: today() };
    const found = withId(await this.queries.execute(new CaseBoardQuery(options)));
    if (found.recordedBefore === null) void reply.header('etag', `"${found.version}"`);
    return { ...found, erased: await this.actors.named(found.erased) };
  }

  @Get('decisions')
  @Access(...CASE_READERS)
  @Shows(({ decisions }: DecisionListView) => decisions.map(({ caseId }) => caseId))
  @Operation({
    id: 'listDecisions',
    tag: 'board',
    summary: 'The decisions of the board, the newest first',
    answers: { 200: { description: 'A page of decisions, without their texts.', schema: decisionListAnswer } },
    problems: ['cursor.invalid', 'position.invalid', 'projection.behind'],
  })
  async decisions(@Query({ schema: decisionListQuery }) query: DecisionListRequest) {
    return await this.queries.execute(new DecisionListQuery({ ...query, site: this.context.site.id }));
  }

  @Get('overrides')
  @Access(...ASSESSMENT_READERS)
  @Shows('nothing')
  @Operation({
    id: 'listOverrides',
    tag: 'board',
    summary: 'How often boards chose otherwise than proposed, by reason and release',
    answers: { 200: { description: 'The counts.', schema: overridesAnswer } },
  })
  async overrides() {
    return await this.queries.execute(new OverridesQuery(this.context.site.id));
  }

  @Get('actions')
  @Access(...CASE_READERS)
  @Shows(({ actions }: ActionListView) => actions.map(({ caseId }) => caseId))
  @Operation({
    id: 'listActions',
    tag: 'board',
    summary: 'Who owes what by when, those due first first',
    answers: { 200: { description: 'A page of actions, without their texts.', schema: actionListAnswer } },
    problems: ['cursor.invalid', 'position.invalid', 'projection.behind'],
  })
  async actions(@Query({ schema: actionListQuery }) { overdue, ...query }: ActionListRequest) {
    const options = { ...query, overdue: overdue === 'true', site: this.context.site.id, today: today() };
    return await this.queries.execute(new ActionListQuery(options));
  }

  @Get('audit-samples')
  @Access(...CASE_READERS)
  @Shows(({ samples }: AuditSampleView) => samples.map(({ caseId }) => caseId))
  @Operation({
    id: 'listAuditSamples',
    tag: 'board',
    summary: 'The cases listed without discussion that are sampled for audit, with what it found',
    description: 'Those of the newest meeting first. One that was discussed after all, or not decided in its meeting, is not among them.',
    answers: { 200: { description: 'A page of sampled cases, without the words of the auditors.', schema: auditSampleAnswer } },
    problems: ['cursor.invalid', 'position.invalid', 'projection.behind'],
  })
  async samples(@Query({ schema: auditSampleQuery }) query: AuditSampleRequest) {
    return await this.queries.execute(new AuditSampleQuery({ ...query, site: this.context.site.id }));
  }

  @Get('decisions/:decisionId/hindsight')
  @Access(...CASE_READERS)
  @Shows(({ caseId }: HindsightView) => [caseId])
  @Operation({
    id: 'getHindsight',
    tag: 'board',
    summary: 'A decision looked back at',
    description:
      'As decided, the same facts with today’s rules, today’s facts with today’s rules. Each difference is labelled new data, corrected data, new rule or board override, with the facts or the release behind it.',
    answers: { 200: { description: 'The three readings and their differences.', schema: hindsightAnswer } },
    problems: ['decision.unknown', 'position.invalid', 'projection.behind'],
  })
  async hindsight(
    @Param({ schema: ofDecisionPath }) { decisionId }: OfDecisionPath,
    @Query({ schema: hindsightQuery }) { atLeast }: HindsightRequest,
  ) {
    return await this.queries.execute(new HindsightQuery(this.context.site.id, decisionId, atLeast));
  }

  @Get('meetings/:meetingId/hindsight')
  @Access(...CASE_READERS)
  @Shows(({ decisions }: MeetingHindsightView) => decisions.map(({ caseId }) => caseId))
  @Operation({
    id: 'getMeetingHindsight',
    tag: 'board',
    summary: 'Every decision of a meeting looked back at',
    answers: { 200: { description: 'The decisions in the order in which they were made.', schema: meetingHindsightAnswer } },
    problems: ['position.invalid', 'projection.behind'],
  })
  async meetingHindsight(
    @Param({ schema: ofMeetingPath }) { meetingId }: OfMeetingPath,
    @Query({ schema: hindsightQuery }) { atLeast }: HindsightRequest,
  ) {
    return await this.queries.execute(new MeetingHindsightQuery(this.context.site.id, meetingId, atLeast));
  }
}
