import { Body, Controller, HttpCode, Param, Post, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type CaseHead, caseFile, type Fact, parseCaseFile } from '@tumor-board/oncology';
import { CaseRecordQuery } from '@tumor-board/read-side';
import { type CaseCommandResult, ImportCaseCommand, OpenCaseCommand, RecordFactsCommand } from '@tumor-board/write-side';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { Access } from '../http/access.js';
import { CASE_WRITERS } from '../http/case-roles.js';
import { RequestHeaders } from '../http/request-headers.js';
import { Shows } from '../http/shows.js';
import { Operation } from '../openapi/operation.js';
import { type Recorded, recordedAnswer, toRecorded } from './case-answers.js';
import {
  type CasePath,
  casePath,
  expectedVersion,
  type NewCase,
  type NewFacts,
  newCase,
  newFacts,
  type RecordHeaders,
  recordHeaders,
  type WriteHeaders,
  writeHeaders,
} from './case-requests.js';
import { RequestContext } from './request-context.js';
import { keyReused } from './reused-key.js';
import { holdsAll, sameHead } from './same-facts.js';

const ANSWER_HEADERS = {
  etag: 'The version of the case, for `If-Match`.',
  'idempotent-replay': '`true` when this key was used before and the first answer is repeated.',
};

/** Facts in. */
@Controller('api')
export class CaseCommandsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly context: RequestContext,
  ) {}

  @Post('cases')
  @Access(...CASE_WRITERS)
  @Shows(({ id }: Recorded) => [id])
  @Operation({
    id: 'openCase',
    tag: 'cases',
    summary: 'Open a case',
    description: 'Takes the head of a case file, or a whole case file. Nothing is recorded unless all of it is valid.',
    answers: {
      201: {
        description: 'The case is open.',
        schema: recordedAnswer,
        headers: { ...ANSWER_HEADERS, location: 'The address of the case.' },
      },
    },
    problems: ['fact.invalid', 'case.already-open', 'case.erased', 'idempotency.key-reused', 'log.unavailable'],
  })
  async open(
    @Body({ schema: newCase }) { facts = [], ...head }: NewCase,
    @RequestHeaders({ schema: writeHeaders }) headers: WriteHeaders,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const key = headers['idempotency-key'];
    const result = await this.commands.execute(new OpenCaseCommand(head, facts, this.context.command('cases', key)));
    await this.refuseReusedKey(result, facts, key, head);
    return this.answer(reply.header('location', `/api/cases/${result.caseId}`), result, key);
  }

  @Post('cases/:id/facts')
  @HttpCode(200)
  @Access(...CASE_WRITERS)
  @Shows('case')
  @Operation({
    id: 'recordFacts',
    tag: 'cases',
    summary: 'Record one or more facts of a case',
    description:
      'All of them or none. Corrections and retractions are facts too. Answers with the assessment that stands after them. ' +
      'Send an `Idempotency-Key` so that a request whose answer was lost can be repeated; without one, every request is recorded.',
    answers: { 200: { description: 'The facts are recorded.', schema: recordedAnswer, headers: ANSWER_HEADERS } },
    problems: ['fact.invalid', 'case.unknown', 'case.erased', 'case.version-conflict', 'idempotency.key-reused', 'log.unavailable'],
  })
  async record(
    @Param({ schema: casePath }) { id }: CasePath,
    @Body({ schema: newFacts }) body: NewFacts,
    @RequestHeaders({ schema: recordHeaders }) headers: RecordHeaders,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const key = headers['idempotency-key'];
    const facts = Array.isArray(body) ? body : [body];
    const context = this.context.command(`cases/${id}/facts`, key);
    const result = await this.commands.execute(new RecordFactsCommand(id, facts, context, expectedVersion(headers)));
    await this.refuseReusedKey(result, facts, key);
    return this.answer(reply, result, key);
  }

  @Post('case-files')
  @HttpCode(200)
  @Access(...CASE_WRITERS)
  @Shows(({ id }: Recorded) => [id])
  @Operation({
    id: 'importCaseFile',
    tag: 'cases',
    summary: 'Bring in a case file',
    description:
      'Opens the case when its reference is new; otherwise records the facts that follow the recorded ones. Repeating it changes nothing.',
    answers: {
      200: {
        description: 'The case holds what the file says.',
        schema: recordedAnswer,
        headers: {
          etag: ANSWER_HEADERS.etag,
          'content-unchanged': '`true` when the case held all of it before.',
          location: 'The address of the case.',
        },
      },
    },
    problems: ['case-file.invalid', 'fact.invalid', 'case.reference-taken', 'case.erased', 'log.unavailable'],
  })
  async import(@Body({ schema: caseFile }) body: z.infer<typeof caseFile>, @Res({ passthrough: true }) reply: FastifyReply) {
    const { commandId: _commandId, ...context } = this.context.command('case-files', undefined);
    const result = await this.commands.execute(new ImportCaseCommand(parseCaseFile(body), context));
    if (result.duplicate) void reply.header('content-unchanged', 'true');
    return this.answer(reply.header('location', `/api/cases/${result.caseId}`), result, undefined);
  }

  private answer(reply: FastifyReply, result: CaseCommandResult, key: string | undefined) {
    void reply.header('etag', `"${result.version}"`);
    if (result.duplicate && key !== undefined) void reply.header('idempotent-replay', 'true');
    return toRecorded(result);
  }

  /** A key is for one request: when it comes back with what was never recorded, the caller has mixed up its keys. */
  private async refuseReusedKey(
    result: CaseCommandResult,
    facts: readonly Fact[],
    key: string | undefined,
    head?: CaseHead,
  ): Promise<void> {
    if (!result.duplicate || key === undefined) return;
    const record = await this.queries.execute(new CaseRecordQuery(this.context.site.id, result.caseId));
    if (!holdsAll(record.facts, facts) || (head !== undefined && !sameHead(record, head))) {
      throw keyReused(key);
    }
  }
}
