import { Command } from '@nestjs/cqrs';
import type { CarryOverItem } from '@tumor-board/board';
import type { CommandContext } from '@tumor-board/kernel';
import type { MeetingCommandResult } from '../meeting-commands.js';

/** Settle where an item goes that was deferred or not reached. */
export class CarryOverItemCommand extends Command<MeetingCommandResult> {
  constructor(
    readonly meetingId: string,
    readonly request: Omit<CarryOverItem, 'type'>,
    readonly context: CommandContext,
  ) {
    super();
  }
}
