import { Command } from '@nestjs/cqrs';
import type { CallItem } from '@tumor-board/board';
import type { CommandContext } from '@tumor-board/kernel';
import type { MeetingCommandResult } from '../meeting-commands.js';

/** Turn to a case of the agenda. */
export class CallItemCommand extends Command<MeetingCommandResult> {
  constructor(
    readonly meetingId: string,
    readonly request: Omit<CallItem, 'type'>,
    readonly context: CommandContext,
  ) {
    super();
  }
}
