import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { MeetingSheetQuery, OutcomeLetterQuery } from '@tumor-board/read-side';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { type DecisionPath, decisionPath } from '../board/board-requests.js';
import { RequestContext } from '../cases/request-context.js';
import { Access } from '../http/access.js';
import { CASE_READERS, IDENTITY_READERS } from '../http/case-roles.js';
import { Shows } from '../http/shows.js';
import { type MeetingPath, meetingPath } from '../meetings/meeting-requests.js';
import { Operation } from '../openapi/operation.js';
import { type PrintedAnswer, printedAnswer } from './printed-answer.js';
import { formatOf, type PrintedRequest, printedQuery } from './printed-requests.js';

const MEDIA_TYPES = ['text/html', 'application/pdf'] as const;
const shown = ({ shown }: PrintedAnswer) => shown;

/** What goes on paper: letters about decisions, sheets of meetings. */
@Controller('api')
export class PrintedController {
  constructor(
    private readonly queries: QueryBus,
    private readonly context: RequestContext,
  ) {}

  @Get('cases/:id/decisions/:decisionId/letter')
  @Access(...CASE_READERS)
  @Shows(shown)
  @Operation({
    id: 'getOutcomeLetter',
    tag: 'board',
    summary: 'The letter about a decision, as a page or as PDF',
    description:
      'What was decided and why, who is to do what, who signed, and what it rests on as it was known then. Who the person is stands on it only for those who may know. A decision that no longer stands says so first. In the page, each number stands in an element whose `data-event` names its event.',
    answers: { 200: { description: 'The letter.', schema: z.string(), mediaType: MEDIA_TYPES } },
    problems: ['case.unknown', 'decision.unknown'],
  })
  async letter(
    @Param({ schema: decisionPath }) { id, decisionId }: DecisionPath,
    @Query({ schema: printedQuery }) query: PrintedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PrintedAnswer> {
    const found = await this.queries.execute(new OutcomeLetterQuery(this.context.site.id, id, decisionId, this.mayKnowWho()));
    return await printedAnswer(found, { format: formatOf(query, reply.request.headers.accept), id: decisionId, reply });
  }

  @Get('meetings/:id/sheet')
  @Access(...CASE_READERS)
  @Shows(shown)
  @Operation({
    id: 'getMeetingSheet',
    tag: 'meetings',
    summary: 'The sheet of a meeting, as a page or as PDF: its agenda before it, its minutes after',
    description:
      'Attendance, and of each case why it is listed, what is known and proposed, and what became of it with quorum, dissent and actions, as it was known when the meeting ended.',
    answers: { 200: { description: 'The sheet.', schema: z.string(), mediaType: MEDIA_TYPES } },
    problems: ['meeting.unknown'],
  })
  async sheet(
    @Param({ schema: meetingPath }) { id }: MeetingPath,
    @Query({ schema: printedQuery }) query: PrintedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PrintedAnswer> {
    const found = await this.queries.execute(new MeetingSheetQuery(this.context.site.id, id, this.mayKnowWho()));
    return await printedAnswer(found, { format: formatOf(query, reply.request.headers.accept), id, reply });
  }

  private mayKnowWho(): boolean {
    const { roles } = this.context.person();
    return IDENTITY_READERS.some((role) => roles.includes(role));
  }
}
