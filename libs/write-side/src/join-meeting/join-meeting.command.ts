import { Command } from '@nestjs/cqrs';
import type { JoinMeeting } from '@tumor-board/board';
import type { CommandContext } from '@tumor-board/kernel';
import type { MeetingCommandResult } from '../meeting-commands.js';

/** Be at a meeting. */
export class JoinMeetingCommand extends Command<MeetingCommandResult> {
  constructor(
    readonly meetingId: string,
    readonly request: Omit<JoinMeeting, 'type'>,
    readonly context: CommandContext,
  ) {
    super();
  }
}
