import { Command } from '@nestjs/cqrs';
import type { CommandContext } from '@tumor-board/kernel';
import type { Correction, PatientCommandResult } from '../patient-commands.js';

/** Record anew who a person is. */
export class CorrectIdentityCommand extends Command<PatientCommandResult> {
  constructor(
    readonly patientId: string,
    readonly correction: Correction,
    readonly context: CommandContext,
    /** Only when the record is at this version. */
    readonly expectedVersion?: number,
  ) {
    super();
  }
}
