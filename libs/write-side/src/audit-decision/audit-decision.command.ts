import { Command } from '@nestjs/cqrs';
import type { AuditDecision } from '@tumor-board/board';
import type { CommandContext } from '@tumor-board/kernel';
import type { CaseCommandResult } from '../case-commands.js';

/** Say whether it was right to decide on a case without discussion. */
export class AuditDecisionCommand extends Command<CaseCommandResult> {
  constructor(
    readonly caseId: string,
    readonly audit: Omit<AuditDecision, 'type' | 'isSampled'>,
    readonly context: CommandContext,
    /** Only when the case is at this version. */
    readonly expectedVersion?: number,
  ) {
    super();
  }
}
