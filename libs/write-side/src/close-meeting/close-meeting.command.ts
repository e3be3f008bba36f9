import { Command } from '@nestjs/cqrs';
import type { CloseMeeting } from '@tumor-board/board';
import type { CommandContext } from '@tumor-board/kernel';
import type { MeetingCommandResult } from '../meeting-commands.js';

/** End a meeting; what was not reached is carried over. */
export class CloseMeetingCommand extends Command<MeetingCommandResult> {
  constructor(
    readonly meetingId: string,
    readonly request: Omit<CloseMeeting, 'type'>,
    readonly context: CommandContext,
  ) {
    super();
  }
}
