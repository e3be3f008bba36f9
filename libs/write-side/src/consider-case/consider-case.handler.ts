import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CaseCommands } from '../case-commands.js';
import { caseIdFor } from '../derived-id.js';
import { ConsiderCaseFileCommand, ConsiderFactsCommand } from './consider-case.command.js';

/** @throws Problem `case.unknown`, `case.erased`, `fact.invalid` */
@CommandHandler(ConsiderFactsCommand)
export class ConsiderFactsHandler implements ICommandHandler<ConsiderFactsCommand> {
  constructor(private readonly cases: CaseCommands) {}

  execute({ caseId, facts, context }: ConsiderFactsCommand) {
    return this.cases.consider(caseId, { type: 'RecordFacts', facts }, context);
  }
}

/** @throws Problem `case.reference-taken` naming the first field or fact in which file and record differ; `case.erased` */
@CommandHandler(ConsiderCaseFileCommand)
export class ConsiderCaseFileHandler implements ICommandHandler<ConsiderCaseFileCommand> {
  constructor(private readonly cases: CaseCommands) {}

  execute({ file, context }: ConsiderCaseFileCommand) {
    const { facts, ...head } = file;
    return this.cases.consider(caseIdFor(context.metadata.site, file.reference), { type: 'ImportCase', head, facts }, context);
  }
}
