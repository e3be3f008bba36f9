import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CaseCommands } from '../case-commands.js';
import { ScheduleCaseCommand } from './schedule-case.command.js';

/** @throws Problem `case.not-listed`, `case.already-scheduled`, `case.unknown`, `case.patient-died`, `case.erased`, `case.version-conflict` */
@CommandHandler(ScheduleCaseCommand)
export class ScheduleCaseHandler implements ICommandHandler<ScheduleCaseCommand> {
  constructor(private readonly cases: CaseCommands) {}

  execute({ caseId, schedule, context, expectedVersion }: ScheduleCaseCommand) {
    return this.cases.carryOut(caseId, { type: 'ScheduleCase', ...schedule }, context, expectedVersion);
  }
}
