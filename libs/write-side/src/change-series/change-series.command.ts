import { Command } from '@nestjs/cqrs';
import type { ChangeSeries } from '@tumor-board/board';
import type { CommandContext } from '@tumor-board/kernel';
import type { SeriesCommandResult } from '../series-commands.js';

/** Change what the meetings of a series will be like that are not planned yet. */
export class ChangeSeriesCommand extends Command<SeriesCommandResult> {
  constructor(
    readonly seriesId: string,
    readonly request: Omit<ChangeSeries, 'type'>,
    readonly context: CommandContext,
  ) {
    super();
  }
}
