import { Command } from '@nestjs/cqrs';
import type { CommandContext } from '@tumor-board/kernel';
import type { CaseHead, Fact } from '@tumor-board/oncology';
import type { CaseCommandResult } from '../case-commands.js';

/** Open a case, with the facts of a whole file or without. The case's id follows from its site and reference. */
export class OpenCaseCommand extends Command<CaseCommandResult> {
  constructor(
    readonly head: CaseHead,
    readonly facts: readonly Fact[],
    readonly context: CommandContext,
  ) {
    super();
  }
}
