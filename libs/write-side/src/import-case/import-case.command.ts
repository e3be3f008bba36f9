import { Command } from '@nestjs/cqrs';
import type { CommandContext } from '@tumor-board/kernel';
import type { CaseFile } from '@tumor-board/oncology';
import type { CaseCommandResult } from '../case-commands.js';

/** Bring in a case file. It needs no command id: that follows from the site, the reference and the content. */
export class ImportCaseCommand extends Command<CaseCommandResult> {
  constructor(
    readonly file: CaseFile,
    readonly context: Omit<CommandContext, 'commandId'>,
  ) {
    super();
  }
}
