import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CaseCommands } from '../case-commands.js';
import { WithdrawReferralCommand } from './withdraw-referral.command.js';

/** @throws Problem `referral.unknown`, `referral.closed`, `case.unknown`, `case.erased`, `case.version-conflict` */
@CommandHandler(WithdrawReferralCommand)
export class WithdrawReferralHandler implements ICommandHandler<WithdrawReferralCommand> {
  constructor(private readonly cases: CaseCommands) {}

  execute({ caseId, withdrawal, context, expectedVersion }: WithdrawReferralCommand) {
    return this.cases.carryOut(caseId, { type: 'WithdrawReferral', ...withdrawal }, context, expectedVersion);
  }
}
