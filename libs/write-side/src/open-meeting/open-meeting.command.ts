import { Command } from '@nestjs/cqrs';
import type { OpenMeeting } from '@tumor-board/board';
import type { CommandContext } from '@tumor-board/kernel';
import type { MeetingCommandResult } from '../meeting-commands.js';

/** Begin a meeting. */
export class OpenMeetingCommand extends Command<MeetingCommandResult> {
  constructor(
    readonly meetingId: string,
    readonly request: Omit<OpenMeeting, 'type'>,
    readonly context: CommandContext,
  ) {
    super();
  }
}
