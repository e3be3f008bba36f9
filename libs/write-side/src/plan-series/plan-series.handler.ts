import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { derivedId } from '@tumor-board/kernel';
import { SeriesCommands } from '../series-commands.js';
import { PlanSeriesCommand } from './plan-series.command.js';

/** @throws Problem `series.invalid` naming the field, `series.already-planned` */
@CommandHandler(PlanSeriesCommand)
export class PlanSeriesHandler implements ICommandHandler<PlanSeriesCommand> {
  constructor(private readonly series: SeriesCommands) {}

  execute({ request, context }: PlanSeriesCommand) {
    return this.series.carryOut(derivedId('series', context.commandId), { type: 'PlanSeries', ...request }, context);
  }
}
