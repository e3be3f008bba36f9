import { Command } from '@nestjs/cqrs';
import type { CommandContext, IsoDate } from '@tumor-board/kernel';
import type { SeriesCommandResult } from '../series-commands.js';

/** What was asked to be planned: the next meetings of the series from a day on. */
export interface PlannedMeetings extends SeriesCommandResult {
  readonly meetings: readonly { readonly meetingId: string; readonly on: IsoDate }[];
}

/** See to it that the next meetings of a series are planned. Those that are stay as they are. */
export class PlanSeriesMeetingsCommand extends Command<PlannedMeetings> {
  constructor(
    readonly seriesId: string,
    readonly from: IsoDate,
    /** 1 to 60. */
    readonly count: number,
    readonly context: CommandContext,
  ) {
    super();
  }
}
