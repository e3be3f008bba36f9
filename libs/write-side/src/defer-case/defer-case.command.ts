import { Command } from '@nestjs/cqrs';
import type { DeferCase } from '@tumor-board/board';
import type { CommandContext } from '@tumor-board/kernel';
import type { CaseCommandResult } from '../case-commands.js';

/** Leave a listed case for later. */
export class DeferCaseCommand extends Command<CaseCommandResult> {
  constructor(
    readonly caseId: string,
    readonly deferral: Omit<DeferCase, 'type'>,
    readonly context: CommandContext,
    /** Only when the case is at this version. */
    readonly expectedVersion?: number,
  ) {
    super();
  }
}
