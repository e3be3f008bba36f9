import { Command } from '@nestjs/cqrs';
import type { CommandContext } from '@tumor-board/kernel';
import type { PatientCommandResult, Unlink } from '../patient-commands.js';

/** Say that two records are not of one person. */
export class UnlinkPatientCommand extends Command<PatientCommandResult> {
  constructor(
    readonly patientId: string,
    readonly unlink: Unlink,
    readonly context: CommandContext,
  ) {
    super();
  }
}
