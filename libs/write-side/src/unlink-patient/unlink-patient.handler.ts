import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { PatientCommands } from '../patient-commands.js';
import { UnlinkPatientCommand } from './unlink-patient.command.js';

/** @throws Problem `patient.unknown`, `patient.erased` */
@CommandHandler(UnlinkPatientCommand)
export class UnlinkPatientHandler implements ICommandHandler<UnlinkPatientCommand> {
  constructor(private readonly patients: PatientCommands) {}

  execute({ patientId, unlink, context }: UnlinkPatientCommand) {
    return this.patients.unlink(patientId, unlink, context);
  }
}
