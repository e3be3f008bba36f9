import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ReassessmentsQuery, reassessmentsView } from '@tumor-board/read-side';
import { SignImpactCommand } from '@tumor-board/write-side';
import { Reauthentication } from '../access/reauthentication.js';
import { RequestContext } from '../cases/request-context.js';
import { Access } from '../http/access.js';
import { KNOWLEDGE_WRITERS } from '../http/case-roles.js';
import { Shows } from '../http/shows.js';
import { Operation } from '../openapi/operation.js';
import { signatureAnswer } from './knowledge-answers.js';
import { type ReportPath, reportPath, type Signature, signature } from './knowledge-requests.js';

/** Between a report and cases that are assessed anew: who answers for it, and how far it has come. */
@Controller('api')
export class ReassessmentsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly context: RequestContext,
    private readonly reauthentication: Reauthentication,
  ) {}

  @Post('impacts/:reportId/signature')
  @HttpCode(200)
  @Access(...KNOWLEDGE_WRITERS)
  @Shows('nothing')
  @Operation({
    id: 'signImpact',
    tag: 'knowledge',
    summary: 'Answer for having read an impact report',
    description:
      'By its digest, so that what is signed is what was read, and with the password once more. The name is that of the account.',
    answers: { 200: { description: 'The report is signed.', schema: signatureAnswer } },
    problems: [
      'knowledge.unknown-impact',
      'knowledge.impact-mismatch',
      'knowledge.signature-invalid',
      'access.reauthentication-refused',
      'access.throttled',
      'log.unavailable',
    ],
  })
  async sign(@Param({ schema: reportPath }) { reportId }: ReportPath, @Body({ schema: signature }) { password, ...signed }: Signature) {
    await this.reauthentication.verifyPassword(password);
    const context = this.context.command(`impacts/${reportId}/signature`, undefined);
    const { state } = await this.commands.execute(
      new SignImpactCommand({ reportId, ...signed, signer: this.context.person().name }, context),
    );
    return { reportId, signatures: state.reports.get(reportId)?.signatures ?? [] };
  }

  @Get('reassessments')
  @Access('signed-in')
  @Shows('nothing')
  @Operation({
    id: 'listReassessments',
    tag: 'knowledge',
    summary: 'How far the cases have been assessed under each change, the newest first',
    answers: { 200: { description: 'The re-assessments of the site.', schema: reassessmentsView } },
  })
  async reassessments() {
    return await this.queries.execute(new ReassessmentsQuery(this.context.site.id));
  }
}
