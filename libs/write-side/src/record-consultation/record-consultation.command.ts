import { Command } from '@nestjs/cqrs';
import type { CommandContext } from '@tumor-board/kernel';
import type { ModelExchange } from '@tumor-board/model-gateway';
import type { CaseCommandResult } from '../case-commands.js';

/** Record what passed between us and a language model in a run of the panel. What it said follows from that. */
export class RecordConsultationCommand extends Command<CaseCommandResult> {
  constructor(
    readonly caseId: string,
    readonly runId: string,
    readonly exchange: ModelExchange,
    readonly context: CommandContext,
    /** Only when the case is at this version. */
    readonly expectedVersion?: number,
  ) {
    super();
  }
}
