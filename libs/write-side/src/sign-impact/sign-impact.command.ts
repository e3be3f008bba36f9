import { Command } from '@nestjs/cqrs';
import type { SignImpact } from '@tumor-board/board';
import type { CommandContext } from '@tumor-board/kernel';
import type { KnowledgeCommandResult } from '../knowledge-commands.js';

/** Answer for having read a report, by its digest. */
export class SignImpactCommand extends Command<KnowledgeCommandResult> {
  constructor(
    readonly signature: Omit<SignImpact, 'type'>,
    readonly context: CommandContext,
  ) {
    super();
  }
}
