import { Command } from '@nestjs/cqrs';
import type { EndSeries } from '@tumor-board/board';
import type { CommandContext } from '@tumor-board/kernel';
import type { SeriesCommandResult } from '../series-commands.js';

/** Plan no more meetings of a series from a day on. */
export class EndSeriesCommand extends Command<SeriesCommandResult> {
  constructor(
    readonly seriesId: string,
    readonly request: Omit<EndSeries, 'type'>,
    readonly context: CommandContext,
  ) {
    super();
  }
}
