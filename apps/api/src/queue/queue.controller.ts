import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { QueueCountsQuery, QueueQuery } from '@tumor-board/read-side';
import { today } from '@tumor-board/write-side';
import { RequestContext } from '../cases/request-context.js';
import { Access } from '../http/access.js';
import { Shows } from '../http/shows.js';
import { Operation } from '../openapi/operation.js';
import { PatientNames, shownWithIdentities } from '../patients/patient-names.js';
import { type QueueAnswer, queueAnswer, toEntries, toQueue } from './queue-answer.js';
import { type QueueRequest, queueQuery } from './queue-request.js';

/** The cases that wait for the board. */
@Controller('api/queue')
export class QueueController {
  constructor(
    private readonly queries: QueryBus,
    private readonly context: RequestContext,
    private readonly names: PatientNames,
  ) {}

  @Get()
  @Access('coordinator', 'clinician', 'chair', 'auditor')
  @Shows((page: QueueAnswer) => shownWithIdentities(page.cases))
  @Operation({
    id: 'getQueue',
    tag: 'queue',
    summary: 'The cases that wait for the board, most urgent first',
    description:
      'Why each waits, since when and by when the board should see it, what it lacks and who owes that. ' +
      'Cases that were put off are among them, with `readiness` `deferred`, until their day has come.',
    answers: { 200: { description: 'A page of the queue.', schema: queueAnswer } },
    problems: ['cursor.invalid', 'position.invalid', 'projection.behind'],
  })
  async queue(@Query({ schema: queueQuery }) query: QueueRequest) {
    const day = today();
    const site = this.context.site.id;
    const page = await this.queries.execute(new QueueQuery({ ...query, site, today: day }));
    const counts = query.after === undefined ? await this.queries.execute(new QueueCountsQuery(site, day)) : null;
    return toQueue(page, await this.names.of(toEntries(page), query.atLeast), counts);
  }
}
