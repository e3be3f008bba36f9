import { Command } from '@nestjs/cqrs';
import type { CommandContext, IsoDate } from '@tumor-board/kernel';
import type { SitePolicy } from '@tumor-board/knowledge';
import type { KnowledgeCommandResult } from '../knowledge-commands.js';

/** Bring a policy into force at a site, today unless a later day is named. */
export class ChangePolicyCommand extends Command<KnowledgeCommandResult> {
  constructor(
    readonly policy: SitePolicy,
    readonly reportId: string,
    readonly effectiveFrom: IsoDate | undefined,
    readonly context: CommandContext,
  ) {
    super();
  }
}
