import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { dayOf } from '../days.js';
import { KnowledgeCommands } from '../knowledge-commands.js';
import { ChangePolicyCommand } from './change-policy.command.js';

/**
 * @throws Problem `policy.invalid` naming the field, `knowledge.unsigned-impact`, `knowledge.stale-impact`,
 * `knowledge.release-edited`, `knowledge.effective-from-invalid`
 */
@CommandHandler(ChangePolicyCommand)
export class ChangePolicyHandler implements ICommandHandler<ChangePolicyCommand> {
  constructor(private readonly knowledge: KnowledgeCommands) {}

  execute({ policy, reportId, effectiveFrom, context }: ChangePolicyCommand) {
    const today = dayOf(context.receivedAt);
    const command = { type: 'ChangePolicy', policy, reportId, effectiveFrom: effectiveFrom ?? today, today } as const;
    return this.knowledge.carryOut(command, context);
  }
}
