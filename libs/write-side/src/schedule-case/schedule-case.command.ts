import { Command } from '@nestjs/cqrs';
import type { ScheduleCase } from '@tumor-board/board';
import type { CommandContext } from '@tumor-board/kernel';
import type { CaseCommandResult } from '../case-commands.js';

/** Note that a listed case is on the agenda of a meeting. */
export class ScheduleCaseCommand extends Command<CaseCommandResult> {
  constructor(
    readonly caseId: string,
    readonly schedule: Omit<ScheduleCase, 'type'>,
    readonly context: CommandContext,
    /** Only when the case is at this version. */
    readonly expectedVersion?: number,
  ) {
    super();
  }
}
