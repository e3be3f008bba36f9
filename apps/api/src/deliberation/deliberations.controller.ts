import { Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { DeliberationListQuery, DeliberationQuery, PanelCountersQuery, ReplayQuery } from '@tumor-board/read-side';
import { RequestDeliberationCommand } from '@tumor-board/write-side';
import type { FastifyReply } from 'fastify';
import { boardWorkAnswer, toBoardWork, withId } from '../board/board-answers.js';
import { BoardWork, RECORDED_HEADERS } from '../board/board-work.js';
import { type CasePath, casePath, type RecordHeaders, recordHeaders } from '../cases/case-requests.js';
import { RequestContext } from '../cases/request-context.js';
import { Access } from '../http/access.js';
import { ASSESSMENT_READERS, CASE_READERS, CASE_WRITERS } from '../http/case-roles.js';
import { RequestHeaders } from '../http/request-headers.js';
import { Shows } from '../http/shows.js';
import { Operation } from '../openapi/operation.js';
import { deliberationAnswer, deliberationListAnswer, panelCountersAnswer, replayAnswer } from './deliberation-answers.js';
import {
  type CountersRequest,
  countersQuery,
  type DeliberationRequest,
  deliberationQuery,
  type RunPath,
  runPath,
} from './deliberation-requests.js';

/** What the panel of agents says of a case. It proposes; it never decides. */
@Controller('api')
export class DeliberationsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly context: RequestContext,
    private readonly work: BoardWork,
  ) {}

  @Get('cases/:id/deliberation')
  @Access(...CASE_READERS)
  @Shows('case')
  @Operation({
    id: 'getDeliberation',
    tag: 'panel',
    summary: 'What the panel and people say of a case',
    description:
      'The last run of the panel, current or marked as one of the past, with every opinion word for word, the ledger with its struck claims, the synthesis, and the claims of people in the same ledger.',
    answers: { 200: { description: 'What is said.', schema: deliberationAnswer } },
    problems: ['case.unknown', 'horizon.invalid'],
  })
  async deliberation(
    @Param({ schema: casePath }) { id }: CasePath,
    @Query({ schema: deliberationQuery }) { recordedBefore }: DeliberationRequest,
  ) {
    return withId(await this.queries.execute(new DeliberationQuery(this.context.site.id, id, undefined, recordedBefore)));
  }

  @Get('cases/:id/deliberations')
  @Access(...CASE_READERS)
  @Shows('case')
  @Operation({
    id: 'listDeliberations',
    tag: 'panel',
    summary: 'Every run of the panel on a case, the newest first',
    answers: { 200: { description: 'The runs, without what was said.', schema: deliberationListAnswer } },
    problems: ['case.unknown'],
  })
  async deliberations(@Param({ schema: casePath }) { id }: CasePath) {
    return withId(await this.queries.execute(new DeliberationListQuery(this.context.site.id, id)));
  }

  @Get('cases/:id/deliberations/:runId')
  @Access(...CASE_READERS)
  @Shows('case')
  @Operation({
    id: 'getDeliberationRun',
    tag: 'panel',
    summary: 'What the panel and people said in one run',
    answers: { 200: { description: 'What was said.', schema: deliberationAnswer } },
    problems: ['case.unknown', 'deliberation.unknown'],
  })
  async run(@Param({ schema: runPath }) { id, runId }: RunPath) {
    return withId(await this.queries.execute(new DeliberationQuery(this.context.site.id, id, runId)));
  }

  @Get('cases/:id/deliberations/:runId/replay')
  @Access(...CASE_READERS)
  @Shows('case')
  @Operation({
    id: 'replayDeliberation',
    tag: 'panel',
    summary: 'Hold a run of the panel again, on the case of then, and compare every byte',
    answers: { 200: { description: 'Whether it comes out the same.', schema: replayAnswer } },
    problems: ['case.unknown', 'deliberation.unknown'],
  })
  async replay(@Param({ schema: runPath }) { id, runId }: RunPath) {
    return withId(await this.queries.execute(new ReplayQuery(this.context.site.id, id, runId)));
  }

  @Post('cases/:id/deliberations')
  @HttpCode(202)
  @Access(...CASE_WRITERS)
  @Shows('case')
  @Operation({
    id: 'requestDeliberation',
    tag: 'panel',
    summary: 'Ask the panel to deliberate on a case as it is now',
    description:
      'The panel begins by itself when a case waits for the board. Nothing new is asked while it deliberates, or while what it said as a whole still stands.',
    answers: { 202: { description: 'The panel is asked.', schema: boardWorkAnswer, headers: RECORDED_HEADERS } },
    problems: ['case.unknown', 'case.erased', 'case.version-conflict', 'case.patient-died', 'idempotency.key-reused', 'log.unavailable'],
  })
  async request(
    @Param({ schema: casePath }) { id }: CasePath,
    @RequestHeaders({ schema: recordHeaders }) headers: RecordHeaders,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const because = 'request';
    return toBoardWork(
      await this.work.carryOut({
        place: `cases/${id}/deliberations`,
        headers,
        reply,
        said: { type: 'DeliberationRequested', data: { because } },
        command: (context, version) => new RequestDeliberationCommand(id, because, context, version),
      }),
    );
  }

  @Get('panel/counters')
  @Access(...ASSESSMENT_READERS)
  @Shows('nothing')
  @Operation({
    id: 'getPanelCounters',
    tag: 'panel',
    summary: 'What is counted of the panel: struck claims, absences, repeats, dissent, changed minds, agreement with the board',
    answers: { 200: { description: 'The counts by knowledge release and by discipline.', schema: panelCountersAnswer } },
    problems: ['position.invalid', 'projection.behind'],
  })
  async counters(@Query({ schema: countersQuery }) { release, atLeast }: CountersRequest) {
    return await this.queries.execute(new PanelCountersQuery(this.context.site.id, release, atLeast));
  }
}
