import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CaseCommands } from '../case-commands.js';
import { WithdrawClaimCommand } from './withdraw-claim.command.js';

/** @throws Problem `claim.unknown`, `claim.of-another`, `case.unknown`, `case.erased`, `case.version-conflict` */
@CommandHandler(WithdrawClaimCommand)
export class WithdrawClaimHandler implements ICommandHandler<WithdrawClaimCommand> {
  constructor(private readonly cases: CaseCommands) {}

  execute({ caseId, withdrawal, context, expectedVersion }: WithdrawClaimCommand) {
    return this.cases.carryOut(caseId, { type: 'WithdrawClaim', ...withdrawal }, context, expectedVersion);
  }
}
