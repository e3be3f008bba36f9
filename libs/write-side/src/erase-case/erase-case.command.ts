import { Command } from '@nestjs/cqrs';
import type { ErasureReason } from '@tumor-board/board';
import type { CommandContext } from '@tumor-board/kernel';
import type { CaseCommandResult } from '../case-commands.js';

/** Erase what was written about the person of a case, for ever. */
export class EraseCaseCommand extends Command<CaseCommandResult> {
  constructor(
    readonly caseId: string,
    readonly because: ErasureReason,
    readonly context: CommandContext,
  ) {
    super();
  }
}
