import { Command } from '@nestjs/cqrs';
import type { LeaveMeeting } from '@tumor-board/board';
import type { CommandContext } from '@tumor-board/kernel';
import type { MeetingCommandResult } from '../meeting-commands.js';

/** Leave a meeting. */
export class LeaveMeetingCommand extends Command<MeetingCommandResult> {
  constructor(
    readonly meetingId: string,
    readonly request: Omit<LeaveMeeting, 'type'>,
    readonly context: CommandContext,
  ) {
    super();
  }
}
