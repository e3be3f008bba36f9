import { Command } from '@nestjs/cqrs';
import type { CommandContext } from '@tumor-board/kernel';
import type { Erasure, PatientCommandResult } from '../patient-commands.js';

/** Erase who a person is, for ever; the cases and other records of the person follow. */
export class ErasePatientCommand extends Command<PatientCommandResult> {
  constructor(
    readonly patientId: string,
    readonly erasure: Erasure,
    readonly context: CommandContext,
  ) {
    super();
  }
}
