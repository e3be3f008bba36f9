import { Command } from '@nestjs/cqrs';
import type { CommandContext } from '@tumor-board/kernel';
import type { Fact } from '@tumor-board/oncology';
import type { CaseCommandResult } from '../case-commands.js';

/** Record one or more facts of a case, in this order, all or none. */
export class RecordFactsCommand extends Command<CaseCommandResult> {
  constructor(
    readonly caseId: string,
    readonly facts: readonly Fact[],
    readonly context: CommandContext,
    /** Only when the case is at this version. */
    readonly expectedVersion?: number,
  ) {
    super();
  }
}
