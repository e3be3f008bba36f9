import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { canonicalJson, sha256Hex } from '@tumor-board/kernel';
import { CaseCommands } from '../case-commands.js';
import { caseIdFor, derivedId } from '../derived-id.js';
import { ImportCaseCommand } from './import-case.command.js';

/**
 * Importing a file twice changes nothing; a file that goes on where the record ends adds what is new.
 * @throws Problem `case.reference-taken` naming the first field or fact in which file and record differ
 */
@CommandHandler(ImportCaseCommand)
export class ImportCaseHandler implements ICommandHandler<ImportCaseCommand> {
  constructor(private readonly cases: CaseCommands) {}

  execute({ file, context }: ImportCaseCommand) {
    const { facts, ...head } = file;
    const { site } = context.metadata;
    const commandId = derivedId('import', site, file.reference, sha256Hex(canonicalJson(file)));
    return this.cases.carryOut(caseIdFor(site, file.reference), { type: 'ImportCase', head, facts }, { ...context, commandId });
  }
}
