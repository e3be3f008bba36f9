import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { MeetingCommands } from '../meeting-commands.js';
import { planMeetingsOf, SeriesCommands } from '../series-commands.js';
import { type PlannedMeetings, PlanSeriesMeetingsCommand } from './plan-series-meetings.command.js';

/** @throws Problem `series.unknown`, `series.ended` */
@CommandHandler(PlanSeriesMeetingsCommand)
export class PlanSeriesMeetingsHandler implements ICommandHandler<PlanSeriesMeetingsCommand> {
  constructor(
    private readonly series: SeriesCommands,
    private readonly meetings: MeetingCommands,
  ) {}

  async execute({ seriesId, from, count, context }: PlanSeriesMeetingsCommand): Promise<PlannedMeetings> {
    const result = await this.series.carryOut(seriesId, { type: 'PlanSeriesMeetings', seriesId, from, count }, context);
    const meetings = result.series.meetings.filter(({ on }) => on >= from).slice(0, count);
    const position = await planMeetingsOf(this.meetings, seriesId, result.series.plan, meetings, context);
    return { ...result, meetings, position: position ?? result.position };
  }
}
