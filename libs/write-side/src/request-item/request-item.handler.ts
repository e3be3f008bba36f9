import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CaseCommands } from '../case-commands.js';
import { RequestItemCommand } from './request-item.command.js';

/** @throws Problem `case.item-not-missing`, `case.request-invalid`, `case.unknown`, `case.patient-died`, `case.erased`, `case.version-conflict` */
@CommandHandler(RequestItemCommand)
export class RequestItemHandler implements ICommandHandler<RequestItemCommand> {
  constructor(private readonly cases: CaseCommands) {}

  execute({ caseId, request, context, expectedVersion }: RequestItemCommand) {
    return this.cases.carryOut(caseId, { type: 'RequestItem', ...request }, context, expectedVersion);
  }
}
