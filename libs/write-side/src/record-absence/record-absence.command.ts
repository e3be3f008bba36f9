import { Command } from '@nestjs/cqrs';
import type { RecordAbsence } from '@tumor-board/board';
import type { CommandContext } from '@tumor-board/kernel';
import type { CaseCommandResult } from '../case-commands.js';

/** Note that a discipline gave no opinion in a run of the panel. */
export class RecordAbsenceCommand extends Command<CaseCommandResult> {
  constructor(
    readonly caseId: string,
    readonly absence: Omit<RecordAbsence, 'type'>,
    readonly context: CommandContext,
    /** Only when the case is at this version. */
    readonly expectedVersion?: number,
  ) {
    super();
  }
}
