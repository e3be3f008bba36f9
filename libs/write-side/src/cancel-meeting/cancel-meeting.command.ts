import { Command } from '@nestjs/cqrs';
import type { CancelMeeting } from '@tumor-board/board';
import type { CommandContext } from '@tumor-board/kernel';
import type { MeetingCommandResult } from '../meeting-commands.js';

/** Call a meeting off; what was on its agenda is carried over. */
export class CancelMeetingCommand extends Command<MeetingCommandResult> {
  constructor(
    readonly meetingId: string,
    readonly request: Omit<CancelMeeting, 'type'>,
    readonly context: CommandContext,
  ) {
    super();
  }
}
