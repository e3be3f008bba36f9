import { Command } from '@nestjs/cqrs';
import type { ReportImpact } from '@tumor-board/board';
import type { CommandContext } from '@tumor-board/kernel';
import type { KnowledgeCommandResult } from '../knowledge-commands.js';

/** Record what a change would do to every open case of a site. */
export class ReportImpactCommand extends Command<KnowledgeCommandResult> {
  constructor(
    readonly report: Omit<ReportImpact, 'type'>,
    readonly context: CommandContext,
  ) {
    super();
  }
}
