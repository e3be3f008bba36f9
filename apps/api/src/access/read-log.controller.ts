import { Controller, Get, Query } from '@nestjs/common';
import { actorOf, type ReadLogView, readLogView, SiteAccess } from '@tumor-board/access';
import { Access } from '../http/access.js';
import { type ShownRequest, Shows } from '../http/shows.js';
import { Operation } from '../openapi/operation.js';
import { type ReadLogRequest, readLogQuery } from './access-requests.js';

/** Who asks who saw a case is told of the case too. */
const casesAskedFor = (_view: ReadLogView, { query }: ShownRequest): string[] =>
  typeof query['caseId'] === 'string' ? [query['caseId']] : [];

/** Who was shown which case. */
@Controller('api/read-log')
export class ReadLogController {
  constructor(private readonly access: SiteAccess) {}

  @Get()
  @Access('auditor', 'administrator')
  @Shows(casesAskedFor)
  @Operation({
    id: 'listReadLog',
    tag: 'access',
    summary: 'Who was shown which case, the newest first',
    description: 'By case, by patient, by account, or by time. Asking is an entry itself.',
    answers: { 200: { description: 'A page of the read log.', schema: readLogView } },
    problems: ['cursor.invalid'],
  })
  async list(@Query({ schema: readLogQuery }) { account, ...query }: ReadLogRequest): Promise<ReadLogView> {
    const actor = account === undefined || account === 'operator' ? account : actorOf(account.replace(/^account:/, ''));
    return await this.access.readLog.list({ ...query, actor });
  }
}
