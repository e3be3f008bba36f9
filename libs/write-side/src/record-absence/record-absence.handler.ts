import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CaseCommands } from '../case-commands.js';
import { RecordAbsenceCommand } from './record-absence.command.js';

/** @throws Problem `deliberation.unknown`, `deliberation.superseded`, `case.unknown`, `case.version-conflict` */
@CommandHandler(RecordAbsenceCommand)
export class RecordAbsenceHandler implements ICommandHandler<RecordAbsenceCommand> {
  constructor(private readonly cases: CaseCommands) {}

  execute({ caseId, absence, context, expectedVersion }: RecordAbsenceCommand) {
    return this.cases.carryOut(caseId, { type: 'RecordAbsence', ...absence }, context, expectedVersion);
  }
}
