import { Command } from '@nestjs/cqrs';
import type { MakeClaim } from '@tumor-board/board';
import type { CommandContext } from '@tumor-board/kernel';
import type { CaseCommandResult } from '../case-commands.js';

/** Enter a claim into the ledger in the name of a person. */
export class MakeClaimCommand extends Command<CaseCommandResult> {
  constructor(
    readonly caseId: string,
    readonly claim: Omit<MakeClaim, 'type'>,
    readonly context: CommandContext,
    /** Only when the case is at this version. */
    readonly expectedVersion?: number,
  ) {
    super();
  }
}
