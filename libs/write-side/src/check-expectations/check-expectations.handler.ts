import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CaseCommands } from '../case-commands.js';
import { CheckExpectationsCommand } from './check-expectations.command.js';

/** @throws Problem `case.unknown`, `case.version-conflict` */
@CommandHandler(CheckExpectationsCommand)
export class CheckExpectationsHandler implements ICommandHandler<CheckExpectationsCommand> {
  constructor(private readonly cases: CaseCommands) {}

  execute({ caseId, check, context, expectedVersion }: CheckExpectationsCommand) {
    return this.cases.carryOut(caseId, { type: 'CheckExpectations', ...check }, context, expectedVersion);
  }
}
