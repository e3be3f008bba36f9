import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CaseCommands } from '../case-commands.js';
import { dayOf } from '../days.js';
import { EraseCaseCommand } from './erase-case.command.js';

/** @throws Problem `case.unknown` */
@CommandHandler(EraseCaseCommand)
export class EraseCaseHandler implements ICommandHandler<EraseCaseCommand> {
  constructor(private readonly cases: CaseCommands) {}

  execute({ caseId, because, context }: EraseCaseCommand) {
    return this.cases.erase(caseId, { type: 'EraseCase', because, today: dayOf(context.receivedAt) }, context);
  }
}
