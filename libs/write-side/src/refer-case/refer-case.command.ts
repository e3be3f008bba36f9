import { Command } from '@nestjs/cqrs';
import type { ReferCase } from '@tumor-board/board';
import type { CommandContext } from '@tumor-board/kernel';
import type { CaseCommandResult } from '../case-commands.js';

/** Ask the board a question about a case, which lists it. */
export class ReferCaseCommand extends Command<CaseCommandResult> {
  constructor(
    readonly caseId: string,
    readonly referral: Omit<ReferCase, 'type'>,
    readonly context: CommandContext,
    /** Only when the case is at this version. */
    readonly expectedVersion?: number,
  ) {
    super();
  }
}
