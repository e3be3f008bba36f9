import { Command } from '@nestjs/cqrs';
import type { IdentifyPatient } from '@tumor-board/board';
import type { CommandContext } from '@tumor-board/kernel';
import type { CaseCommandResult } from '../case-commands.js';

/** Say whose case it is. */
export class IdentifyPatientCommand extends Command<CaseCommandResult> {
  constructor(
    readonly caseId: string,
    readonly identity: Omit<IdentifyPatient, 'type'>,
    readonly context: CommandContext,
    /** Only when the case is at this version. */
    readonly expectedVersion?: number,
  ) {
    super();
  }
}
