import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { canonicalJson, sha256Hex } from '@tumor-board/kernel';
import type { CaseFile } from '@tumor-board/oncology';
import { type CaseCommandResult, CaseCommands } from '../case-commands.js';
import { caseIdFor, derivedId } from '../derived-id.js';
import { ImportCaseCommand } from './import-case.command.js';

/** So many facts are recorded at once: with what each of them changes they fit into one append. */
const FACTS_AT_ONCE = 400;

/**
 * Importing a file twice changes nothing; a file that goes on where the record ends adds what is new. A long file is
 * recorded in parts, each of which the file itself begins with: one that was cut off goes on when it is imported again.
 * @throws Problem `case.reference-taken` naming the first field or fact in which file and record differ
 */
@CommandHandler(ImportCaseCommand)
export class ImportCaseHandler implements ICommandHandler<ImportCaseCommand> {
  constructor(private readonly cases: CaseCommands) {}

  async execute({ file, context }: ImportCaseCommand): Promise<CaseCommandResult> {
    const [first = file, ...others] = beginnings(file);
    let result = await this.record(first, context);
    for (const beginning of others) {
      const next = await this.record(beginning, context);
      result = { ...next, revisions: [...result.revisions, ...next.revisions], duplicate: result.duplicate && next.duplicate };
    }
    return result;
  }

  private record(file: CaseFile, context: ImportCaseCommand['context']): Promise<CaseCommandResult> {
    const { facts, ...head } = file;
    const { site } = context.metadata;
    const commandId = derivedId('import', site, file.reference, sha256Hex(canonicalJson(file)));
    return this.cases.carryOut(caseIdFor(site, file.reference), { type: 'ImportCase', head, facts }, { ...context, commandId });
  }
}

/** The file with its first facts, with some more, and so on to the whole of it. */
const beginnings = (file: CaseFile): readonly CaseFile[] =>
  Array.from({ length: Math.max(1, Math.ceil(file.facts.length / FACTS_AT_ONCE)) }, (_part, index) => ({
    ...file,
    facts: file.facts.slice(0, (index + 1) * FACTS_AT_ONCE),
  }));
