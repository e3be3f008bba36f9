import { Command } from '@nestjs/cqrs';
import type { RecordDecision } from '@tumor-board/board';
import type { CommandContext } from '@tumor-board/kernel';
import type { CaseCommandResult } from '../case-commands.js';

/** Record what the board decided, signed by whoever saw what it rests on. */
export class RecordDecisionCommand extends Command<CaseCommandResult> {
  constructor(
    readonly caseId: string,
    readonly decision: Omit<RecordDecision, 'type'>,
    readonly context: CommandContext,
    /** Only when the case is at this version. */
    readonly expectedVersion?: number,
  ) {
    super();
  }
}
