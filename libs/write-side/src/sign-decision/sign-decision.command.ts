import { Command } from '@nestjs/cqrs';
import type { SignDecision } from '@tumor-board/board';
import type { CommandContext } from '@tumor-board/kernel';
import type { CaseCommandResult } from '../case-commands.js';

/** Put one more signature under the decision that stands. */
export class SignDecisionCommand extends Command<CaseCommandResult> {
  constructor(
    readonly caseId: string,
    readonly signing: Omit<SignDecision, 'type'>,
    readonly context: CommandContext,
    /** Only when the case is at this version. */
    readonly expectedVersion?: number,
  ) {
    super();
  }
}
