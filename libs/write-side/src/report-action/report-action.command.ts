import { Command } from '@nestjs/cqrs';
import type { ReportAction } from '@tumor-board/board';
import type { CommandContext } from '@tumor-board/kernel';
import type { CaseCommandResult } from '../case-commands.js';

/** Say how far an action of a decision was carried out. */
export class ReportActionCommand extends Command<CaseCommandResult> {
  constructor(
    readonly caseId: string,
    readonly report: Omit<ReportAction, 'type'>,
    readonly context: CommandContext,
    /** Only when the case is at this version. */
    readonly expectedVersion?: number,
  ) {
    super();
  }
}
