import { Command } from '@nestjs/cqrs';
import type { UnscheduleCase } from '@tumor-board/board';
import type { CommandContext } from '@tumor-board/kernel';
import type { CaseCommandResult } from '../case-commands.js';

/** Note that a case is off the agenda of a meeting. */
export class UnscheduleCaseCommand extends Command<CaseCommandResult> {
  constructor(
    readonly caseId: string,
    readonly removal: Omit<UnscheduleCase, 'type'>,
    readonly context: CommandContext,
    /** Only when the case is at this version. */
    readonly expectedVersion?: number,
  ) {
    super();
  }
}
