import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { SeriesCommands } from '../series-commands.js';
import { ChangeSeriesCommand } from './change-series.command.js';

/** @throws Problem `series.unknown`, `series.invalid` naming the field */
@CommandHandler(ChangeSeriesCommand)
export class ChangeSeriesHandler implements ICommandHandler<ChangeSeriesCommand> {
  constructor(private readonly series: SeriesCommands) {}

  execute({ seriesId, request, context }: ChangeSeriesCommand) {
    return this.series.carryOut(seriesId, { type: 'ChangeSeries', ...request }, context);
  }
}
