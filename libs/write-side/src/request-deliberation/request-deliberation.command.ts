import { Command } from '@nestjs/cqrs';
import type { DeliberationCause } from '@tumor-board/board';
import type { CommandContext } from '@tumor-board/kernel';
import type { CaseCommandResult } from '../case-commands.js';

/** How long a run may take, in ms; who has not spoken by then is absent. A product rule. */
export const RUN_BUDGET_MS = 120_000;

/** Ask the panel to deliberate on a case as it is assessed now. */
export class RequestDeliberationCommand extends Command<CaseCommandResult> {
  constructor(
    readonly caseId: string,
    readonly because: DeliberationCause,
    readonly context: CommandContext,
    /** Only when the case is at this version. */
    readonly expectedVersion?: number,
    readonly budgetMs: number = RUN_BUDGET_MS,
  ) {
    super();
  }
}
