import { Command } from '@nestjs/cqrs';
import type { CommandContext } from '@tumor-board/kernel';
import type { Opinion } from '@tumor-board/specialists';
import type { CaseCommandResult } from '../case-commands.js';

/** Record what a discipline said in a run of the panel. */
export class RecordOpinionCommand extends Command<CaseCommandResult> {
  constructor(
    readonly caseId: string,
    readonly runId: string,
    readonly opinion: Opinion,
    readonly context: CommandContext,
    /** Only when the case is at this version. */
    readonly expectedVersion?: number,
  ) {
    super();
  }
}
