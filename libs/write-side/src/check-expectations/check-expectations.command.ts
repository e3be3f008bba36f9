import { Command } from '@nestjs/cqrs';
import type { CheckExpectations } from '@tumor-board/board';
import type { CommandContext } from '@tumor-board/kernel';
import type { CaseCommandResult } from '../case-commands.js';

/** Find the results that a plan counted on and that are overdue on a day. */
export class CheckExpectationsCommand extends Command<CaseCommandResult> {
  constructor(
    readonly caseId: string,
    readonly check: Omit<CheckExpectations, 'type'>,
    readonly context: CommandContext,
    /** Only when the case is at this version. */
    readonly expectedVersion?: number,
  ) {
    super();
  }
}
