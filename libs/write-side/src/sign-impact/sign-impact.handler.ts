import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { KnowledgeCommands } from '../knowledge-commands.js';
import { SignImpactCommand } from './sign-impact.command.js';

/** @throws Problem `knowledge.unknown-impact`, `knowledge.impact-mismatch`, `knowledge.signature-invalid` */
@CommandHandler(SignImpactCommand)
export class SignImpactHandler implements ICommandHandler<SignImpactCommand> {
  constructor(private readonly knowledge: KnowledgeCommands) {}

  execute({ signature, context }: SignImpactCommand) {
    return this.knowledge.carryOut({ type: 'SignImpact', ...signature }, context);
  }
}
