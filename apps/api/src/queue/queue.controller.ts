import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { QueueQuery } from '@tumor-board/read-side';
import { RequestContext } from '../cases/request-context.js';
import { Access } from '../http/access.js';
import { CASE_READERS } from '../http/case-roles.js';
import { Shows } from '../http/shows.js';
import { Operation } from '../openapi/operation.js';
import { type QueueAnswer, queueAnswer, toQueue } from './queue-answer.js';
import { type QueueRequest, queueQuery } from './queue-request.js';

/** The cases that wait for the board. */
@Controller('api/queue')
export class QueueController {
  constructor(
    private readonly queries: QueryBus,
    private readonly context: RequestContext,
  ) {}

  @Get()
  @Access(...CASE_READERS)
  @Shows((page: QueueAnswer) => page.cases.map(({ id }) => id))
  @Operation({
    id: 'getQueue',
    tag: 'queue',
    summary: 'The cases that wait for the board, most urgent first',
    answers: { 200: { description: 'A page of the queue.', schema: queueAnswer } },
    problems: ['cursor.invalid', 'position.invalid', 'projection.behind'],
  })
  async queue(@Query({ schema: queueQuery }) query: QueueRequest) {
    return toQueue(await this.queries.execute(new QueueQuery({ ...query, site: this.context.site.id })));
  }
}
