import { Command } from '@nestjs/cqrs';
import type { DelistCase } from '@tumor-board/board';
import type { CommandContext } from '@tumor-board/kernel';
import type { CaseCommandResult } from '../case-commands.js';

/** Take a case out of the queue without a decision. */
export class DelistCaseCommand extends Command<CaseCommandResult> {
  constructor(
    readonly caseId: string,
    readonly delisting: Omit<DelistCase, 'type'>,
    readonly context: CommandContext,
    /** Only when the case is at this version. */
    readonly expectedVersion?: number,
  ) {
    super();
  }
}
