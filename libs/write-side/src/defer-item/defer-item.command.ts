import { Command } from '@nestjs/cqrs';
import type { DeferItem } from '@tumor-board/board';
import type { CommandContext } from '@tumor-board/kernel';
import type { MeetingCommandResult } from '../meeting-commands.js';

/** Put a case of the agenda off, with a reason and where it goes. */
export class DeferItemCommand extends Command<MeetingCommandResult> {
  constructor(
    readonly meetingId: string,
    readonly request: Omit<DeferItem, 'type'>,
    readonly context: CommandContext,
  ) {
    super();
  }
}
