import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CaseCommands } from '../case-commands.js';
import { RecordDecisionCommand } from './record-decision.command.js';

/** @throws Problem `decision.stale`, `decision.invalid`, `decision.signature-invalid`, `decision.id-taken`, `case.unknown`, `case.patient-died`, `case.erased`, `case.version-conflict` */
@CommandHandler(RecordDecisionCommand)
export class RecordDecisionHandler implements ICommandHandler<RecordDecisionCommand> {
  constructor(private readonly cases: CaseCommands) {}

  execute({ caseId, decision, context, expectedVersion }: RecordDecisionCommand) {
    return this.cases.carryOut(caseId, { type: 'RecordDecision', ...decision }, context, expectedVersion);
  }
}
