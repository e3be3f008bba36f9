import { Command } from '@nestjs/cqrs';
import type { CommandContext } from '@tumor-board/kernel';
import type { CaseFile, Fact } from '@tumor-board/oncology';
import type { ConsideredCase } from '../case-commands.js';

/** What recording facts of a case would lead to. Nothing is recorded. */
export class ConsiderFactsCommand extends Command<ConsideredCase> {
  constructor(
    readonly caseId: string,
    readonly facts: readonly Fact[],
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** What bringing in a case file would lead to. Nothing is recorded. */
export class ConsiderCaseFileCommand extends Command<ConsideredCase> {
  constructor(
    readonly file: CaseFile,
    readonly context: CommandContext,
  ) {
    super();
  }
}
