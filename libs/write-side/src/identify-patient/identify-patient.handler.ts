import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CaseCommands } from '../case-commands.js';
import { PatientCommands } from '../patient-commands.js';
import { IdentifyPatientCommand } from './identify-patient.command.js';

/**
 * @throws Problem `case.other-patient`, `case.unknown`, `case.erased`, `case.version-conflict`; `patient.unknown`,
 * `patient.erased` when there is no such record at the site to name
 */
@CommandHandler(IdentifyPatientCommand)
export class IdentifyPatientHandler implements ICommandHandler<IdentifyPatientCommand> {
  constructor(
    private readonly cases: CaseCommands,
    private readonly patients: PatientCommands,
  ) {}

  async execute({ caseId, identity, context, expectedVersion }: IdentifyPatientCommand) {
    await this.patients.find(context.metadata.site, identity.patientId);
    return await this.cases.carryOut(caseId, { type: 'IdentifyPatient', ...identity }, context, expectedVersion);
  }
}
