import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CaseCommands } from '../case-commands.js';
import { DeferCaseCommand } from './defer-case.command.js';

/** @throws Problem `case.not-listed`, `case.deferral-invalid`, `case.unknown`, `case.patient-died`, `case.erased`, `case.version-conflict` */
@CommandHandler(DeferCaseCommand)
export class DeferCaseHandler implements ICommandHandler<DeferCaseCommand> {
  constructor(private readonly cases: CaseCommands) {}

  execute({ caseId, deferral, context, expectedVersion }: DeferCaseCommand) {
    return this.cases.carryOut(caseId, { type: 'DeferCase', ...deferral }, context, expectedVersion);
  }
}
