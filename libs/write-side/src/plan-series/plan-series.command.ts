import { Command } from '@nestjs/cqrs';
import type { PlanSeries } from '@tumor-board/board';
import type { CommandContext } from '@tumor-board/kernel';
import type { SeriesCommandResult } from '../series-commands.js';

/** Begin a series of meetings. Its id follows from the command, so that a repeated request begins one. */
export class PlanSeriesCommand extends Command<SeriesCommandResult> {
  constructor(
    readonly request: Omit<PlanSeries, 'type'>,
    readonly context: CommandContext,
  ) {
    super();
  }
}
