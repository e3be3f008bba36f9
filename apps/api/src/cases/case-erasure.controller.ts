import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ERASURE_REASONS } from '@tumor-board/board';
import { EraseCaseCommand } from '@tumor-board/write-side';
import { z } from 'zod';
import { Access } from '../http/access.js';
import { RequestHeaders } from '../http/request-headers.js';
import { Shows } from '../http/shows.js';
import { Operation } from '../openapi/operation.js';
import { type CasePath, casePath, type WriteHeaders, writeHeaders } from './case-requests.js';
import { RequestContext } from './request-context.js';

/** On what ground a case is erased; a code and no text. */
const caseErasure = z.strictObject({ because: z.enum(ERASURE_REASONS) });
type CaseErasure = z.infer<typeof caseErasure>;

/** What erasing answers. */
const erasedAnswer = z.strictObject({
  /** The id of the case. */
  id: z.uuid(),
  version: z.int(),
  /** Give it as `atLeast` to read the case as it is now. */
  position: z.string(),
});

/** Erases what was written about a person. */
@Controller('api')
export class CaseErasureController {
  constructor(
    private readonly commands: CommandBus,
    private readonly context: RequestContext,
  ) {}

  @Post('cases/:id/erasure')
  @HttpCode(200)
  @Access('administrator')
  @Shows('nothing')
  @Operation({
    id: 'eraseCase',
    tag: 'cases',
    summary: 'Erase what was written about the person of a case, for ever',
    description:
      'Destroys the key of the case, so that nobody can read its free text any more: it is told as `[erased]`. What is coded ' +
      'stays, with the assessments that rest on it, and nothing more is recorded of the case. This cannot be undone. Copies ' +
      'elsewhere, such as backups, are not reached.',
    answers: { 200: { description: 'The texts of the case are gone.', schema: erasedAnswer } },
    problems: ['case.unknown', 'log.unavailable'],
  })
  async erase(
    @Param({ schema: casePath }) { id }: CasePath,
    @Body({ schema: caseErasure }) { because }: CaseErasure,
    @RequestHeaders({ schema: writeHeaders }) headers: WriteHeaders,
  ): Promise<z.infer<typeof erasedAnswer>> {
    const context = this.context.command(`cases/${id}/erasure`, headers['idempotency-key']);
    const { caseId, version, position } = await this.commands.execute(new EraseCaseCommand(id, because, context));
    return { id: caseId, version, position };
  }
}
