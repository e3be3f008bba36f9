import { Command } from '@nestjs/cqrs';
import type { CommandContext, IsoDate } from '@tumor-board/kernel';
import type { KnowledgeCommandResult } from '../knowledge-commands.js';

/** Bring a knowledge release into force at a site, today unless a later day is named. */
export class ActivateReleaseCommand extends Command<KnowledgeCommandResult> {
  constructor(
    readonly release: string,
    readonly reportId: string,
    readonly effectiveFrom: IsoDate | undefined,
    readonly context: CommandContext,
  ) {
    super();
  }
}
