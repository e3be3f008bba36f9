import { Command } from '@nestjs/cqrs';
import type { WithdrawReferral } from '@tumor-board/board';
import type { CommandContext } from '@tumor-board/kernel';
import type { CaseCommandResult } from '../case-commands.js';

/** Take a question to the board back. */
export class WithdrawReferralCommand extends Command<CaseCommandResult> {
  constructor(
    readonly caseId: string,
    readonly withdrawal: Omit<WithdrawReferral, 'type'>,
    readonly context: CommandContext,
    /** Only when the case is at this version. */
    readonly expectedVersion?: number,
  ) {
    super();
  }
}
