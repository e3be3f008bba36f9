import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { SeriesCommands } from '../series-commands.js';
import { EndSeriesCommand } from './end-series.command.js';

/** @throws Problem `series.unknown` */
@CommandHandler(EndSeriesCommand)
export class EndSeriesHandler implements ICommandHandler<EndSeriesCommand> {
  constructor(private readonly series: SeriesCommands) {}

  execute({ seriesId, request, context }: EndSeriesCommand) {
    return this.series.carryOut(seriesId, { type: 'EndSeries', ...request }, context);
  }
}
