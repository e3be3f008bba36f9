import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { PatientCommands } from '../patient-commands.js';
import { LinkPatientCommand } from './link-patient.command.js';

/** @throws Problem `patient.unknown`, `patient.erased`, `patient.invalid` */
@CommandHandler(LinkPatientCommand)
export class LinkPatientHandler implements ICommandHandler<LinkPatientCommand> {
  constructor(private readonly patients: PatientCommands) {}

  execute({ patientId, link, context }: LinkPatientCommand) {
    return this.patients.link(patientId, link, context);
  }
}
