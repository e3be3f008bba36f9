import { Command } from '@nestjs/cqrs';
import type { RequestItem } from '@tumor-board/board';
import type { CommandContext } from '@tumor-board/kernel';
import type { CaseCommandResult } from '../case-commands.js';

/** Ask somebody for what a case lacks. */
export class RequestItemCommand extends Command<CaseCommandResult> {
  constructor(
    readonly caseId: string,
    readonly request: Omit<RequestItem, 'type'>,
    readonly context: CommandContext,
    /** Only when the case is at this version. */
    readonly expectedVersion?: number,
  ) {
    super();
  }
}
