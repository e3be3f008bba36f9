import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { caseFile, parseCaseFile } from '@tumor-board/oncology';
import { ConsiderCaseFileCommand, ConsiderFactsCommand } from '@tumor-board/write-side';
import type { z } from 'zod';
import { Access } from '../http/access.js';
import { CASE_WRITERS } from '../http/case-roles.js';
import { ReadsOnly, Shows } from '../http/shows.js';
import { Operation } from '../openapi/operation.js';
import { type Preview, previewAnswer, toPreview } from './case-preview-answers.js';
import { type CasePath, casePath, type NewFacts, newFacts } from './case-requests.js';
import { RequestContext } from './request-context.js';

/** What facts would change, before anybody records them. */
@Controller('api')
export class CasePreviewsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly context: RequestContext,
  ) {}

  @Post('cases/:id/facts/preview')
  @HttpCode(200)
  @Access(...CASE_WRITERS)
  @ReadsOnly()
  @Shows('case')
  @Operation({
    id: 'previewFacts',
    tag: 'cases',
    summary: 'What recording one or more facts would change',
    description: 'Nothing is recorded. Refused as the recording itself would be.',
    answers: { 200: { description: 'What would follow.', schema: previewAnswer } },
    problems: ['fact.invalid', 'case.unknown', 'case.erased'],
  })
  async facts(@Param({ schema: casePath }) { id }: CasePath, @Body({ schema: newFacts }) body: NewFacts) {
    const facts = Array.isArray(body) ? body : [body];
    const context = this.context.command(`cases/${id}/facts/preview`, undefined);
    return toPreview(await this.commands.execute(new ConsiderFactsCommand(id, facts, context)));
  }

  @Post('case-files/preview')
  @HttpCode(200)
  @Access(...CASE_WRITERS)
  @ReadsOnly()
  @Shows(({ id, version }: Preview) => (version === 0 ? [] : [id]))
  @Operation({
    id: 'previewCaseFile',
    tag: 'cases',
    summary: 'What bringing in a case file would change, fact by fact',
    description: 'Nothing is recorded. Refused as the import itself would be.',
    answers: { 200: { description: 'What would follow.', schema: previewAnswer } },
    problems: ['case-file.invalid', 'fact.invalid', 'case.reference-taken', 'case.erased'],
  })
  async file(@Body({ schema: caseFile }) body: z.infer<typeof caseFile>) {
    const context = this.context.command('case-files/preview', undefined);
    return toPreview(await this.commands.execute(new ConsiderCaseFileCommand(parseCaseFile(body), context)));
  }
}
