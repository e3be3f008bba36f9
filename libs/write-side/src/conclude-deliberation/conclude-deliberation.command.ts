import { Command } from '@nestjs/cqrs';
import type { CommandContext } from '@tumor-board/kernel';
import type { PanelRun } from '@tumor-board/specialists';
import type { CaseCommandResult } from '../case-commands.js';

/** Record what the chair made of a run of the panel. */
export class ConcludeDeliberationCommand extends Command<CaseCommandResult> {
  constructor(
    readonly caseId: string,
    readonly runId: string,
    readonly run: PanelRun,
    readonly context: CommandContext,
    /** Only when the case is at this version. */
    readonly expectedVersion?: number,
  ) {
    super();
  }
}
