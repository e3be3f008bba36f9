import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { QueueQuery } from '@tumor-board/read-side';
import { RequestContext } from '../cases/request-context.js';
import { Access } from '../http/access.js';
import { Operation } from '../openapi/operation.js';
import { queueAnswer, toQueue } from './queue-answer.js';
import { type QueueRequest, queueQuery } from './queue-request.js';

/** The cases that wait for the board. */
@Controller('api/queue')
export class QueueController {
  constructor(
    private readonly queries: QueryBus,
    private readonly context: RequestContext,
  ) {}

  @Get()
  @Access('anyone-on-this-machine')
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
