import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { PatientCommands } from '../patient-commands.js';
import { RegisterPatientCommand } from './register-patient.command.js';

/** @throws Problem `patient.record-number-taken`, `patient.invalid`, `patient.unprotected` */
@CommandHandler(RegisterPatientCommand)
export class RegisterPatientHandler implements ICommandHandler<RegisterPatientCommand> {
  constructor(private readonly patients: PatientCommands) {}

  execute({ identity, context, holder }: RegisterPatientCommand) {
    return this.patients.register(identity, context, holder);
  }
}
