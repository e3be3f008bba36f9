import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CaseCommands } from '../case-commands.js';
import { UnscheduleCaseCommand } from './unschedule-case.command.js';

/** @throws Problem `case.unknown`, `case.version-conflict` */
@CommandHandler(UnscheduleCaseCommand)
export class UnscheduleCaseHandler implements ICommandHandler<UnscheduleCaseCommand> {
  constructor(private readonly cases: CaseCommands) {}

  execute({ caseId, removal, context, expectedVersion }: UnscheduleCaseCommand) {
    return this.cases.carryOut(caseId, { type: 'UnscheduleCase', ...removal }, context, expectedVersion);
  }
}
