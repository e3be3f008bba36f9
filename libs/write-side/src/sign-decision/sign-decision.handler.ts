import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CaseCommands } from '../case-commands.js';
import { SignDecisionCommand } from './sign-decision.command.js';

/** @throws Problem `decision.unknown`, `decision.superseded`, `decision.stale`, `decision.content-mismatch`, `decision.signed-already`, `decision.signature-invalid`, `case.unknown`, `case.patient-died`, `case.erased`, `case.version-conflict` */
@CommandHandler(SignDecisionCommand)
export class SignDecisionHandler implements ICommandHandler<SignDecisionCommand> {
  constructor(private readonly cases: CaseCommands) {}

  execute({ caseId, signing, context, expectedVersion }: SignDecisionCommand) {
    return this.cases.carryOut(caseId, { type: 'SignDecision', ...signing }, context, expectedVersion);
  }
}
