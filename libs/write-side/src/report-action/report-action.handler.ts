import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CaseCommands } from '../case-commands.js';
import { ReportActionCommand } from './report-action.command.js';

/** @throws Problem `decision.unknown`, `decision.unknown-action`, `decision.report-invalid`, `case.unknown`, `case.erased`, `case.version-conflict` */
@CommandHandler(ReportActionCommand)
export class ReportActionHandler implements ICommandHandler<ReportActionCommand> {
  constructor(private readonly cases: CaseCommands) {}

  execute({ caseId, report, context, expectedVersion }: ReportActionCommand) {
    return this.cases.carryOut(caseId, { type: 'ReportAction', ...report }, context, expectedVersion);
  }
}
