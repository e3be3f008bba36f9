import { Command } from '@nestjs/cqrs';
import type { WithdrawClaim } from '@tumor-board/board';
import type { CommandContext } from '@tumor-board/kernel';
import type { CaseCommandResult } from '../case-commands.js';

/** Take a claim back in the name of who made it. */
export class WithdrawClaimCommand extends Command<CaseCommandResult> {
  constructor(
    readonly caseId: string,
    readonly withdrawal: Omit<WithdrawClaim, 'type'>,
    readonly context: CommandContext,
    /** Only when the case is at this version. */
    readonly expectedVersion?: number,
  ) {
    super();
  }
}
