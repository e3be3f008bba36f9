import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CaseCommands } from '../case-commands.js';
import { MakeClaimCommand } from './make-claim.command.js';

/** @throws Problem `claim.invalid`, `claim.id-taken`, `case.unknown`, `case.patient-died`, `case.erased`, `case.version-conflict` */
@CommandHandler(MakeClaimCommand)
export class MakeClaimHandler implements ICommandHandler<MakeClaimCommand> {
  constructor(private readonly cases: CaseCommands) {}

  execute({ caseId, claim, context, expectedVersion }: MakeClaimCommand) {
    return this.cases.carryOut(caseId, { type: 'MakeClaim', ...claim }, context, expectedVersion);
  }
}
