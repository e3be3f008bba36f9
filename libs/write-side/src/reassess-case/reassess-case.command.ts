import { Command } from '@nestjs/cqrs';
import type { CommandContext } from '@tumor-board/kernel';
import type { CaseCommandResult } from '../case-commands.js';

/** Assess a case again under the release and policy of now; records that when either is another than the last. */
export class ReassessCaseCommand extends Command<CaseCommandResult> {
  constructor(
    readonly caseId: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}
