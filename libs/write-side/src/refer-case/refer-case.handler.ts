import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CaseCommands } from '../case-commands.js';
import { ReferCaseCommand } from './refer-case.command.js';

/** @throws Problem `referral.invalid`, `referral.id-taken`, `case.unknown`, `case.patient-died`, `case.erased`, `case.version-conflict` */
@CommandHandler(ReferCaseCommand)
export class ReferCaseHandler implements ICommandHandler<ReferCaseCommand> {
  constructor(private readonly cases: CaseCommands) {}

  execute({ caseId, referral, context, expectedVersion }: ReferCaseCommand) {
    return this.cases.carryOut(caseId, { type: 'ReferCase', ...referral }, context, expectedVersion);
  }
}
