import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { PatientCommands } from '../patient-commands.js';
import { CorrectIdentityCommand } from './correct-identity.command.js';

/** @throws Problem `patient.unknown`, `patient.erased`, `patient.invalid`, `patient.version-conflict` */
@CommandHandler(CorrectIdentityCommand)
export class CorrectIdentityHandler implements ICommandHandler<CorrectIdentityCommand> {
  constructor(private readonly patients: PatientCommands) {}

  execute({ patientId, correction, context, expectedVersion }: CorrectIdentityCommand) {
    return this.patients.correct(patientId, correction, context, expectedVersion);
  }
}
