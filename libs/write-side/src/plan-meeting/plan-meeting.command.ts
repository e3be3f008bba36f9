import { Command } from '@nestjs/cqrs';
import type { PlanMeeting } from '@tumor-board/board';
import type { CommandContext } from '@tumor-board/kernel';
import type { MeetingCommandResult } from '../meeting-commands.js';

/** Plan a single meeting. Its id follows from the command, so that a repeated request plans one. */
export class PlanMeetingCommand extends Command<MeetingCommandResult> {
  constructor(
    readonly request: Omit<PlanMeeting, 'type'>,
    readonly context: CommandContext,
  ) {
    super();
  }
}
