import { Command } from '@nestjs/cqrs';
import type { Identity } from '@tumor-board/board';
import type { CommandContext } from '@tumor-board/kernel';
import type { PatientCommandResult } from '../patient-commands.js';

/** Make a record of a person. */
export class RegisterPatientCommand extends Command<PatientCommandResult> {
  constructor(
    readonly identity: Identity,
    readonly context: CommandContext,
    /** The record that has the number by now, where that is known: its own number may have been corrected to it. */
    readonly holder?: string,
  ) {
    super();
  }
}
