import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CaseCommands } from '../case-commands.js';
import { DelistCaseCommand } from './delist-case.command.js';

/** @throws Problem `case.not-listed`, `case.delisting-invalid`, `case.unknown`, `case.erased`, `case.version-conflict` */
@CommandHandler(DelistCaseCommand)
export class DelistCaseHandler implements ICommandHandler<DelistCaseCommand> {
  constructor(private readonly cases: CaseCommands) {}

  execute({ caseId, delisting, context, expectedVersion }: DelistCaseCommand) {
    return this.cases.carryOut(caseId, { type: 'DelistCase', ...delisting }, context, expectedVersion);
  }
}
