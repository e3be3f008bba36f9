import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CaseCommands } from '../case-commands.js';
import { IdentifyPatientCommand } from './identify-patient.command.js';

/** @throws Problem `case.other-patient`, `case.unknown`, `case.erased`, `case.version-conflict` */
@CommandHandler(IdentifyPatientCommand)
export class IdentifyPatientHandler implements ICommandHandler<IdentifyPatientCommand> {
  constructor(private readonly cases: CaseCommands) {}

  execute({ caseId, identity, context, expectedVersion }: IdentifyPatientCommand) {
    return this.cases.carryOut(caseId, { type: 'IdentifyPatient', ...identity }, context, expectedVersion);
  }
}
