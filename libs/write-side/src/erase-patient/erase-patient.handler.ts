import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { PatientCommands } from '../patient-commands.js';
import { ErasePatientCommand } from './erase-patient.command.js';

/** @throws Problem `patient.unknown`, `patient.not-confirmed` */
@CommandHandler(ErasePatientCommand)
export class ErasePatientHandler implements ICommandHandler<ErasePatientCommand> {
  constructor(private readonly patients: PatientCommands) {}

  execute({ patientId, erasure, context }: ErasePatientCommand) {
    return this.patients.erase(patientId, erasure, context);
  }
}
