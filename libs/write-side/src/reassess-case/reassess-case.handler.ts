import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CaseCommands } from '../case-commands.js';
import { ReassessCaseCommand } from './reassess-case.command.js';

/** @throws Problem `case.unknown` */
@CommandHandler(ReassessCaseCommand)
export class ReassessCaseHandler implements ICommandHandler<ReassessCaseCommand> {
  constructor(private readonly cases: CaseCommands) {}

  execute({ caseId, context }: ReassessCaseCommand) {
    return this.cases.carryOut(caseId, { type: 'ReassessCase' }, context);
  }
}
