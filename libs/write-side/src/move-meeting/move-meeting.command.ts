import { Command } from '@nestjs/cqrs';
import type { MoveMeeting } from '@tumor-board/board';
import type { CommandContext } from '@tumor-board/kernel';
import type { MeetingCommandResult } from '../meeting-commands.js';

/** Move a meeting to another time or place before it begins. */
export class MoveMeetingCommand extends Command<MeetingCommandResult> {
  constructor(
    readonly meetingId: string,
    readonly request: Omit<MoveMeeting, 'type'>,
    readonly context: CommandContext,
  ) {
    super();
  }
}
