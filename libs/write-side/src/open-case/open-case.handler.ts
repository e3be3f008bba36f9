import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CaseCommands } from '../case-commands.js';
import { caseIdFor } from '../derived-id.js';
import { OpenCaseCommand } from './open-case.command.js';

/** @throws Problem `case.already-open` when the reference names an open case of the site, `fact.invalid` */
@CommandHandler(OpenCaseCommand)
export class OpenCaseHandler implements ICommandHandler<OpenCaseCommand> {
  constructor(private readonly cases: CaseCommands) {}

  execute({ head, facts, context }: OpenCaseCommand) {
    return this.cases.carryOut(caseIdFor(context.metadata.site, head.reference), { type: 'OpenCase', head, facts }, context);
  }
}
