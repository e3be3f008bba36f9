import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { KnowledgeCommands } from '../knowledge-commands.js';
import { ReportImpactCommand } from './report-impact.command.js';

/** @throws Problem `knowledge.unknown-release`, `knowledge.release-edited`, `knowledge.impact-mismatch`, `policy.invalid` */
@CommandHandler(ReportImpactCommand)
export class ReportImpactHandler implements ICommandHandler<ReportImpactCommand> {
  constructor(private readonly knowledge: KnowledgeCommands) {}

  execute({ report, context }: ReportImpactCommand) {
    return this.knowledge.carryOut({ type: 'ReportImpact', ...report }, context);
  }
}
