import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CaseCommands } from '../case-commands.js';
import { RecordFactsCommand } from './record-facts.command.js';

/** @throws Problem `case.unknown`, `fact.invalid`, `case.version-conflict` with `expected` and `actual` */
@CommandHandler(RecordFactsCommand)
export class RecordFactsHandler implements ICommandHandler<RecordFactsCommand> {
  constructor(private readonly cases: CaseCommands) {}

  execute({ caseId, facts, context, expectedVersion }: RecordFactsCommand) {
    return this.cases.carryOut(caseId, { type: 'RecordFacts', facts }, context, expectedVersion);
  }
}
