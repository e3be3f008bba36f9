import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { dayOf } from '../days.js';
import { KnowledgeCommands } from '../knowledge-commands.js';
import { ActivateReleaseCommand } from './activate-release.command.js';

/**
 * @throws Problem `knowledge.unsigned-impact`, `knowledge.stale-impact`, `knowledge.unknown-release`,
 * `knowledge.release-edited`, `knowledge.effective-from-invalid`
 */
@CommandHandler(ActivateReleaseCommand)
export class ActivateReleaseHandler implements ICommandHandler<ActivateReleaseCommand> {
  constructor(private readonly knowledge: KnowledgeCommands) {}

  execute({ release, reportId, effectiveFrom, context }: ActivateReleaseCommand) {
    const today = dayOf(context.receivedAt);
    const command = { type: 'ActivateRelease', release, reportId, effectiveFrom: effectiveFrom ?? today, today } as const;
    return this.knowledge.carryOut(command, context);
  }
}
